"""The error of a fact that cannot be what it says it is."""


class MalformedError(ValueError):
    """A phone number, an address or hours that nothing can be made of; `str()` says why.

    Never leaves `content`: the readers turn it into a fault with a place.
    """
