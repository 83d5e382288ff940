# cython: language_level=3, cdivision=True
"""A query that was put down in a workspace, worked out: its postings looked up, its documents matched, scored and ranked."""

from libc.math cimport log
from libc.stdint cimport int32_t, uint8_t
from libc.string cimport memset

from widget_server.engine.kernel cimport postings, ranking, workspace
from widget_server.engine.kernel.postings cimport Arrays, Leaves
from widget_server.engine.kernel.words cimport NONE, Span, Term
from widget_server.engine.kernel.workspace cimport Mark, Sums, Weighted, Workspace


cdef inline int look_up(Workspace *work, const Leaves *leaves, double saturation, Py_ssize_t most_refined) except -1:
    """Find the postings of all terms, and what they are worth by the formulas and bounds of `engine.scoring`."""
    cdef Weighted *weighted
    cdef Py_ssize_t term, leaf, frequency
    cdef Span *span
    work.spans = <Span *> workspace.room(work.spans, work.term_count * leaves.count + 1, &work.span_room, sizeof(Span))
    for term in range(work.term_count):
        weighted = &work.terms[term]
        frequency = 0
        for leaf in range(leaves.count):
            span = &work.spans[term * leaves.count + leaf]
            span[0] = postings.in_leaf(leaves, leaf, &weighted.term)
            frequency += postings.live_in(leaves.arrays[leaf], span[0])
        weighted.factor = 0
        if 0 < frequency and (weighted.anchors or frequency <= most_refined):
            weighted.factor = (log(<double> leaves.live / (frequency + 1)) + 1) * saturation * weighted.weight
    return 0


cdef inline Py_ssize_t match(Workspace *work, const Leaves *leaves, double least, const uint8_t *allowed) noexcept:
    """Give the live documents that match their places; how many these are."""
    cdef Py_ssize_t clause, branch = 0, term = 0, place, document, found = 0, count = 0
    for clause in range(work.clause_count):
        while branch < work.clauses[clause].end:
            while term < work.branches[branch]:
                if work.terms[term].anchors and work.terms[term].factor:
                    found = mark_all(work, leaves, term, clause, found)
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


cdef inline Py_ssize_t mark_all(Workspace *work, const Leaves *leaves, Py_ssize_t term, Py_ssize_t clause, Py_ssize_t found) noexcept:
    """Mark the live documents of an anchor; those that have no mark yet are added to `documents`, of which there are `found`."""
    cdef const Arrays *arrays
    cdef Mark *mark
    cdef Span span
    cdef Py_ssize_t leaf, place, document
    for leaf in range(leaves.count):
        arrays, span = leaves.arrays[leaf], work.spans[term * leaves.count + leaf]
        for place in range(span.start, span.end):
            document = postings.number(arrays.numbers, arrays.number_size, place)
            if arrays.live != NULL and not arrays.live[document]:
                continue
            document += leaves.bases[leaf]
            mark = &work.marks[document]
            if mark.clause == 0:
                work.documents[found] = document
                found += 1
            if mark.clause != clause + 1:
                mark.clause = <int32_t> (clause + 1)
                mark.worth += work.clauses[clause].worth
    return found


cdef inline int score(Workspace *work, const Leaves *leaves, double flat, Py_ssize_t count) except -1:
    """Add up what the clauses give to the `count` documents that match; `flat` is the norm of one without length."""
    cdef Py_ssize_t clause, branch = 0, term = 0, in_clause
    work.parts = <double *> workspace.room(work.parts, count * work.clause_count + 1, &work.part_room, sizeof(double))
    memset(work.parts, 0, count * work.clause_count * sizeof(double))
    memset(work.sums, 0, count * sizeof(Sums))
    for clause in range(work.clause_count):
        in_clause = 0
        while branch < work.clauses[clause].end:
            in_clause = add_branch(work, leaves, flat, term, work.branches[branch], in_clause)
            term = work.branches[branch]
            branch += 1
        add_clause(work, clause, in_clause)
    return 0


