"""The shipped content, loaded, and beside it the person's own routines."""

from __future__ import annotations

import sys
from pathlib import Path

from coach.content.library import Library
from coach.content.load_library import load_library
from coach.resources import assets


def library() -> Library:
    """Load the shipped content."""
    return load_library(assets())


def library_with_own(folder: Path) -> Library:
    """Load the shipped content and the routines of a data folder; what cannot be used is named on stderr."""
    from coach.content.own_routines import with_own

    shelf = with_own(folder, library())
    for sentence in shelf.problems:
        print(sentence, file=sys.stderr)
    return shelf.library
