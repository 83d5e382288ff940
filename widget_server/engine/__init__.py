"""Terms -> a Whoosh index and its posting cache; generations on disk, published by one atomic step.

Knows nothing of HTTP, of YAML, or of what an entry means: it is given terms, not text, and
gives back keys, scores and the bytes that were stored with them. Whoosh lives in `whoosh_index`
and nowhere else. In reading order:

* `document`, `query`: what goes in.
* `whoosh_index`: documents -> a Whoosh index on disk; the durable form.
* `postings`, `segment`: that index read once into flat, memory-mapped arrays.
* `view`: a municipality's whole: its own segment over the national one, statistics summed.
* `scoring`, `retrieval`: a query over a view -> hits.
* `generations`: build beside, publish atomically, keep a few, roll back.
"""
