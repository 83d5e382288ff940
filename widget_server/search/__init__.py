"""A request -> a plan -> hits -> a page of results.

Knows nothing of Flask, nor of Whoosh's types. In reading order:

* `request`, `page`: what comes in, what goes out.
* `service`: the main flow, five lines: parse, understand, match, rank, present.
* `plan`: a question's words -> clauses, step by step, each step explained.
* `rank`: hits -> their order; every weight a named constant with its measurement.
* `cards`, `listed`, `hours_view`, `contacts`: an entry and its contact points, made ready once and shared by all readers.
* `present`, `highlights`: an entry -> a result in the reader's language, with what matched.
* `suggestions`: the beginning of a question -> completions that lead to answers.
"""
