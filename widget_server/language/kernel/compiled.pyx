# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""The kernel in C: the same marks and the same votes as `portable`.

What comes from a file is checked once, when an object is made of it; the numbers of examples, which come with each question, where they are used.
"""

from cpython.buffer cimport PyBUF_SIMPLE, PyBuffer_Release, PyObject_GetBuffer
from libc.stdint cimport uint8_t, uint16_t, uint32_t, uint64_t
from libc.stdlib cimport calloc, free, malloc
from libc.string cimport memcpy

from widget_server.language.kernel cimport nearest, sought as table
from widget_server.language.kernel.nearest cimport Near
from widget_server.language.kernel.sought cimport Slot, Table

from widget_server.language.spans import merged

cdef extern from *:
    const uint32_t KERNEL_SOURCE

#: The digest of what this was compiled from (`hatch_build.py`).
SOURCE = KERNEL_SOURCE


cdef class Sought:
    """The words of the texts that a question finds, each with the words of the question that find it, as bits. Immutable."""

    cdef Table table
    cdef Py_ssize_t count

    def __cinit__(self, found):
        """`found` are the digests of words, one after another, with the bits of who finds them."""
        cdef list kept = list(found)
        cdef Py_ssize_t place, words = 0
        cdef uint64_t bits
        cdef bytes digests
        for digests, _ in kept:
            words += len(digests) // sizeof(uint64_t)
        if not table.allot(&self.table, words):
            raise MemoryError
        for digests, bits in kept:
            for place in range(len(digests) // sizeof(uint64_t)):
                self.add((<const uint64_t *> <const char *> digests)[place], bits)

    cdef void add(self, uint64_t word, uint64_t bits) noexcept:
        cdef Slot *slot = table.slot(&self.table, word)
        if not slot.word:
            slot.word = word
            self.count += 1
        slot.bits |= bits

    def __dealloc__(self):
        free(self.table.slots)

    def __len__(self):
        """How many words these are."""
        return self.count


cdef class Wording:
    """The words of several texts, as `wording.write` wrote them. Immutable."""

    cdef bytes written
    # How many bytes a number takes; how many texts there are, and how many words.
    cdef Py_ssize_t size, texts, words
    # The words of each text are counted, and their digests, starts and ends stand one after another.
    cdef const uint8_t *counts
    cdef const uint8_t *digests
    cdef const uint8_t *starts
    cdef const uint8_t *ends

    def __cinit__(self, bytes written not None):
        """Raises ValueError for what `wording.write` did not write."""
        cdef const uint8_t *begin = written
        cdef Py_ssize_t text, length = len(written)
        self.written = written
        self.size = begin[0] if length else 0
        if self.size not in (2, 4) or length < 1 + self.size:
            raise ValueError("no wording")
        self.texts = self.number(begin + 1, 0)
        self.counts = begin + 1 + self.size
        self.digests = self.counts + self.size * self.texts
        if self.digests - begin <= length:
            self.words = sum([self.number(self.counts, text) for text in range(self.texts)])
        if self.digests - begin + self.words * (8 + 2 * self.size) != length:
            raise ValueError("a wording of another length than it tells")
        self.starts = self.digests + 8 * self.words
        self.ends = self.starts + self.size * self.words

    def bits(self, Sought sought not None):
        """For each text the words of the question that find a word of it, as bits."""
        cdef Py_ssize_t text, word = 0, end = 0
        cdef uint64_t bits
        cdef list found = []
        for text in range(self.texts):
            end += self.number(self.counts, text)
            bits = 0
            while word < end:
                bits |= self.bits_of(word, sought)
                word += 1
            found.append(bits)
        return tuple(found)

    def places(self, Py_ssize_t text, Sought sought not None):
        """Where words that are `sought` stand in a text; overlapping and touching ranges are one."""
        cdef Py_ssize_t before, word, first = 0
        if not 0 <= text < self.texts:
            raise IndexError(text)
        for before in range(text):
            first += self.number(self.counts, before)
        found = [
            (self.number(self.starts, word), self.number(self.ends, word))
            for word in range(first, first + self.number(self.counts, text))
            if self.bits_of(word, sought)
        ]
        return merged(found) if len(found) > 1 else tuple(found)

    cdef uint64_t bits_of(self, Py_ssize_t word, Sought sought) noexcept:
        cdef uint64_t digest
        memcpy(&digest, self.digests + 8 * word, 8)
        return table.slot(&sought.table, digest).bits

    cdef Py_ssize_t number(self, const uint8_t *numbers, Py_ssize_t index) noexcept:
        """One of some numbers, which may begin at any byte."""
        cdef uint16_t short
        cdef uint32_t long
        if self.size == 2:
            memcpy(&short, numbers + 2 * index, 2)
            return short
        memcpy(&long, numbers + 4 * index, 4)
        return long


cdef class Electorate:
    """Examples that vote on their answers: which these are, and how much each example holds. Immutable."""

    cdef tuple names, kept
    cdef const double *sizes
    cdef const uint32_t *bounds
    cdef const uint32_t *answers
    cdef Py_ssize_t examples

    def __cinit__(self, tuple names not None, sizes not None, bounds not None, answers not None):
        """`answers` are numbers of `names`, those of each example up to its next of `bounds`; `sizes` are what its traits are worth together."""
        cdef Py_ssize_t place, last = len(bounds) - 1
        self.names, self.kept = names, (sizes, bounds, answers)
        self.examples = len(sizes)
        self.sizes = <const double *> _address(sizes, sizeof(double))
        self.bounds = <const uint32_t *> _address(bounds, sizeof(uint32_t))
        self.answers = <const uint32_t *> _address(answers, sizeof(uint32_t))
        fit = last == self.examples and self.bounds[0] == 0 and self.bounds[last] == len(answers)
        if not fit or any([self.bounds[place] > self.bounds[place + 1] for place in range(last)]):
            raise ValueError("examples and the bounds of their answers do not belong together")
        if any([self.answers[place] >= len(names) for place in range(len(answers))]):
            raise ValueError("an answer without a name")

    def votes(self, list held not None, Py_ssize_t voters, double far):
        """For each answer the votes of the `voters` examples that are most like a question whose traits are `held` so.

        An example that is less alike than `far` of the nearest has no vote.
        """
        cdef double *shared = <double *> calloc(self.examples + 1, sizeof(double))
        cdef Near *best = <Near *> malloc((max(voters, 0) + 1) * sizeof(Near))
        cdef double worth, size = 0
        cdef Py_ssize_t count = 0
        cdef uint32_t number
        cdef bytes numbers
        try:
            if shared == NULL or best == NULL:
                raise MemoryError
            for worth, numbers in held:
                size += worth
                self.share(numbers, worth, shared)
            for number in range(self.examples):
                if shared[number]:
                    likeness = 2 * shared[number] / (self.sizes[number] + size)
                    count = nearest.add(best, count, voters, Near(likeness, number))
            return self.given(best, count, far)
        finally:
            free(shared)
            free(best)

    def count(self, bytes numbers not None, mask not None):
        """How many of the examples with these `numbers` the mask holds."""
        cdef const uint8_t *holds = <const uint8_t *> _address(mask, 1)
        cdef const uint32_t *found = <const uint32_t *> <const char *> numbers
        cdef Py_ssize_t place, count = 0
        if len(mask) != self.examples:
            raise ValueError(f"{len(mask)} where {self.examples} are expected")
        for place in range(len(numbers) // sizeof(uint32_t)):
            if found[place] >= self.examples:
                raise IndexError(found[place])
            count += holds[found[place]]
        return count

    cdef int share(self, bytes numbers, double worth, double *shared) except -1:
        """Add `worth` to what the examples with these numbers share with the question."""
        cdef const uint32_t *found = <const uint32_t *> <const char *> numbers
        cdef Py_ssize_t place
        for place in range(len(numbers) // sizeof(uint32_t)):
            if found[place] >= self.examples:
                raise IndexError(found[place])
            shared[found[place]] += worth
        return 0

    cdef dict given(self, const Near *best, Py_ssize_t count, double far):
        """What the best give to the answers."""
        cdef double *votes = <double *> calloc(len(self.names) + 1, sizeof(double))
        cdef Py_ssize_t place, answer
        cdef uint32_t start, end
        cdef double share
        try:
            if votes == NULL:
                raise MemoryError
            for place in range(count):
                if not best[place].likeness > far * best[0].likeness:
                    break
                start, end = self.bounds[best[place].number], self.bounds[best[place].number + 1]
                share = best[place].likeness * best[place].likeness / (end - start)
                for answer in range(start, end):
                    votes[self.answers[answer]] += share
            return {self.names[answer]: votes[answer] for answer in range(len(self.names)) if votes[answer]}
        finally:
            free(votes)


cdef const void *_address(array, Py_ssize_t size) except NULL:
    """Where the elements of `array` are, of this `size` each, as long as somebody keeps it."""
    cdef Py_buffer buffer
    PyObject_GetBuffer(array, &buffer, PyBUF_SIMPLE)
    PyBuffer_Release(&buffer)
    if buffer.itemsize != size:
        raise ValueError(f"elements of {buffer.itemsize} bytes where {size} are expected")
    return buffer.buf
