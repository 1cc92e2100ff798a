"""What a terminal says first in a learning week."""

from __future__ import annotations

import pytest

from coach.app.play import _greet
from coach.app.shelf import library
from coach.app.sittings import Circumstances, fresh
from tests.fakes import FakeClock


@pytest.mark.parametrize("learning", [True, False])
def test_it_says_that_it_asks_more_and_that_nobody_has_to_answer(
    learning: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line more, and only in a learning week."""
    shelf = library()
    given = Circumstances(library=shelf, clock=FakeClock(), exposures=(), learning=learning)
    _greet(fresh(shelf.routines["gentle-start"], given))
    said = capsys.readouterr().out
    assert said.startswith("Gentle start\n")
    assert ("Learning week" in said) is learning
    assert ("Enter leaves a rating out" in said) is learning
