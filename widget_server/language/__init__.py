"""Text -> terms, one file a language.

Knows nothing of entries, nor of Whoosh. In reading order:

* `folding`, `tokens`: text -> folded words with their offsets; `words`: in columns, for an index.
* `numbers`, `addresses`: phone numbers in any grouping; URLs and mail addresses by their parts.
* `dutch`, `english`, `ukrainian`, `russian`, `stems`: a word -> its stem keys.
* `pairs`, `store`, `lemmas`: every form of the words that occur -> their lemmas; made at index time.
* `compounds`, `grams`: Dutch compounds apart and together; character 4-grams.
* `terms`: all of the above put together; the names of the fields. `made_by`: with which libraries.
* `stopwords`, `circumstances`: the words of a question that ask for nothing. `elsewhere`, `phrases`: those that say that it is
  about something else, alone or together.
* `layouts`, `transliteration`, `typos`, `repair`: a word that nothing knows -> words that exist, which
  `lexicon` and `vocabulary` hold. `small_words`: the same for words that ask for nothing.
* `wording`, `conflations`, `thesaurus`: what an index keeps, so that a server need not analyse: words with their places (`spans`), the
  words that a key finds, synonyms by key. `examples`: questions with their answers; `traits`: which of them hold a key or
  a word. `guidance`: all that editors teach beside entries.
* `kernel`: what to mark, and how examples vote; compiled where it can be.
"""
