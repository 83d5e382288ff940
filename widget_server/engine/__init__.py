"""Terms -> a Whoosh index and its posting cache; generations on disk, published by one atomic step.

Knows nothing of HTTP, of YAML, or of what an entry means: it is given terms, not text, and
gives back keys, scores and the bytes that were stored with them. Whoosh lives in `whoosh_index`,
`whoosh_codec` and `whoosh_terms` and nowhere else, and only a build comes there. In reading order:

* `document`, `query`: what goes in. `arrays`: the types of numpy's arrays.
* `whoosh_index`, `whoosh_codec`, `whoosh_terms`: documents -> a Whoosh index on disk, the durable form.
* `derivation`: the terms that follow from those in it.
* `postings`, `segment_writer`, `segment`: all of them in flat arrays; `packed` and `lexicon` are their form on disk.
* `leaf`, `view`: a municipality's whole: its own segment over the national one, statistics summed.
* `scoring`: BM25. `kernel`: terms -> postings -> sums -> the best documents, compiled where it can be.
* `retrieval`: a query over a view -> hits, by way of `kernel`; `explanation`: why a hit has its score.
* `vocabulary`: which terms there are, and which begin like this.
* `changes`, `assembly`, `linking`: what has changed is built, all else taken over.
* `durable`, `build`, `manifest`, `generation`, `generations`: build beside, publish atomically, keep a few, roll back. `progress`: how far it is.
"""
