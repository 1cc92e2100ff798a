"""The shipped content, loaded."""

from __future__ import annotations

from coach.content.library import Library
from coach.content.load_library import load_library
from coach.resources import assets


def library() -> Library:
    """Load the shipped content."""
    return load_library(assets())
