"""BM25 as Whoosh's BM25F computes it, a field at a time.

Robertson and Zaragoza, "The Probabilistic Relevance Framework" (2009), with Whoosh 2.7.4's own inverse
document frequency; the score of a document is the sum over its fields and terms. That of one term is

    factor(idf) * weight / (weight + FLAT + slope * length)

where `weight` is the term frequency, `length` that of the field in the document, and `slope` belongs to the field.
"""

from math import log
from typing import Final

import numpy as np

from widget_server.engine.arrays import Shares

#: How soon a further occurrence stops to count, and how much a long field is held against a document. The
#: usual 1.2 and 0.75 (Whoosh's defaults) were 0.008 nDCG@10 worse on the mean of three sets of others in four
#: languages, and worse on each of the three (docs/relevance.md).
K1: Final = 2.5
B: Final = 1.0

#: What stands below the fraction whatever the length.
FLAT: Final = K1 * (1 - B)

#: A term that only refines is read when it stands in no more documents than this. One that stands everywhere tells least and
#: costs most. That bounds what 4-grams cost however many entries there are; the words themselves are read in full.
MOST_REFINED: Final = 256


def is_read(frequency: int, *, anchors: bool) -> bool:
    """Whether the postings of a term count: of all anchors, and of what refines where it does not stand everywhere."""
    return frequency > 0 and (anchors or frequency <= MOST_REFINED)


def idf(documents: int, frequency: int) -> float:
    """The worth of a term that `frequency` of `documents` hold; above 0, also where all hold it.

    >>> round(idf(1000, 9), 4), round(idf(1, 1), 4)
    (5.6052, 0.3069)
    """
    return log(documents / (frequency + 1)) + 1


def factor(idf: float) -> float:
    """What the fraction of weight and norm is multiplied by."""
    return idf * (K1 + 1)


def slopes(averages: Shares) -> Shares:
    """What the length of a field adds below the fraction, by the average length of each."""
    return K1 * B / np.where(averages, averages, 1.0)
