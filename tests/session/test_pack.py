"""A pack's own clock: what is due when."""

from __future__ import annotations

from coach.session.course import Course
from coach.session.events import Outcome
from coach.session.pack import REPEAT_MS, Pack, new_pack
from tests.session.building import build, thermal


def _pack() -> Pack:
    course = Course(build("heat buttock left: 15"), thermal())
    return new_pack(course, course.exposures[1])


def test_a_pack_has_to_come_off_at_its_limit() -> None:
    """Without a check open the next thing is the end."""
    pack = _pack()
    pack.on_ms = 123
    assert pack.until_due_ms() == 900_000 - 123


def test_an_open_check_is_pressed_after_a_minute_and_after_two() -> None:
    """The numbers are those of thermal.toml."""
    pack = _pack()
    pack.on_ms = 300_000
    pack.ask()
    assert pack.until_due_ms() == 60_000
    pack.urgency = 1
    assert pack.until_due_ms() == 120_000
    pack.answer()
    assert pack.until_due_ms() == 600_000


def test_the_end_comes_before_the_answer_is_pressed_for() -> None:
    """A check just before the limit does not move the limit."""
    pack = _pack()
    pack.on_ms = 890_000
    pack.ask()
    assert pack.until_due_ms() == 10_000


def test_what_must_come_off_is_said_every_fifteen_seconds_and_louder() -> None:
    """Sounding after a minute, alarm and unattended after two; a verdict given before stays."""
    pack = _pack()
    pack.finish(0)
    heard = []
    for _again in range(8):
        pack.on_ms += REPEAT_MS
        assert pack.until_due_ms() == 0
        pack.insist()
        heard.append(pack.urgency)
    assert heard == [0, 0, 0, 1, 1, 1, 1, 2]
    assert pack.verdict is Outcome.UNATTENDED
    told = _pack()
    told.verdict = Outcome.INTERRUPTED
    told.finish(2)
    told.on_ms += 200_000
    told.insist()
    assert (told.urgency, told.verdict) == (2, Outcome.INTERRUPTED)
