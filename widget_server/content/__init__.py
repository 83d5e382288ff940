"""YAML files with line numbers -> a validated, frozen `Corpus`.

Knows nothing of search or HTTP. In reading order:

* `model`: the nouns.
* `codes`, `faults`: what can be wrong, and how it is told.
* `folder`, `layers`: the files, each with its role.
* `yaml_file`, `characters`, `syntax`, `composer`, `nodes`: a file read as text, with positions.
* `fields`, `values`, `vocabulary`: what readers are made of.
* `links` (`phone_numbers`, `web_addresses`), `hours`, `hours_in_words`: facts that become something to click, to look up
  or to read; `malformed`, `dashes`: why one cannot.
* `readers`: nodes -> model, one file a kind of YAML file.
* `entry_cache`: entries as they were read the last time.
* `drafts`, `references`: all files read, then what they say of each other.
* `loader`: a folder -> a `Corpus`, or all faults at once.
* `deadlines`: what ends soon, or has ended.
* `sentences`, `tags`: what a result shows of an entry's texts, and what a search filters entries by.
* `codec`: an entry to JSON and back, as it is kept in a generation.
* `catalogue`: what a server must know beside the entries.
"""
