# cython: language_level=3
"""The few examples that are most like a question, in C."""

from libc.stdint cimport uint32_t


cdef struct Near:
    double likeness
    uint32_t number


cdef inline bint before(const Near *one, const Near *other) noexcept:
    """Of equals the last goes first."""
    return one.likeness > other.likeness or one.likeness == other.likeness and one.number > other.number


cdef inline Py_ssize_t add(Near *best, Py_ssize_t count, Py_ssize_t limit, Near found) noexcept:
    """Keep `found` in its place among the best, of which there are `count`, if it is one of `limit`; how many there are then."""
    cdef Py_ssize_t place = count
    if count == limit:
        if limit == 0 or not before(&found, &best[limit - 1]):
            return count
        place -= 1
    while place and before(&found, &best[place - 1]):
        best[place] = best[place - 1]
        place -= 1
    best[place] = found
    return min(count + 1, limit)
