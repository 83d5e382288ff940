# cython: language_level=3
"""A `lexicon.Lexicon` in C: where a word stands, and those that begin like this."""

from libc.stdint cimport uint8_t, uint32_t, uint64_t
from libc.string cimport memcmp

cdef extern from *:
    """
    /* Of each half of a byte, for CRC-32 as zlib computes it: the hash of a lexicon. */
    static const uint32_t CRC[16] = {
        0x00000000, 0x1db71064, 0x3b6e20c8, 0x26d930ac, 0x76dc4190, 0x6b6b51f4, 0x4db26158, 0x5005713c,
        0xedb88320, 0xf00f9344, 0xd6d6a3e8, 0xcb61b38c, 0x9b64c2b0, 0x86d3d2d4, 0xa00ae278, 0xbdbdf21c};
    """
    const uint32_t[16] CRC

cdef enum:
    NONE = -1
    HEAD = 8  # bytes of a word in one number


cdef struct Words:
    # The arrays of a lexicon. `mask` is for a place in the hash table, `count` is the number of words.
    const uint8_t *blob
    const uint32_t *offsets
    const uint32_t *slots
    const uint64_t *heads
    Py_ssize_t mask
    Py_ssize_t count


cdef struct Term:
    # The number of a field, and UTF-8 text that belongs to a Python string.
    Py_ssize_t field
    const char *text
    Py_ssize_t length


cdef struct Span:
    # A half-open range: of words, or of postings.
    Py_ssize_t start
    Py_ssize_t end


cdef struct Beginning:
    # A term, and the first bytes of words that begin with it as `heads` has them, with ones in `mask` for each bit that counts.
    const Term *term
    uint64_t head
    uint64_t mask


cdef inline uint32_t hashed(uint32_t crc, uint8_t byte) noexcept:
    """The CRC-32 so far, and one byte more."""
    crc ^= byte
    crc = CRC[crc & 15] ^ crc >> 4
    return CRC[crc & 15] ^ crc >> 4


cdef inline Py_ssize_t find(const Words *words, const uint8_t *before, Py_ssize_t skip, const Term *term) noexcept:
    """The word that has the text of `term` behind the `skip` bytes `before` it, or `NONE`."""
    cdef uint32_t crc = 0xFFFFFFFF
    cdef Py_ssize_t place, slot, index
    for place in range(skip):
        crc = hashed(crc, before[place])
    for place in range(term.length):
        crc = hashed(crc, <uint8_t> term.text[place])
    slot = ~crc & words.mask
    while words.slots[slot]:
        index = words.slots[slot] - 1
        if equal(words, index, before, skip, term):
            return index
        slot = slot + 1 & words.mask
    return NONE


cdef inline bint equal(const Words *words, Py_ssize_t index, const uint8_t *before, Py_ssize_t skip, const Term *term) noexcept:
    cdef const uint8_t *word = words.blob + words.offsets[index]
    if <Py_ssize_t> (words.offsets[index + 1] - words.offsets[index]) != term.length + skip:
        return False
    return memcmp(word, before, skip) == 0 and memcmp(word + skip, term.text, term.length) == 0


cdef inline Span beginning(const Words *words, const Term *prefix) noexcept:
    """The words that are a byte for the field and a text that begins with that of `prefix`."""
    cdef Beginning sought = Beginning(prefix, <uint64_t> prefix.field << 8 * (HEAD - 1), ~(<uint64_t> 0))
    cdef Py_ssize_t place
    for place in range(min(prefix.length, HEAD - 1)):
        sought.head |= <uint64_t> <uint8_t> prefix.text[place] << 8 * (HEAD - 2 - place)
    if prefix.length < HEAD - 1:
        sought.mask <<= 8 * (HEAD - 1 - prefix.length)
    cdef Span span = Span(bisected(words, 0, &sought, 0), 0)
    span.end = bisected(words, span.start, &sought, 1)
    return span


cdef inline Py_ssize_t bisected(const Words *words, Py_ssize_t low, const Beginning *sought, int least) noexcept:
    """The first word from `low` on of which `compared` tells `least` or more."""
    cdef Py_ssize_t high = words.count, middle
    while low < high:
        middle = (low + high) // 2
        if compared(words, middle, sought) < least:
            low = middle + 1
        else:
            high = middle
    return low


cdef inline int compared(const Words *words, Py_ssize_t index, const Beginning *sought) noexcept:
    """-1, 0 or 1: the word at `index` sorts before those that begin like this, is one of them, or sorts after them."""
    cdef const Term *prefix = sought.term
    cdef uint64_t head = words.heads[index] & sought.mask
    if head != sought.head:
        return -1 if head < sought.head else 1
    if prefix.length < HEAD:
        return 0
    cdef Py_ssize_t length = words.offsets[index + 1] - words.offsets[index] - 1
    cdef int order = memcmp(words.blob + words.offsets[index] + 1, prefix.text, min(length, prefix.length))
    if order == 0:
        return 0 if length >= prefix.length else -1
    return -1 if order < 0 else 1
