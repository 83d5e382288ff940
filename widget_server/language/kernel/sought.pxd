# cython: language_level=3
"""A hash table from the digests of words to bits, in C."""

from libc.stdint cimport uint64_t
from libc.stdlib cimport calloc


cdef struct Slot:
    # A digest is never 0: that is a free slot.
    uint64_t word
    uint64_t bits


cdef struct Table:
    Slot *slots
    # The number of slots, a power of two, less one.
    uint64_t mask


cdef inline bint allot(Table *table, Py_ssize_t words) noexcept:
    """Make room for so many words, half of it to stay free; whether there is memory for it."""
    cdef Py_ssize_t room = 4
    while room < 2 * words:
        room *= 2
    table.mask = room - 1
    table.slots = <Slot *> calloc(room, sizeof(Slot))
    return table.slots != NULL


cdef inline Slot *slot(const Table *table, uint64_t word) noexcept:
    """Where `word` is, or would be. Digests are spread evenly, so that their last bits tell where to begin."""
    cdef uint64_t place = word & table.mask
    while table.slots[place].word and table.slots[place].word != word:
        place = (place + 1) & table.mask
    return &table.slots[place]
