"""HTTP: parse, call, answer; pages without script, security headers. Knows nothing of Whoosh, nor of YAML.

In reading order:

* `app`: the application, put together; `site`: what every route can reach; `protocol`: what the search offers.
* `reading`: parameters -> a typed request; `json_views`, `replies`: what was found -> JSON.
* `search`, `suggestions`, `entries`, `municipalities`, `reindex`: the API, a module a resource.
* `describe`, `schemas`, `openapi`: the API's own description.
* `pages`, `demo`, `webmasters`: HTML; `translation`, `wording`, `linked_data`: its words and its data.
* `widget_files`, `widget_asset`: the script.
* `problems`, `headers`, `cors`: what holds for every response.
* `operations`, `metrics`, `security_txt`: for whoever runs the server.
* `assembly`, `serve`: from the settings to a listening server.
"""
