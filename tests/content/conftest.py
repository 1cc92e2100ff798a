"""The shipped library, read once for all tests of content."""

from __future__ import annotations

import pytest

from coach.content.library import Library
from coach.content.load_library import load_library
from coach.resources import assets


@pytest.fixture(scope="session")
def library() -> Library:
    """Everything under assets/."""
    return load_library(assets())
