"""A session in the terminal asks for the places that are tracked, and Enter leaves them out."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from coach.app.journals import writing
from coach.app.shelf import library
from coach.app.sittings import Circumstances, plan_of
from coach.cli import main
from coach.clock import SystemClock
from coach.content.vocabulary import Area, Side, When
from coach.journal.entries import answer_draft
from coach.plan.timeline import Timeline
from coach.safety.suitability import SCREENING, screening_value
from coach.settings.model import Settings
from coach.settings.store import save_settings
from coach.store.open import open_reader

Given = list[tuple[When | None, Area, Side | None, int]]
Play = Callable[..., tuple[str, Given]]
_TRACKED = Settings(tracked=("calf:left", "buttock:right"))


def _plan(routine: str) -> Timeline:
    shelf = library()
    return plan_of(shelf.routines[routine], Circumstances(library=shelf, clock=SystemClock(), exposures=()))


@pytest.fixture
def play(data_dir: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Play:
    """Play with these lines typed, as someone who has been screened; return what was said and rated."""
    clock = SystemClock()
    now = clock.stamp()
    with writing(data_dir, clock) as journal:
        journal.append([answer_draft(SCREENING, screening_value({}, library().screening, now), now)])

    def run(*words: str, typed: str = "", settings: Settings = _TRACKED) -> tuple[str, Given]:
        save_settings(data_dir, settings)
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        assert main(("play", *words, "--text")) == 0
        with open_reader(data_dir) as reader:
            given = [(one.when, one.area, one.side, one.tightness) for one in reader.entries()]
        return capsys.readouterr().out, given

    return run


def test_what_is_tracked_is_asked_after_what_the_routine_names(play: Play) -> None:
    """One number after the other, each said once and counted."""
    said, given = play("gentle-start", typed="4\n6\n3\nq\n")
    assert given == [
        (When.BEFORE, Area.LOW_BACK, None, 4),
        (When.BEFORE, Area.CALF, Side.LEFT, 6),
        (When.BEFORE, Area.BUTTOCK, Side.RIGHT, 3),
    ]
    for where in ("low back, 1 of 3", "left calf, 2 of 3", "right buttock, 3 of 3"):
        assert said.count(f"How tight does it feel, {where}?") == 1


def test_afterwards_what_was_rated_before_is_asked_with_its_number(play: Play) -> None:
    """Two of three were rated, so two are asked; the number before stands beside."""
    blocks = {one.block for one in _plan("gentle-start").segments}
    said, given = play("gentle-start", typed="4\n6\n\n" + "n\n" * (len(blocks) - 2) + "2\n5\n")
    assert [(one[0], one[3]) for one in given][2:] == [(When.AFTER, 2), (When.AFTER, 5)]
    assert "left calf, 2 of 2? 0 is none, 10 the most you can imagine. Before: 6. Press Enter to leave it out." in said
    assert "right buttock, 3 of 3" in said
    assert "right buttock, 2 of 2" not in said


def test_enter_leaves_the_rest_out_at_once(play: Play) -> None:
    """One key and the session goes on, however much is tracked."""
    said, given = play("gentle-start", typed="\nq\n")
    assert given == []
    assert "low back, 1 of 3? 0 is none, 10 the most you can imagine. Press Enter to leave the rest out." in said
    assert "left calf" not in said


def test_a_slip_is_answered_and_the_same_place_waits(play: Play) -> None:
    """A number that is none is not saved, and does not become the next place's."""
    said, given = play("gentle-start", typed="4\n12\n6\nq\n")
    assert [(one[1], one[3]) for one in given] == [(Area.LOW_BACK, 4), (Area.CALF, 6)]
    assert "not “12”" in said


def test_a_place_typed_out_counts_as_that_place(play: Play) -> None:
    """Whoever types the place of a later question is not asked it again."""
    said, given = play("gentle-start", typed="4\nbuttock:right:7\nq\n")
    assert [(one[1], one[3]) for one in given] == [(Area.LOW_BACK, 4), (Area.BUTTOCK, 7)]
    assert "right buttock, 3 of 3" not in said


def test_a_routine_that_asks_twice_asks_for_each_place_once(play: Play) -> None:
    """The tracked side answers for the buttock, the hamstring stays the routine's, the calf comes at the end."""
    said, given = play("evening-unwind", typed="7\nhamstring:left:2\n5\nq\n")
    assert [one[1:] for one in given] == [
        (Area.BUTTOCK, Side.RIGHT, 7),
        (Area.HAMSTRING, Side.LEFT, 2),
        (Area.CALF, Side.LEFT, 5),
    ]
    assert said.count("right buttock") == 2  # asked, and what was saved
    assert said.count("left calf, 2 of 2") == 1


def test_whoever_is_not_to_be_asked_is_not(play: Play) -> None:
    """Switched off in the settings: no question, no cue about it; --yes asks nothing either."""
    said, given = play("gentle-start", typed="q\n", settings=Settings(ask_ratings=False))
    assert "How tight" not in said
    assert given == []
    said, given = play("gentle-start", "--yes", "--speed", "1000")
    assert "0 is none" not in said
    assert given == []
