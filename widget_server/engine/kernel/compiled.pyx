# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""The kernel in C: the same scores in the same order as `portable`, term by term instead of all at once.

A query takes six steps. `_read` puts its clauses down as plain numbers and text, `_look_up` finds the postings of their terms. `_match` goes
through those of the anchors, to see which documents match; `_score` goes through all, and adds up for these alone what each term, branch and
clause gives. `_rank` picks the best, `_hits` tells them. Only the first and the last know of Python's objects.

Nothing is checked on the way: `packed` has verified the arrays when it opened them.
"""

from cpython.buffer cimport PyBUF_SIMPLE, PyBuffer_Release, PyObject_GetBuffer
from cpython.unicode cimport PyUnicode_AsUTF8AndSize, PyUnicode_DecodeUTF8
from libc.math cimport log
from libc.stdint cimport int32_t, uint8_t, uint16_t, uint32_t, uint64_t
from libc.stdlib cimport calloc, free, malloc, realloc
from libc.string cimport memset

from widget_server.engine.kernel cimport ranking, words
from widget_server.engine.kernel.ranking cimport Ranked
from widget_server.engine.kernel.words cimport NONE, Span, Term, Words

from widget_server.engine import scoring
from widget_server.engine.query import Hit, Hits, WeightedTerms

cdef extern from *:
    const uint32_t KERNEL_SOURCE

#: The digest of what this was compiled from (`hatch_build.py`).
SOURCE = KERNEL_SOURCE

cdef double SATURATION = scoring.factor(1)
cdef Py_ssize_t MOST_REFINED = scoring.MOST_REFINED
cdef object HIT = Hit._make  # of a tuple: in half the time of its constructor


# -- Terms and their postings ------------------------------------------------------------------------------------------

cdef struct Arrays:
    # Those of a `segment`. `live` is NULL where all documents are.
    Words terms
    Words keys
    const uint32_t *starts
    const uint8_t *numbers
    const uint8_t *codes
    Py_ssize_t number_size
    Py_ssize_t code_size
    const float *values
    const uint8_t *live


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
        self.size = segment.size
        self.count = self.size if live is None else live.sum()
        _fill(&here.terms, arrays, "term")
        _fill(&here.keys, arrays, "key")
        here.starts = <const uint32_t *> _address(arrays["posting_offsets"])
        here.numbers = <const uint8_t *> _address(arrays["posting_numbers"])
        here.number_size = arrays["posting_numbers"].itemsize
        here.codes = <const uint8_t *> _address(arrays["posting_weights"])
        here.code_size = arrays["posting_weights"].itemsize
        here.values = <const float *> _address(arrays["weight_values"])
        here.live = <const uint8_t *> _address(live)

    def frequency(self, str field not None, str term not None):
        """How many live documents hold `term` in `field`."""
        cdef Term sought
        if not _named(self.fields, field, term, &sought):
            return 0
        return _live_in(&self.arrays, _postings(&self.arrays, &sought))

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
            frequency = _live_in(&self.arrays, Span(self.arrays.starts[index], self.arrays.starts[index + 1]))
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


cdef Span _postings(const Arrays *arrays, const Term *term) noexcept:
    """Those of `term`."""
    cdef uint8_t field = <uint8_t> term.field
    cdef Py_ssize_t index = words.find(&arrays.terms, &field, 1, term)
    return Span(0, 0) if index == NONE else Span(arrays.starts[index], arrays.starts[index + 1])


cdef Py_ssize_t _live_in(const Arrays *arrays, Span span) noexcept:
    """How many of these postings are of live documents."""
    cdef Py_ssize_t live = 0, place
    if arrays.live == NULL:
        return span.end - span.start
    for place in range(span.start, span.end):
        live += arrays.live[_number(arrays.numbers, arrays.number_size, place)]
    return live


cdef inline Py_ssize_t _number(const uint8_t *numbers, Py_ssize_t size, Py_ssize_t place) noexcept:
    """The number at `place` of those that take `size` bytes each."""
    if size == 1:
        return numbers[place]
    if size == 2:
        return (<const uint16_t *> numbers)[place]
    return (<const uint32_t *> numbers)[place]


# -- A query ---------------------------------------------------------------------------------------------------------------

cdef struct Weighted:
    # A term of a query, and what BM25 multiplies its fractions by; 0 where its postings are not read.
    Term term
    double weight
    bint anchors
    double factor


cdef struct Clause:
    Py_ssize_t end  # of its branches
    double worth


cdef struct Mark:
    # What is known of a document: the worth of the clauses with an anchor in it, the last of these (from 1 on), and its
    # place among those that match (from 1 on).
    double worth
    int32_t clause
    int32_t place


cdef struct Sums:
    # What a matching document has so far: of the branch at hand, of the best branch of the clause at hand, of the clauses before.
    double anchored
    double full
    double best_anchored
    double best_full
    double total


cdef class _Workspace:
    """Where one query at a time is worked out. All marks are 0 before and after."""

    # A place for each document.
    cdef Py_ssize_t size
    cdef Mark *marks
    # A place for each document that matches: its number, its sums, and those that the branch and the clause at hand add to.
    cdef Py_ssize_t *documents
    cdef Sums *sums
    cdef Py_ssize_t *in_branch
    cdef Py_ssize_t *in_clause
    cdef Ranked *ranked
    # The query: its terms, where those of each branch end, its clauses. Of each term the postings in each leaf.
    cdef Weighted *terms
    cdef Py_ssize_t *branches
    cdef Clause *clauses
    cdef Span *spans
    # What the anchors of each clause give to each document that matches: all clauses of the first, of the next.
    cdef double *parts
    cdef Py_ssize_t term_count, branch_count, clause_count
    cdef Py_ssize_t term_room, branch_room, clause_room, span_room, part_room

    def __dealloc__(self):
        self._leave()
        free(self.terms)
        free(self.branches)
        free(self.clauses)
        free(self.spans)
        free(self.parts)

    cdef void _leave(self) noexcept:
        free(self.marks)
        free(self.documents)
        free(self.sums)
        free(self.in_branch)
        free(self.in_clause)
        free(self.ranked)
        self.marks, self.documents, self.sums, self.in_branch, self.in_clause, self.ranked = NULL, NULL, NULL, NULL, NULL, NULL

    cdef int widen(self, Py_ssize_t size) except -1:
        """Have room for so many documents."""
        if size <= self.size:
            return 0
        self._leave()
        self.size = 0
        self.marks = <Mark *> calloc(size, sizeof(Mark))
        self.documents = <Py_ssize_t *> malloc(size * sizeof(Py_ssize_t))
        self.sums = <Sums *> malloc(size * sizeof(Sums))
        self.in_branch = <Py_ssize_t *> malloc(size * sizeof(Py_ssize_t))
        self.in_clause = <Py_ssize_t *> malloc(size * sizeof(Py_ssize_t))
        self.ranked = <Ranked *> malloc(size * sizeof(Ranked))
        if not (self.marks and self.documents and self.sums and self.in_branch and self.in_clause and self.ranked):
            raise MemoryError
        self.size = size
        return 0


#: Those that no query uses now. There are as many as there were queries at once.
cdef list WORKSPACES = []


cdef void *_room(void *items, Py_ssize_t needed, Py_ssize_t *room, size_t each) except NULL:
    """`items`, moved where there is room for as many as are `needed`."""
    if needed <= room[0]:
        return items
    cdef void *moved = realloc(items, 2 * needed * each)
    if moved == NULL:
        raise MemoryError
    room[0] = 2 * needed
    return moved


cdef class Scorer:
    """The leaves of a view, which answer queries together. Immutable."""

    cdef const Arrays **leaves
    cdef Py_ssize_t *bases
    cdef Py_ssize_t *numbers
    cdef Py_ssize_t leaf_count, field_count, size, count
    cdef const float *norms
    cdef dict fields
    cdef tuple kept
    #: How many postings were read so far.
    cdef readonly Py_ssize_t read

    def __cinit__(self, list leaves not None, dict fields not None, norms not None):
        """`leaves` whose documents are numbered through all of them; `fields` has the number of each field, `norms` are those of a `view.View`."""
        cdef Py_ssize_t place
        self.kept = (leaves, norms)
        self.fields = fields
        self.leaf_count, self.field_count = len(leaves), len(fields)
        self.norms = <const float *> _address(norms)
        self.leaves = <const Arrays **> calloc(self.leaf_count, sizeof(Arrays *))
        self.bases = <Py_ssize_t *> calloc(self.leaf_count, sizeof(Py_ssize_t))
        self.numbers = <Py_ssize_t *> calloc(self.leaf_count * self.field_count + 1, sizeof(Py_ssize_t))
        if self.leaves == NULL or self.bases == NULL or self.numbers == NULL:
            raise MemoryError
        for place in range(self.leaf_count):
            leaf = <Postings?> leaves[place]
            self.leaves[place] = &(<Postings> leaf).arrays
            self.bases[place] = self.size
            self.size += (<Postings> leaf).size
            self.count += (<Postings> leaf).count
            for field, number in fields.items():
                self.numbers[place * self.field_count + <Py_ssize_t> number] = (<Postings> leaf).fields.get(field, NONE)

    def __dealloc__(self):
        free(self.leaves)
        free(self.bases)
        free(self.numbers)

    def frequency(self, str field not None, str term not None):
        """How many live documents hold `term` in `field`."""
        cdef Term sought
        cdef Py_ssize_t leaf, frequency = 0
        if _named(self.fields, field, term, &sought):
            for leaf in range(self.leaf_count):
                frequency += _live_in(self.leaves[leaf], _in_leaf(self, leaf, &sought))
        return frequency

    def position(self, str key not None):
        """The live document of `key`, or -1."""
        cdef Term sought
        cdef Py_ssize_t leaf, number
        if not _said(key, &sought):
            return NONE
        for leaf in range(self.leaf_count):
            number = words.find(&self.leaves[leaf].keys, self.leaves[leaf].keys.blob, 0, &sought)
            if number != NONE and (self.leaves[leaf].live == NULL or self.leaves[leaf].live[number]):
                return self.bases[leaf] + number
        return NONE

    def best(self, query, allowed, factors):
        """The best `query.limit` documents. `allowed` is a mask of documents, `factors` are one for each; either may be None."""
        cdef _Workspace work = WORKSPACES.pop() if WORKSPACES else _Workspace()
        cdef Py_ssize_t count
        work.widen(self.size + 1)  # an empty view has a place too
        _read(work, self.fields, query.clauses)
        _look_up(work, self)
        count = _match(work, self, query.least, <const uint8_t *> _address(allowed))
        _score(work, self, count)
        if factors is not None:
            _multiply(work, count, <const float *> _address(factors))
        for key, factor in query.lifts:
            _lift(work, self.position(key), factor)
        hits = _hits(work, _rank(work, self, count, query.limit))
        _clear(work, count)
        WORKSPACES.append(work)  # one that an error left as it was is forgotten
        return Hits(count, hits)


cdef int _read(_Workspace work, dict fields, tuple clauses) except -1:
    """Put the clauses down, without the terms that no leaf can hold."""
    work.term_count = work.branch_count = work.clause_count = 0
    for branches, worth in clauses:
        for branch in <tuple?> branches:
            for together in <tuple?> branch:
                if type(together) is not WeightedTerms:
                    raise TypeError(f"{together!r} are no terms")
                _read_together(work, fields, <tuple> together)
            work.branches = <Py_ssize_t *> _room(work.branches, work.branch_count + 1, &work.branch_room, sizeof(Py_ssize_t))
            work.branches[work.branch_count] = work.term_count
            work.branch_count += 1
        work.clauses = <Clause *> _room(work.clauses, work.clause_count + 1, &work.clause_room, sizeof(Clause))
        work.clauses[work.clause_count] = Clause(work.branch_count, worth)
        work.clause_count += 1
    return 0


cdef int _read_together(_Workspace work, dict fields, tuple together) except -1:
    """Put down terms that are worth the same."""
    cdef tuple terms = <tuple?> together[1]
    cdef double weight = together[2]
    cdef bint anchors = together[3]
    cdef Weighted *weighted
    number = fields.get(together[0])
    if number is None:
        return 0
    cdef Py_ssize_t field = number
    work.terms = <Weighted *> _room(work.terms, work.term_count + len(terms) + 1, &work.term_room, sizeof(Weighted))
    for term in terms:
        weighted = &work.terms[work.term_count]
        if _said(<str?> term, &weighted.term):
            weighted.term.field = field
            weighted.weight = weight
            weighted.anchors = anchors
            work.term_count += 1
    return 0


cdef int _look_up(_Workspace work, Scorer scorer) except -1:
    """Find the postings of all terms, and what they are worth (see `scoring`)."""
    cdef Weighted *weighted
    cdef Py_ssize_t term, leaf, frequency
    cdef Span *span
    work.spans = <Span *> _room(work.spans, work.term_count * scorer.leaf_count + 1, &work.span_room, sizeof(Span))
    for term in range(work.term_count):
        weighted = &work.terms[term]
        frequency = 0
        for leaf in range(scorer.leaf_count):
            span = &work.spans[term * scorer.leaf_count + leaf]
            span[0] = _in_leaf(scorer, leaf, &weighted.term)
            frequency += _live_in(scorer.leaves[leaf], span[0])
        weighted.factor = 0
        if 0 < frequency and (weighted.anchors or frequency <= MOST_REFINED):
            weighted.factor = (log(<double> scorer.count / (frequency + 1)) + 1) * SATURATION * weighted.weight
    return 0


cdef Span _in_leaf(Scorer scorer, Py_ssize_t leaf, const Term *term) noexcept:
    """The postings of a term of the view."""
    cdef Term own = term[0]
    own.field = scorer.numbers[leaf * scorer.field_count + term.field]
    return Span(0, 0) if own.field == NONE else _postings(scorer.leaves[leaf], &own)


cdef Py_ssize_t _match(_Workspace work, Scorer scorer, double least, const uint8_t *allowed) noexcept:
    """Give the live documents that match their places; how many these are."""
    cdef Py_ssize_t clause, branch = 0, term = 0, place, document, found = 0, count = 0
    for clause in range(work.clause_count):
        while branch < work.clauses[clause].end:
            while term < work.branches[branch]:
                if work.terms[term].anchors and work.terms[term].factor:
                    found = _mark(work, scorer, term, clause, found)
                term += 1
            branch += 1
    for place in range(found):
        document = work.documents[place]
        if work.marks[document].worth >= least and (allowed == NULL or allowed[document]):
            work.documents[count] = document
            count += 1
            work.marks[document].place = <int32_t> count
        work.marks[document].worth = work.marks[document].clause = 0
    return count


cdef Py_ssize_t _mark(_Workspace work, Scorer scorer, Py_ssize_t term, Py_ssize_t clause, Py_ssize_t found) noexcept:
    """Mark the live documents of an anchor; those that have no mark yet are added to `documents`, of which there are `found`."""
    cdef const Arrays *arrays
    cdef Mark *mark
    cdef Span span
    cdef Py_ssize_t leaf, place, document
    for leaf in range(scorer.leaf_count):
        arrays, span = scorer.leaves[leaf], work.spans[term * scorer.leaf_count + leaf]
        for place in range(span.start, span.end):
            document = _number(arrays.numbers, arrays.number_size, place)
            if arrays.live != NULL and not arrays.live[document]:
                continue
            document += scorer.bases[leaf]
            mark = &work.marks[document]
            if mark.clause == 0:
                work.documents[found] = document
                found += 1
            if mark.clause != clause + 1:
                mark.clause = <int32_t> (clause + 1)
                mark.worth += work.clauses[clause].worth
    return found


cdef int _score(_Workspace work, Scorer scorer, Py_ssize_t count) except -1:
    """Add up what the clauses give to the `count` documents that match."""
    cdef Py_ssize_t clause, branch = 0, term = 0, in_clause
    work.parts = <double *> _room(work.parts, count * work.clause_count + 1, &work.part_room, sizeof(double))
    memset(work.parts, 0, count * work.clause_count * sizeof(double))
    memset(work.sums, 0, count * sizeof(Sums))
    for clause in range(work.clause_count):
        in_clause = 0
        while branch < work.clauses[clause].end:
            in_clause = _add_branch(work, scorer, term, work.branches[branch], in_clause)
            term = work.branches[branch]
            branch += 1
        _add_clause(work, clause, in_clause)
    return 0


cdef Py_ssize_t _add_branch(_Workspace work, Scorer scorer, Py_ssize_t first, Py_ssize_t end, Py_ssize_t in_clause) noexcept:
    """Let a branch of these terms count where it is the best of its clause so far.

    The clause gives to `in_clause` documents before, and then to as many as are returned.
    """
    cdef Py_ssize_t term, place, count = 0
    cdef Sums *sums
    for term in range(first, end):
        if work.terms[term].anchors:
            count = _add_term(work, scorer, term, count)
    for place in range(count):
        sums = &work.sums[work.in_branch[place]]
        sums.full = sums.anchored
    for term in range(first, end):
        if not work.terms[term].anchors:
            count = _add_term(work, scorer, term, count)
    for place in range(count):
        sums = &work.sums[work.in_branch[place]]
        if sums.best_full == 0:
            work.in_clause[in_clause] = work.in_branch[place]
            in_clause += 1
        sums.best_full = max(sums.best_full, sums.full)
        sums.best_anchored = max(sums.best_anchored, sums.anchored)
        sums.full = sums.anchored = 0
    return in_clause


cdef Py_ssize_t _add_term(_Workspace work, Scorer scorer, Py_ssize_t term, Py_ssize_t count) noexcept:
    """Add what a term gives. The branch gives to `count` documents before, and then to as many as are returned."""
    cdef const Weighted *weighted = &work.terms[term]
    cdef const float *norms = scorer.norms + weighted.term.field * scorer.size
    cdef const Arrays *arrays
    cdef const Mark *marks
    cdef Span span
    cdef Py_ssize_t leaf, place, matching
    cdef double weight
    cdef double *sum
    if weighted.factor == 0:
        return count
    for leaf in range(scorer.leaf_count):
        arrays, span, marks = scorer.leaves[leaf], work.spans[term * scorer.leaf_count + leaf], work.marks + scorer.bases[leaf]
        scorer.read += span.end - span.start
        for place in range(span.start, span.end):
            matching = marks[_number(arrays.numbers, arrays.number_size, place)].place - 1
            if matching < 0:
                continue
            weight = arrays.values[_number(arrays.codes, arrays.code_size, place)]
            sum = &work.sums[matching].anchored if weighted.anchors else &work.sums[matching].full
            if sum[0] == 0:
                work.in_branch[count] = matching
                count += 1
            sum[0] += weight / (weight + norms[work.documents[matching]]) * weighted.factor
    return count


cdef void _add_clause(_Workspace work, Py_ssize_t clause, Py_ssize_t count) noexcept:
    """Add the best branches of a clause to the `count` documents that it gives to."""
    cdef Py_ssize_t place, matching
    cdef Sums *sums
    for place in range(count):
        matching = work.in_clause[place]
        sums = &work.sums[matching]
        sums.total += sums.best_full
        work.parts[matching * work.clause_count + clause] = sums.best_anchored
        sums.best_full = sums.best_anchored = 0


cdef void _multiply(_Workspace work, Py_ssize_t count, const float *factors) noexcept:
    cdef Py_ssize_t place
    for place in range(count):
        work.sums[place].total *= factors[work.documents[place]]


cdef void _lift(_Workspace work, Py_ssize_t document, double factor) noexcept:
    if document != NONE and work.marks[document].place:
        work.sums[work.marks[document].place - 1].total *= factor


cdef Py_ssize_t _rank(_Workspace work, Scorer scorer, Py_ssize_t count, Py_ssize_t limit) noexcept:
    """Rank the best `limit` of the `count` documents that match; how many these are."""
    cdef Py_ssize_t place, document, leaf
    for place in range(count):
        document = work.documents[place]
        leaf = _leaf(scorer, document)
        work.ranked[place] = ranking.ranked(place, work.sums[place].total, &scorer.leaves[leaf].keys, document - scorer.bases[leaf])
    return ranking.best(work.ranked, count, limit)


cdef inline Py_ssize_t _leaf(Scorer scorer, Py_ssize_t document) noexcept:
    cdef Py_ssize_t leaf = scorer.leaf_count - 1
    while document < scorer.bases[leaf]:
        leaf -= 1
    return leaf


cdef tuple _hits(_Workspace work, Py_ssize_t count):
    """The first `count` of the ranked."""
    return tuple([_hit(work, &work.ranked[place]) for place in range(count)])


cdef object _hit(_Workspace work, const Ranked *ranked):
    key = PyUnicode_DecodeUTF8(<const char *> ranked.text, ranked.length, NULL)
    cdef const double *parts = work.parts + ranked.item * work.clause_count
    clauses = tuple([parts[clause] for clause in range(work.clause_count)])
    return HIT((key, work.documents[ranked.item], ranked.score, clauses))


cdef void _clear(_Workspace work, Py_ssize_t count) noexcept:
    cdef Py_ssize_t place
    for place in range(count):
        work.marks[work.documents[place]].place = 0
