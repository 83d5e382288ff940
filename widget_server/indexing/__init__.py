"""A `Corpus` -> a published generation.

Knows nothing of Flask, nor of Whoosh's types. In reading order:

* `documents`, `layer`: an entry -> the engine's document, its words by field; a digest of all it is made of. `recipe`: by what.
* `vocabulary`, `derived`: the words that occur -> the linguist that knows them -> what follows from each.
* `reindex`: validate, build beside, check, publish; with progress. `garbage`: in peace.
"""
