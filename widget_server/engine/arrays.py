"""The element types of the posting arrays, named once; all of them are one-dimensional unless said."""

import numpy as np
from numpy.typing import NDArray

#: Document numbers as they are kept: within a segment, ascending, in as few bytes as the highest needs.
Numbers = NDArray[np.integer]

#: Places in a list of values, kept in the same way.
Codes = NDArray[np.unsignedinteger]

#: Document numbers as they are used: numpy scatters by machine words 2.5 times faster than by 32-bit ones.
Positions = NDArray[np.intp]

#: Term weights, field lengths and scores. Seven digits; the tests hold scores to five.
Weights = NDArray[np.float32]

#: Parts of a whole, 0 to 1. Exact, since the lengths made of them are rounded to steps.
Shares = NDArray[np.float64]

#: One truth value a document.
Mask = NDArray[np.bool_]

#: Where each item of a blob ends, with a leading 0: item i is `blob[offsets[i]:offsets[i + 1]]`.
Offsets = NDArray[np.uint32]

#: The beginnings of words, eight bytes as one number.
Heads = NDArray[np.uint64]
