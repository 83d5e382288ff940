# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""The kernel in C: the same scores in the same order as `portable`, term by term instead of all at once.

A query takes six steps. `_read` puts its clauses down in a `workspace` as plain numbers and text. Four in `scoring` follow: `look_up` finds the
postings of the terms; `match` goes through those of the anchors, to see which documents match; `score` goes through all, and adds up for these
alone what each term, branch and clause gives; `rank` picks the best. `_hits` tells them. Only the first and the last know of Python's objects.

On the way nothing is checked: `packed` has verified the arrays of a segment when it opened them, and those of a view have the size that follows.
"""

from cpython.buffer cimport PyBUF_SIMPLE, PyBuffer_Release, PyObject_GetBuffer
from cpython.unicode cimport PyUnicode_AsUTF8AndSize, PyUnicode_DecodeUTF8
from libc.stdint cimport int32_t, uint8_t, uint32_t, uint64_t
from libc.stdlib cimport calloc, free, malloc

from widget_server.engine.kernel cimport postings, ranking, scoring, words, workspace
from widget_server.engine.kernel.postings cimport Arrays, Leaves
from widget_server.engine.kernel.ranking cimport Ranked
from widget_server.engine.kernel.words cimport NONE, Span, Term, Words
from widget_server.engine.kernel.workspace cimport Workspace

from widget_server.engine import scoring as formulas
from widget_server.engine.query import Hit, Hits, WeightedTerms

cdef extern from *:
    const uint32_t KERNEL_SOURCE

#: The digest of what this was compiled from (`hatch_build.py`).
SOURCE = KERNEL_SOURCE

cdef double SATURATION = formulas.factor(1)
cdef double FLAT = formulas.FLAT
cdef Py_ssize_t MOST_REFINED = formulas.MOST_REFINED
cdef object HIT = Hit._make  # of a tuple: in half the time of its constructor


cdef class Postings:
    """The terms of a leaf and where they stand. Immutable."""

    cdef Arrays arrays
    cdef dict fields
    cdef tuple kept
    cdef readonly Py_ssize_t size
    #: How many documents are live.
    cdef readonly Py_ssize_t count

    def __cinit__(self, segment, live):
        """Those of `segment`, of whose documents these are live; None: all."""
        cdef Arrays *here = &self.arrays
        arrays = segment.arrays
        self.fields, self.kept = segment.fields, (arrays, live)
        self.size = here.size = segment.size
        self.count = self.size if live is None else live.sum()
        _fill(&here.terms, arrays, "term")
        _fill(&here.keys, arrays, "key")
        _fill(&here.tags, arrays, "tag_name")
        here.starts = <const uint32_t *> _address(arrays["posting_offsets"])
        here.numbers = <const uint8_t *> _address(arrays["posting_numbers"])
        here.number_size = arrays["posting_numbers"].itemsize
        here.codes = <const uint8_t *> _address(arrays["posting_weights"])
        here.code_size = arrays["posting_weights"].itemsize
        here.values = <const float *> _address(arrays["weight_values"])
        here.lengths = <const float *> _address(arrays["lengths"])
        here.tag_starts = <const uint32_t *> _address(arrays["tag_offsets"])
        here.tag_numbers = <const int32_t *> _address(arrays["tag_numbers"])
        here.live = <const uint8_t *> _address_of(live, self.size)

    def frequency(self, str field not None, str term not None):
        """How many live documents hold `term` in `field`."""
        cdef Term sought
        if not _named(self.fields, field, term, &sought):
            return 0
        return postings.live_in(&self.arrays, postings.of(&self.arrays, &sought))

    def frequent(self, str field not None, str prefix not None, limit):
        """The most frequent live terms of `field` that begin with `prefix` and their frequencies, up to `limit`; None: all."""
        cdef Term begun
        if not _named(self.fields, field, prefix, &begun):
            return []
        cdef Span span = words.beginning(&self.arrays.terms, &begun)
        cdef Ranked *ranked = <Ranked *> malloc(max(span.end - span.start, 1) * sizeof(Ranked))
        if ranked == NULL:
            raise MemoryError
        cdef Py_ssize_t index, count = 0, frequency
        for index in range(span.start, span.end):
            frequency = postings.live_in(&self.arrays, Span(self.arrays.starts[index], self.arrays.starts[index + 1]))
            if frequency:
                ranked[count] = ranking.ranked(index, frequency, &self.arrays.terms, index)
                count += 1
        count = ranking.best(ranked, count, count if limit is None else limit)
        try:
            return [_completion(&ranked[index]) for index in range(count)]
        finally:
            free(ranked)


cdef int _fill(Words *lexicon, arrays, str name) except -1:
    lexicon.blob = <const uint8_t *> _address(arrays[f"{name}_blob"])
    lexicon.offsets = <const uint32_t *> _address(arrays[f"{name}_offsets"])
    lexicon.slots = <const uint32_t *> _address(arrays[f"{name}_slots"])
    lexicon.heads = <const uint64_t *> _address(arrays[f"{name}_heads"])
    lexicon.mask = len(arrays[f"{name}_slots"]) - 1
    lexicon.count = len(arrays[f"{name}_heads"])
    return 0


cdef const void *_address(array) except? NULL:
    """Where the elements of `array` are, as long as somebody keeps it; NULL for None."""
    cdef Py_buffer buffer
    if array is None:
        return NULL
    PyObject_GetBuffer(array, &buffer, PyBUF_SIMPLE)
    PyBuffer_Release(&buffer)
    return buffer.buf


cdef const void *_address_of(array, Py_ssize_t size) except? NULL:
    """The same of an array that must take so many bytes."""
    if array is not None and array.nbytes != size:
        raise ValueError(f"{array.nbytes} bytes where {size} are expected")
    return _address(array)


cdef bint _named(dict fields, str field, str text, Term *term) except -1:
    """Fill in `term`; whether it can be here at all."""
    number = fields.get(field)
    if number is None:
        return False
    term.field = number
    return _said(text, term)


cdef bint _said(str text, Term *term) except -1:
    """Fill in the text of `term`; not of half a character, which is in no index."""
    try:
        term.text = PyUnicode_AsUTF8AndSize(text, &term.length)
    except UnicodeEncodeError:
        return False
    return True


cdef tuple _completion(const Ranked *ranked):
    """A term and its frequency."""
    return PyUnicode_DecodeUTF8(<const char *> ranked.text + 1, ranked.length - 1, NULL), <Py_ssize_t> ranked.score


cdef class _Workspace:
    """The room of one query at a time, given back with it."""

    cdef Workspace room

    def __dealloc__(self):
        workspace.close(&self.room)


#: Those that no query uses now. There are as many as there were queries at once.
cdef list WORKSPACES = []


cdef class Scorer:
    """The leaves of a view, which answer queries together. Immutable."""

    cdef Leaves leaves
    cdef dict fields
    cdef tuple kept
    #: How many postings were read so far.
    cdef readonly Py_ssize_t read

    def __cinit__(self, list leaves not None, dict fields not None, slopes not None):
        """`leaves` whose documents are numbered through all of them; `fields` has the number of each field, `slopes` are `scoring.slopes`."""
        cdef Leaves *here = &self.leaves
        cdef Postings leaf
        cdef Py_ssize_t place
        self.kept = (leaves, slopes)
        self.fields = fields
        here.count, here.fields = len(leaves), len(fields)
        here.arrays = <const Arrays **> calloc(here.count, sizeof(Arrays *))
        here.bases = <Py_ssize_t *> calloc(here.count, sizeof(Py_ssize_t))
        here.numbers = <Py_ssize_t *> calloc(here.count * here.fields + 1, sizeof(Py_ssize_t))
        if here.arrays == NULL or here.bases == NULL or here.numbers == NULL:
            raise MemoryError
        for place in range(here.count):
            leaf = <Postings?> leaves[place]
            here.arrays[place] = &leaf.arrays
            here.bases[place] = here.size
            here.size += leaf.size
            here.live += leaf.count
            for field, number in fields.items():
                here.numbers[place * here.fields + <Py_ssize_t> number] = leaf.fields.get(field, NONE)
        here.slopes = <const double *> _address_of(slopes, here.fields * sizeof(double))

    def __dealloc__(self):
        free(self.leaves.arrays)
        free(self.leaves.bases)
        free(self.leaves.numbers)

    def frequency(self, str field not None, str term not None):
        """How many live documents hold `term` in `field`."""
        cdef Term sought
        return postings.frequency(&self.leaves, &sought) if _named(self.fields, field, term, &sought) else 0

    def position(self, str key not None):
        """The live document of `key`, or -1."""
        cdef Term sought
        return postings.position(&self.leaves, &sought) if _said(key, &sought) else NONE

    def best(self, query, allowed):
        """The best `query.limit` documents. `allowed` is a mask of documents; None: all."""
        cdef _Workspace owner = WORKSPACES.pop() if WORKSPACES else _Workspace()
        cdef Workspace *work = &owner.room
        cdef Leaves *leaves = &self.leaves
        cdef Py_ssize_t count
        cdef Term sought
        workspace.widen(work, leaves.size + 1)  # an empty view has a place too
        _read(work, self.fields, query.clauses)
        scoring.look_up(work, leaves, SATURATION, MOST_REFINED)
        count = scoring.match(work, leaves, query.least, <const uint8_t *> _address_of(allowed, leaves.size))
        scoring.score(work, leaves, FLAT, count)
        for tag, factor in query.boosts:
            if _said(tag, &sought):
                scoring.boost(work, leaves, &sought, factor)
        for key, factor in query.lifts:
            scoring.lift(work, self.position(key), factor)
        hits = _hits(work, scoring.rank(work, leaves, count, query.limit))
        scoring.clear(work, count)
        self.read += work.read
        WORKSPACES.append(owner)  # one that an error left as it was is forgotten
        return Hits(count, hits)


cdef int _read(Workspace *work, dict fields, tuple clauses) except -1:
    """Put the clauses down, without the terms that no leaf can hold."""
    work.term_count = work.branch_count = work.clause_count = work.read = 0
    for branches, worth in clauses:
        for branch in <tuple?> branches:
            for together in <tuple?> branch:
                if type(together) is not WeightedTerms:
                    raise TypeError(f"{together!r} are no terms")
                _read_terms(work, fields, <tuple> together)
            workspace.end_branch(work)
        workspace.end_clause(work, worth)
    return 0


cdef int _read_terms(Workspace *work, dict fields, tuple together) except -1:
    """Put down terms that are worth the same."""
    cdef tuple terms = <tuple?> together[1]
    cdef double weight = together[2]
    cdef bint anchors = together[3]
    cdef Term sought
    for term in terms:
        if _named(fields, <str?> together[0], <str?> term, &sought):
            workspace.add_term(work, sought, weight, anchors)
    return 0


cdef tuple _hits(Workspace *work, Py_ssize_t count):
    """The first `count` of the ranked."""
    return tuple([_hit(work, &work.ranked[place]) for place in range(count)])


cdef object _hit(Workspace *work, const Ranked *ranked):
    key = PyUnicode_DecodeUTF8(<const char *> ranked.text, ranked.length, NULL)
    cdef const double *parts = work.parts + ranked.item * work.clause_count
    clauses = tuple([parts[clause] for clause in range(work.clause_count)])
    return HIT((key, work.documents[ranked.item], ranked.score, clauses))
