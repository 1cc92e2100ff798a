"""Work that can be done a piece at a time, so that whoever does it can do something else in between."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from itertools import islice
from typing import Final, TypeVar

_T = TypeVar("_T")

#: A generator that yields between two pieces and returns what came of it.
Pieces = Generator[None, None, _T]

#: So many records are one piece: about a hundredth of a second of a fold.
MANY: Final = 8_000


def whole(pieces: Pieces[_T]) -> _T:
    """Do all of it at once and return what comes of it."""
    while True:
        try:
            next(pieces)
        except StopIteration as done:
            found: _T = done.value
            return found


def batches(records: Iterable[_T], size: int = MANY) -> Iterator[list[_T]]:
    """Cut records into lists of `size`, the last one shorter; none of nothing."""
    rest = iter(records)
    while some := list(islice(rest, size)):
        yield some
