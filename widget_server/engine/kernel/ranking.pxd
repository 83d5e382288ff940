# cython: language_level=3
"""The best few of many, in C."""

from libc.stdint cimport uint8_t
from libc.string cimport memcmp

from widget_server.engine.kernel.words cimport Words


cdef struct Ranked:
    Py_ssize_t item
    double score
    # What equals are ordered by.
    const uint8_t *text
    Py_ssize_t length


cdef inline Ranked ranked(Py_ssize_t item, double score, const Words *words, Py_ssize_t index) noexcept:
    """An item whose text is the word at `index`."""
    return Ranked(item, score, words.blob + words.offsets[index], words.offsets[index + 1] - words.offsets[index])


cdef inline Py_ssize_t best(Ranked *items, Py_ssize_t count, Py_ssize_t limit) noexcept:
    """Bring the best `limit` to the front, by falling score and then by their text; how many these are.

    They are kept in a heap whose top is the worst of them, and which is emptied from its top in the end.
    """
    cdef Py_ssize_t place, kept = min(limit, count)
    if kept <= 0:
        return 0
    for place in range(kept // 2 - 1, -1, -1):
        sink(items, place, kept)
    for place in range(kept, count):
        if before(&items[place], &items[0]):
            items[0], items[place] = items[place], items[0]
            sink(items, 0, kept)
    for place in range(kept - 1, 0, -1):
        items[0], items[place] = items[place], items[0]
        sink(items, 0, place)
    return kept


cdef inline void sink(Ranked *items, Py_ssize_t place, Py_ssize_t count) noexcept:
    """Make a heap of the first `count` again, where only the one at `place` may be better than those below it."""
    cdef Py_ssize_t below
    while True:
        below = 2 * place + 1
        if below >= count:
            return
        if below + 1 < count and before(&items[below], &items[below + 1]):
            below += 1
        if not before(&items[place], &items[below]):
            return
        items[place], items[below] = items[below], items[place]
        place = below


cdef inline bint before(const Ranked *one, const Ranked *other) noexcept:
    if one.score != other.score:
        return one.score > other.score
    cdef int order = memcmp(one.text, other.text, min(one.length, other.length))
    return order < 0 or order == 0 and one.length < other.length
