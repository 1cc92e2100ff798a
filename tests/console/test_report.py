"""What `limber report` was asked for."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from typing import Any

import pytest

from coach.console.periods import period
from coach.console.report import asked
from coach.errors import WrongUseError
from tests.analysis.make import entry

TODAY = date(2026, 11, 25)


def options(**more: Any) -> Namespace:
    """The options as they are when nothing but --out is given."""
    usual: dict[str, Any] = {"out": "r.pdf", "first": None, "last": None, "paper": None, "pages": [], "notes": "none"}
    return Namespace(**{**usual, **more})


def test_four_weeks_until_today_when_nothing_is_said() -> None:
    """And one page, on the paper of the country."""
    made = asked(options(), TODAY, a4=False)
    assert (made.span.first, made.span.last, made.span.days) == (date(2026, 10, 29), TODAY, 28)
    assert (made.a4, made.pages) == (False, frozenset())
    assert asked(options(paper="a4"), TODAY, a4=False).a4


def test_pages_and_notes_are_chosen() -> None:
    """All pages at once, and all notes of the period."""
    made = asked(options(pages=["all"], notes="all"), TODAY, a4=True)
    here, before = entry("2026-11-20T08:00", 3, note="a"), entry("2026-01-20T08:00", 3, note="b")
    choice = made.choice([before, here])
    assert (choice.curves, choice.sessions, choice.entries) == (True, True, True)
    assert choice.notes == {here.id}
    some = asked(options(pages=["sessions"]), TODAY, a4=True).choice([here])
    assert (some.curves, some.sessions, some.entries, some.notes) == (False, True, False, frozenset())


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [("soon", None, "--from is a day"), (None, "2026-02-30", "--to is a day"), ("2026-11-30", None, "lies before")],
)
def test_a_period_that_cannot_be_is_refused(first: str | None, last: str | None, said: str) -> None:
    """One sentence names the option."""
    with pytest.raises(WrongUseError, match=said):
        period(first, last, TODAY)


def test_only_a_page_or_a_note_can_be_written() -> None:
    """Other endings are refused."""
    with pytest.raises(WrongUseError, match=r"\.pdf, \.txt"):
        asked(options(out="r.docx"), TODAY, a4=True)
