# cython: language_level=3
"""Where one query at a time is worked out."""

from libc.stdint cimport int32_t
from libc.stdlib cimport calloc, free, malloc, realloc

from widget_server.engine.kernel.ranking cimport Ranked
from widget_server.engine.kernel.words cimport Span, Term


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


cdef struct Workspace:
    # All marks are 0 before a query and after it.
    #
    # A place for each document.
    Py_ssize_t size
    Mark *marks
    # A place for each document that matches: its number, its sums, and those that the branch and the clause at hand add to.
    Py_ssize_t *documents
    Sums *sums
    Py_ssize_t *in_branch
    Py_ssize_t *in_clause
    Ranked *ranked
    # The query: its terms, where those of each branch end, its clauses. Of each term the postings in each leaf.
    Weighted *terms
    Py_ssize_t *branches
    Clause *clauses
    Span *spans
    # What the anchors of each clause give to each document that matches: all clauses of the first, of the next.
    double *parts
    Py_ssize_t term_count
    Py_ssize_t branch_count
    Py_ssize_t clause_count
    Py_ssize_t term_room
    Py_ssize_t branch_room
    Py_ssize_t clause_room
    Py_ssize_t span_room
    Py_ssize_t part_room
    # How many postings were read.
    Py_ssize_t read


cdef inline int widen(Workspace *work, Py_ssize_t size) except -1:
    """Have room for so many documents."""
    if size <= work.size:
        return 0
    leave(work)
    work.size = 0
    work.marks = <Mark *> calloc(size, sizeof(Mark))
    work.documents = <Py_ssize_t *> malloc(size * sizeof(Py_ssize_t))
    work.sums = <Sums *> malloc(size * sizeof(Sums))
    work.in_branch = <Py_ssize_t *> malloc(size * sizeof(Py_ssize_t))
    work.in_clause = <Py_ssize_t *> malloc(size * sizeof(Py_ssize_t))
    work.ranked = <Ranked *> malloc(size * sizeof(Ranked))
    if not (work.marks and work.documents and work.sums and work.in_branch and work.in_clause and work.ranked):
        raise MemoryError
    work.size = size
    return 0


cdef inline void leave(Workspace *work) noexcept:
    """Give back the room for documents."""
    free(work.marks)
    free(work.documents)
    free(work.sums)
    free(work.in_branch)
    free(work.in_clause)
    free(work.ranked)
    work.marks, work.documents, work.sums, work.in_branch, work.in_clause, work.ranked = NULL, NULL, NULL, NULL, NULL, NULL


cdef inline void close(Workspace *work) noexcept:
    """Give back all room."""
    leave(work)
    free(work.terms)
    free(work.branches)
    free(work.clauses)
    free(work.spans)
    free(work.parts)


cdef inline void *room(void *items, Py_ssize_t needed, Py_ssize_t *held, size_t each) except NULL:
    """`items`, of which there is room for so many, moved where there is room for as many as are `needed`."""
    if needed <= held[0]:
        return items
    cdef void *moved = realloc(items, 2 * needed * each)
    if moved == NULL:
        raise MemoryError
    held[0] = 2 * needed
    return moved


cdef inline int add_term(Workspace *work, Term term, double weight, bint anchors) except -1:
    """One more term of the branch at hand."""
    work.terms = <Weighted *> room(work.terms, work.term_count + 1, &work.term_room, sizeof(Weighted))
    work.terms[work.term_count] = Weighted(term, weight, anchors, 0)
    work.term_count += 1
    return 0


cdef inline int end_branch(Workspace *work) except -1:
    """The terms so far are those of the branches until now."""
    work.branches = <Py_ssize_t *> room(work.branches, work.branch_count + 1, &work.branch_room, sizeof(Py_ssize_t))
    work.branches[work.branch_count] = work.term_count
    work.branch_count += 1
    return 0


cdef inline int end_clause(Workspace *work, double worth) except -1:
    """The branches so far are those of the clauses until now; the last one is worth this."""
    work.clauses = <Clause *> room(work.clauses, work.clause_count + 1, &work.clause_room, sizeof(Clause))
    work.clauses[work.clause_count] = Clause(work.branch_count, worth)
    work.clause_count += 1
    return 0
