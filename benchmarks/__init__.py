"""How well and how fast Terecht searches, beside others, each figure with its corpus and its machine.

`python -m benchmarks` runs all of it in small sizes; `python -m benchmarks speed --entries 20000` one part in another.
Figures go to `results/`, tables to the terminal; docs/performance.md and docs/relevance.md explain both. In reading order:

* `words`, `texts`, `contents`: seeded corpora of real words, the same on each machine.
* `machine`, `stopwatch`, `report`, `chart`: what was measured on, percentiles, tables and files, pictures.
* `relevance`, `rankers`: sets of others, ours and the usual engines in one run.
* `speed`, `engines/`, `node/`: three terms, a prefix, a typo; each engine a process of its own.
* `service`, `stages`: the whole search, as production runs it; its memory; 350 municipalities.
* `reindexing`: YAML to a published generation.
* `serving`, `load`: HTTP, against a constant answer of the same app.
* `documents`: the tables and pictures in docs/, made of the committed figures.

Nothing here is imported by the product or its tests.
"""
