"""What a look at one service of the machine found."""

from __future__ import annotations

from typing import NamedTuple


class Finding(NamedTuple):
    """One line of `limber doctor`: a name, whether it works here, and a sentence that says what was seen.

    `looking`: it is not known yet.
    """

    name: str
    ok: bool
    sentence: str
    looking: bool = False
