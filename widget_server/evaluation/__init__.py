"""Judged questions -> a scorecard, compared with a committed baseline.

Knows nothing of Flask. In reading order:

* `metrics`: the four figures, from the rank of the right answers.
* `scorecard`: figures by language and by kind of question; the losses.
* `baseline`: which losses are known, and the figures reached; a new loss or a lower figure is a regression.
* `judging`: asks the editors' judged questions of an edition.
* `foreign`: the same for document and question sets of others; `json_lines`: their files.
"""
