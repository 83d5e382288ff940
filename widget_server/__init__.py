"""Terecht: a question in, the right place to turn to out.

The way through the house, in reading order; imports run in this direction only:

* `languages`, `errors`, `settings`, `resources`: what every floor shares.
* `content/`: YAML files -> a validated, frozen `Corpus`.
* `language/`: text -> terms, in four languages.
* `engine/`: terms -> a Whoosh index and its posting cache; generations on disk.
* `indexing/`: a `Corpus` -> a published generation.
* `search/`: a request -> a page of results.
* `evaluation/`: judged questions -> a scorecard.
* `web/` and `cli`: the doors.
"""
