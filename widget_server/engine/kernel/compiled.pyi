from widget_server.engine.kernel.portable import Postings as Postings
from widget_server.engine.kernel.portable import Scorer as Scorer

SOURCE: int
