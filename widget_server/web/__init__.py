"""HTTP: parse, call, answer; pages without script, security headers. Knows nothing of Whoosh, nor of YAML.

In reading order:

* `app`: the application, put together; `site`: what every route can reach; `protocol`: what the search offers.
* `reading`: parameters -> a typed request; `json_views`, `replies`: what was found -> JSON.
* `search`, `suggestions`, `entries`, `municipalities`, `reindex`: the API, a module a resource.
* `describe`, `schemas`, `openapi`: the API's own description.
* `pages`, `demo`: HTML; `translation`, `wording`, `linked_data`: its words and its data.
* `webmasters`, `choice`, `snippets`: the ways onto another site's page; `embed`, `framing`, `oembed`, `qr`: those
  that need a page or a file from here; `theme`, `colours`: a house style, and whether it can be read.
* `widget_files`, `widget_asset`: the scripts.
* `problems`, `headers`, `cors`, `development`: what holds for every response.
* `operations`, `metrics`, `security_txt`: for whoever runs the server.
* `prepare`, `serve`, `worker`: from the settings to a listening server, and one process of it.
"""
