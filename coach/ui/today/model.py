"""What the Today page shows and what it is told: values only, so that the window comes up without the journal. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field

from coach.content.pictures import Seen
from coach.content.vocabulary import Mode
from coach.ui.entry.model import EntryState


@dataclass(frozen=True, slots=True)
class ExerciseLine:
    """One exercise of the routine due."""

    name: str
    side: str
    figure: Seen | None
    modes: tuple[Mode, ...] = ()


@dataclass(frozen=True, slots=True)
class RoutineDue:
    """The routine to do now; `facts` are short phrases: length, number of exercises, place.

    `learning` is said in a learning week.
    """

    id: str
    overline: str
    name: str
    summary: str
    facts: tuple[str, ...]
    lines: tuple[ExerciseLine, ...]
    figure: Seen | None
    done_today: str = ""
    learning: str = ""


@dataclass(frozen=True, slots=True)
class Interrupted:
    """A session that can go on; `pack_words` is the first thing to say when a pack was on."""

    session: str
    title: str
    sentence: str
    pack_words: str = ""


@dataclass(frozen=True, slots=True)
class SafetyNote:
    """Something to keep in mind: static words, never a verdict."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class WeekDay:
    """One dot of the week; `share` is the length of the day's sessions against the longest day, 0 to 1."""

    short: str
    words: str
    share: float
    is_today: bool
    is_ahead: bool


@dataclass(frozen=True, slots=True)
class TodayState:
    """Everything on the page. `routine` is None when the library holds none."""

    date_words: str = ""
    routine: RoutineDue | None = None
    interrupted: tuple[Interrupted, ...] = ()
    week: tuple[WeekDay, ...] = ()
    week_words: str = ""
    safety: tuple[SafetyNote, ...] = ()
    entry: EntryState = field(default_factory=EntryState)
    first_run: bool = False
