"""A `Corpus` -> a published generation.

Knows nothing of Flask, nor of Whoosh's types. In reading order:

* `documents`: an entry -> the engine's document, with its terms by field.
* `catalogue`: what a server must know beside the entries: municipalities, topics, synonyms.
* `reindex`: validate, build beside, check, publish; with progress.
"""
