"""A request -> a plan -> hits -> a page of results.

Knows nothing of Flask, nor of Whoosh's types. In reading order:

* `parameters`, `request`, `slugs`, `page`: what comes in, what goes out.
* `service`: the main flow: understand, match (and rank), present.
* `shelf`, `edition`, `desk`: the current generation, opened; what one municipality's readers see of it.
* `question`, `readings`, `steps`, `understand`, `plan`: a question's words -> clauses, step by step, each step explained.
* `rank`, `precedents`, `weights`: what counts beside the words; every number with its measurement.
* `browse`: all entries of a topic, a kind or an audience, where nothing is asked.
* `gazetteer`: the places that a question names.
* `cards`, `listed`, `hours_view`, `contacts`: an entry and its contact points, made ready once and shared by all readers.
* `present`, `highlights`: an entry -> a result in the reader's language, with what matched.
* `suggestions`, `written`: the beginning of a question -> completions that lead to answers, as the entries write them.
"""
