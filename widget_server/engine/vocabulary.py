"""The words that a view can answer to: which exist, which begin like this."""

from collections import Counter
from collections.abc import Iterator, Sequence
from heapq import merge, nsmallest
from itertools import groupby

import numpy as np

from widget_server.engine.layer import Layer


def terms(layers: Sequence[Layer], field: str) -> Iterator[str]:
    """The terms of `field` in live documents, each once, in the order of their code points."""
    return (term for term, _ in groupby(merge(*(layer.terms(field) for layer in layers))))


def prefix(layers: Sequence[Layer], field: str, text: str, limit: int) -> tuple[tuple[str, int], ...]:
    """The `limit` terms of `field` that begin with `text` and stand in the most documents, with their number.

    Equals are in the order of their code points. The largest layer gives its own best terms only: a term that no other
    layer holds can only be among the best if it is among those. All others are few.
    """
    if len(layers) == 1:
        return tuple(_frequent(layers[0], field, text, limit))
    largest = max(layers, key=lambda layer: layer.segment.size)
    counts = Counter(dict(_frequent(largest, field, text, limit)))
    for layer in layers:
        for term, frequency in _frequent(layer, field, text, None) if layer is not largest else ():
            if term not in counts:
                counts[term] = largest.frequency(field, term)
            counts[term] += frequency
    return tuple(nsmallest(limit, counts.items(), key=lambda item: (-item[1], item[0])))


def _frequent(layer: Layer, field: str, text: str, limit: int | None) -> Iterator[tuple[str, int]]:
    """The most frequent live terms of a layer that begin with `text`, up to `limit`; None: all."""
    span = layer.segment.span(field, text)
    if not span:
        return
    frequencies = layer.frequencies(span)
    best = np.argsort(-frequencies, kind="stable")[:limit]
    for index, frequency in zip(best.tolist(), frequencies[best].tolist(), strict=True):
        if frequency:
            yield layer.segment.text(span[index]), frequency
