from widget_server.language.kernel.portable import Electorate as Electorate
from widget_server.language.kernel.portable import Sought as Sought
from widget_server.language.kernel.portable import Wording as Wording

SOURCE: int
