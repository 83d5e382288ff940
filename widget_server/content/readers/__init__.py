"""Located nodes -> the nouns of `model`, one file a kind of YAML file.

Each reader is given a file and its root, notes every fault in the file, and returns what it
read all the same: other files refer to it. Only files without faults end up in a corpus.
"""
