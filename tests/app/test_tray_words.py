"""What the menu at the tray icon says: what comes next or why nothing does, what can be done, never a word about health."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from msgspec.structs import replace

from coach.app.tray_words import closed_notice, status_words, tray_state
from coach.clock import Stamp, stamp_of
from coach.content.vocabulary import BreakKind
from coach.ports.tray import BETWEEN, Entry, TrayState
from coach.reminders.sight import Busy
from coach.reminders.view import Next, State, View
from coach.reminders.why import blind_words
from coach.settings.breaks import Breaks, Rotation
from coach.settings.model import Settings
from tests.ui.breaks.views import view

_ON = Settings(breaks=Breaks(on=True))
_MIN = 60_000


def _at(hour: int, minute: int) -> Stamp:
    return stamp_of(datetime(2026, 5, 4, hour, minute, tzinfo=timezone(timedelta(hours=2))), "Europe/Berlin")


_NOW = _at(13, 8)
_VIEW = view(
    why="Next: a movement break, after 12 min more of sitting.",
    next=Next("move", BreakKind.MOVE, 11 * _MIN + 1, 150_000),
    seated_ms=0,
)


def _words(view: View, settings: Settings = _ON, packs: TrayState | None = None) -> list[str]:
    return [entry.words for entry in tray_state(view, settings, _NOW, packs).entries]


def _entry(view: View, words: str, settings: Settings = _ON, now: Stamp = _NOW) -> Entry:
    return next(entry for entry in tray_state(view, settings, now, None).entries if entry.words == words)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (BreakKind.MOVE, "Movement break in 12 min"),
        (BreakKind.STAND, "Time to stand in 12 min"),
        (BreakKind.NUDGE, "A look at how you sit in 12 min"),
    ],
)
def test_the_time_to_the_next(kind: BreakKind, words: str) -> None:
    """In whole minutes, never fewer than there are; the tip of the icon says it too."""
    assert _VIEW.next is not None
    view = _VIEW._replace(next=_VIEW.next._replace(kind=kind))
    assert status_words(view, _NOW) == words
    assert tray_state(view, _ON, _NOW, None).tip == f"Limber – {words}"


def test_why_not() -> None:
    """What keeps it from asking, since when; without a full stop, and without what is said on the page once."""
    busy = ((Busy.MICROPHONE, _at(13, 5)), (Busy.MEETING, _at(13, 0)))
    waiting = _VIEW._replace(state=State.DEFERRED, busy=busy, meeting_ms=52 * _MIN)
    assert status_words(waiting, _NOW) == "Waiting: microphone in use since 13:05, in a meeting until 14:00"
    assert status_words(_VIEW._replace(state=State.PAUSED, why="Paused until 14:00."), _NOW) == "Paused until 14:00"
    blind = f"A break is due; it waits for a pause in your typing. {blind_words()}"
    said = status_words(_VIEW._replace(state=State.WAITING, why=blind), _NOW)
    assert said == "A break is due; it waits for a pause in your typing"
    assert status_words(_VIEW._replace(next=None), _NOW) == "Nothing is due"
    assert status_words(_VIEW._replace(state=State.CARD), _NOW) == "A break is due"


def test_the_menu() -> None:
    """What is said, what can be done, the program itself; in this order."""
    assert _words(_VIEW) == [
        "Movement break in 12 min",
        "",
        "Take a break now",
        "A shorter one",
        "Pause",
        "In a meeting",
        "",
        "Note how it feels",
        "Open Limber",
        "Quit Limber",
    ]
    pause = _entry(_VIEW, "Pause")
    assert [(entry.words, entry.key) for entry in pause.sub] == [
        ("30 min", "pause:30"),
        ("1 h", "pause:60"),
        ("2 h", "pause:120"),
        ("4 h", "pause:240"),
        ("Until tomorrow", "until-tomorrow"),
    ]


@pytest.mark.parametrize(
    ("now", "first", "last"),
    [
        ((13, 8), "13:30", "16:00"),
        ((13, 25), "13:30", "16:00"),
        ((13, 26), "14:00", "16:30"),
        ((22, 40), "23:00", "01:30"),
    ],
)
def test_ends_of_a_meeting(now: tuple[int, int], first: str, last: str) -> None:
    """The next hours and half hours, past midnight too."""
    ends = _entry(_VIEW, "In a meeting", now=_at(*now)).sub
    assert len(ends) == 6
    assert [(ends[0].words, ends[0].key), (ends[-1].words, ends[-1].key)] == [
        (f"until {first}", f"meeting:{first}"),
        (f"until {last}", f"meeting:{last}"),
    ]


def test_what_keeps_it_from_asking_can_be_ended() -> None:
    """A pause, a meeting, and a reason that is wrong."""
    assert _entry(_VIEW._replace(state=State.PAUSED, pause_ms=_MIN), "Go on now").key == "resume"
    assert _entry(_VIEW._replace(meeting_ms=_MIN), "The meeting is over").key == "anyway"
    busy = _VIEW._replace(state=State.DEFERRED, busy=((Busy.FULL_SCREEN, _NOW),))
    assert _entry(busy, "Ask me anyway").key == "anyway"


def test_standing_only_where_the_desk_goes_up() -> None:
    """With the rotation the person can say how they are; without it nothing is asked."""
    turning = Settings(breaks=Breaks(on=True, rotation=Rotation(on=True)))
    assert _entry(_VIEW, "I am standing now", turning).key == "stand"
    assert _entry(_VIEW._replace(standing=True), "I am sitting now", turning).key == "sit"
    assert not any("standing" in words for words in _words(_VIEW))


def test_with_breaks_off_only_what_can_be_done() -> None:
    """A break can be taken all the same; there is nothing to pause."""
    off = _VIEW._replace(state=State.OFF, why="Break reminders are off.", next=None)
    assert _words(off, Settings(stay_in_tray=True))[:5] == [
        "Break reminders are off",
        "",
        "Take a break now",
        "A shorter one",
        "",
    ]


def test_in_a_break_none_can_be_asked_for() -> None:
    """The lines are there and cannot be chosen."""
    in_it = _VIEW._replace(state=State.BREAK, next=None)
    assert (_entry(in_it, "Take a break now").key, _entry(in_it, "A shorter one").key) == ("", "")


def test_packs_come_first() -> None:
    """Their lines, a line between, and then the breaks; the icon's tip is theirs."""
    packs = TrayState("Limber: next step in 2 hours", (Entry("Limber: next step in 2 hours"), Entry("End it", "end")))
    state = tray_state(_VIEW, _ON, _NOW, packs)
    assert state.tip == packs.tip
    assert state.entries[:3] == (*packs.entries, BETWEEN)
    assert state.entries[3].words == "Movement break in 12 min"


def test_nothing_about_anybody_s_health() -> None:
    """No body, no exercise, no name that the person gave, whatever goes on."""
    named = replace(_ON.breaks.cadences[1], name="Stretch the piriformis")
    settings = Settings(breaks=Breaks(on=True, cadences=(named,)))
    said = [*_words(_VIEW._replace(why="Next: Stretch the piriformis, after 2 min more of sitting."), settings)]
    said += _words(_VIEW._replace(state=State.SESSION, why="An exercise session is running; it counts as a break."))
    said += [closed_notice(breaks=on).text for on in (True, False)]
    assert not any(word in text.lower() for text in said for word in ("piriformis", "exercise", "pain", "leg", "back "))
