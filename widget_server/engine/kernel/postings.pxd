# cython: language_level=3
"""The postings of leaves in C: where those of a term are, and which of them are of live documents."""

from libc.stdint cimport int32_t, uint8_t, uint16_t, uint32_t

from widget_server.engine.kernel cimport words
from widget_server.engine.kernel.words cimport NONE, Span, Term, Words


cdef struct Arrays:
    # Those of a `segment`, which has `size` documents. `live` is NULL where all of them are.
    Words terms
    Words keys
    Words tags
    const uint32_t *starts
    const uint8_t *numbers
    const uint8_t *codes
    Py_ssize_t number_size
    Py_ssize_t code_size
    const float *values
    const float *lengths
    const uint32_t *tag_starts
    const int32_t *tag_numbers
    const uint8_t *live
    Py_ssize_t size


cdef struct Leaves:
    # Those of a view, whose documents are numbered through all of them, from `bases` on. `numbers` are those of the view's fields in each leaf,
    # `slopes` what the norm of a document in each field grows with its length; `size` is how many documents there are, `live` how many of them count.
    const Arrays **arrays
    Py_ssize_t *bases
    Py_ssize_t *numbers
    const double *slopes
    Py_ssize_t count
    Py_ssize_t fields
    Py_ssize_t size
    Py_ssize_t live


cdef inline Span of(const Arrays *arrays, const Term *term) noexcept:
    """Those of `term`."""
    cdef uint8_t field = <uint8_t> term.field
    cdef Py_ssize_t index = words.find(&arrays.terms, &field, 1, term)
    return Span(0, 0) if index == NONE else Span(arrays.starts[index], arrays.starts[index + 1])


cdef inline Span tagged(const Arrays *arrays, const Term *tag) noexcept:
    """The places in `tag_numbers` of the documents that carry a tag."""
    cdef Py_ssize_t index = words.find(&arrays.tags, arrays.tags.blob, 0, tag)
    return Span(0, 0) if index == NONE else Span(arrays.tag_starts[index], arrays.tag_starts[index + 1])


cdef inline Py_ssize_t live_in(const Arrays *arrays, Span span) noexcept:
    """How many of these postings are of live documents."""
    cdef Py_ssize_t live = 0, place
    if arrays.live == NULL:
        return span.end - span.start
    for place in range(span.start, span.end):
        live += arrays.live[number(arrays.numbers, arrays.number_size, place)]
    return live


cdef inline Py_ssize_t number(const uint8_t *numbers, Py_ssize_t size, Py_ssize_t place) noexcept:
    """The number at `place` of those that take `size` bytes each."""
    if size == 1:
        return numbers[place]
    if size == 2:
        return (<const uint16_t *> numbers)[place]
    return (<const uint32_t *> numbers)[place]


cdef inline Span in_leaf(const Leaves *leaves, Py_ssize_t leaf, const Term *term) noexcept:
    """The postings of a term of the view."""
    cdef Term own = term[0]
    own.field = leaves.numbers[leaf * leaves.fields + term.field]
    return Span(0, 0) if own.field == NONE else of(leaves.arrays[leaf], &own)


cdef inline Py_ssize_t frequency(const Leaves *leaves, const Term *term) noexcept:
    """How many live documents hold `term`."""
    cdef Py_ssize_t leaf, found = 0
    for leaf in range(leaves.count):
        found += live_in(leaves.arrays[leaf], in_leaf(leaves, leaf, term))
    return found


cdef inline Py_ssize_t position(const Leaves *leaves, const Term *key) noexcept:
    """The live document whose key is the text of `key`, or `NONE`."""
    cdef const Arrays *arrays
    cdef Py_ssize_t leaf, found
    for leaf in range(leaves.count):
        arrays = leaves.arrays[leaf]
        found = words.find(&arrays.keys, arrays.keys.blob, 0, key)
        if found != NONE and (arrays.live == NULL or arrays.live[found]):
            return leaves.bases[leaf] + found
    return NONE


cdef inline Py_ssize_t leaf_of(const Leaves *leaves, Py_ssize_t document) noexcept:
    """The leaf that holds a document of the view."""
    cdef Py_ssize_t leaf = leaves.count - 1
    while document < leaves.bases[leaf]:
        leaf -= 1
    return leaf