cdef inline Py_ssize_t add_branch(Workspace *work, const Leaves *leaves, double flat, Py_ssize_t first, Py_ssize_t end, Py_ssize_t in_clause) noexcept:
    """Let a branch of these terms count where it is the best of its clause so far.

    The clause gives to `in_clause` documents before, and then to as many as are returned.
    """
    cdef Py_ssize_t term, place, count = 0
    cdef Sums *sums
    for term in range(first, end):
        if work.terms[term].anchors:
            count = add_postings(work, leaves, flat, term, count)
    for place in range(count):
        sums = &work.sums[work.in_branch[place]]
        sums.full = sums.anchored
    for term in range(first, end):
        if not work.terms[term].anchors:
            count = add_postings(work, leaves, flat, term, count)
    for place in range(count):
        sums = &work.sums[work.in_branch[place]]
        if sums.best_full == 0:
            work.in_clause[in_clause] = work.in_branch[place]
            in_clause += 1
        sums.best_full = max(sums.best_full, sums.full)
        sums.best_anchored = max(sums.best_anchored, sums.anchored)
        sums.full = sums.anchored = 0
    return in_clause


cdef inline Py_ssize_t add_postings(Workspace *work, const Leaves *leaves, double flat, Py_ssize_t term, Py_ssize_t count) noexcept:
    """Add what the postings of a term give. The branch gives to `count` documents before, and then to as many as are returned."""
    cdef const Weighted *weighted = &work.terms[term]
    cdef double weight, slope = leaves.slopes[weighted.term.field]
    cdef const Arrays *arrays
    cdef const Mark *marks
    cdef const float *lengths
    cdef Span span
    cdef Py_ssize_t leaf, place, document, matching
    cdef double *sum
    if weighted.factor == 0:
        return count
    for leaf in range(leaves.count):
        arrays, span, marks = leaves.arrays[leaf], work.spans[term * leaves.count + leaf], work.marks + leaves.bases[leaf]
        if span.start == span.end:
            continue
        work.read += span.end - span.start
        lengths = arrays.lengths + leaves.numbers[leaf * leaves.fields + weighted.term.field] * arrays.size
        for place in range(span.start, span.end):
            document = postings.number(arrays.numbers, arrays.number_size, place)
            matching = marks[document].place - 1
            if matching < 0:
                continue
            weight = arrays.values[postings.number(arrays.codes, arrays.code_size, place)]
            sum = &work.sums[matching].anchored if weighted.anchors else &work.sums[matching].full
            if sum[0] == 0:
                work.in_branch[count] = matching
                count += 1
            sum[0] += weight / (weight + flat + slope * lengths[document]) * weighted.factor
    return count


cdef inline void add_clause(Workspace *work, Py_ssize_t clause, Py_ssize_t count) noexcept:
    """Add the best branches of a clause to the `count` documents that it gives to."""
    cdef Py_ssize_t place, matching
    cdef Sums *sums
    for place in range(count):
        matching = work.in_clause[place]
        sums = &work.sums[matching]
        sums.total += sums.best_full
        work.parts[matching * work.clause_count + clause] = sums.best_anchored
        sums.best_full = sums.best_anchored = 0


cdef inline void boost(Workspace *work, const Leaves *leaves, const Term *tag, double factor) noexcept:
    """Multiply the sums of the documents that carry a tag."""
    cdef const Arrays *arrays
    cdef Span span
    cdef Py_ssize_t leaf, place
    for leaf in range(leaves.count):
        arrays = leaves.arrays[leaf]
        span = postings.tagged(arrays, tag)
        for place in range(span.start, span.end):
            lift(work, leaves.bases[leaf] + arrays.tag_numbers[place], factor)


cdef inline void lift(Workspace *work, Py_ssize_t document, double factor) noexcept:
    """Multiply the sum of one document, if it matches."""
    if document != NONE and work.marks[document].place:
        work.sums[work.marks[document].place - 1].total *= factor


cdef inline Py_ssize_t rank(Workspace *work, const Leaves *leaves, Py_ssize_t count, Py_ssize_t limit) noexcept:
    """Rank the best `limit` of the `count` documents that match; how many these are."""
    cdef Py_ssize_t place, document, leaf
    for place in range(count):
        document = work.documents[place]
        leaf = postings.leaf_of(leaves, document)
        work.ranked[place] = ranking.ranked(place, work.sums[place].total, &leaves.arrays[leaf].keys, document - leaves.bases[leaf])
    return ranking.best(work.ranked, count, limit)


cdef inline void clear(Workspace *work, Py_ssize_t count) noexcept:
    """Leave no mark of the documents that matched."""
    cdef Py_ssize_t place
    for place in range(count):
        work.marks[work.documents[place]].place = 0
