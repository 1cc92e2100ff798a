"""What the Today page shows, built from the library, the plans and the journal. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import msgspec

from coach.analysis.week import week
from coach.clock import Stamp
from coach.content.library import Library
from coach.content.pictures import exercise_seen, pack_seen
from coach.content.vocabulary import Mode, Quality
from coach.content.words import place_words, quality_words, side_word
from coach.i18n import _, ngettext
from coach.journal.records import Entry, SessionRecord, Unfinished
from coach.plan.rounds import rounds_of
from coach.plan.timeline import Part, Timeline
from coach.session.events import Status
from coach.session.state import Checkpoint
from coach.ui.entry.model import EntryState, Place, signs_of
from coach.ui.today.model import (
    ExerciseLine,
    Interrupted,
    RoutineDue,
    SafetyNote,
    TodayState,
    WeekDay,
)
from coach.ui.today.week import date_words, week_days, week_words
from coach.ui.words import day_words, length_of_words, mode_word
from coach.ui.yours import Yours, learning_words, offered, routine_lines

__all__ = [
    "ExerciseLine",
    "Interrupted",
    "Past",
    "RoutineDue",
    "SafetyNote",
    "TodayState",
    "WeekDay",
    "build_state",
    "choose_routine",
    "entry_state",
    "last_places",
    "part_of_day",
]

_MS_PER_MIN = 60_000
_MORNING_ENDS = 11
_EVENING_BEGINS = 17
_FIRST_ROUTINE = "gentle-start"
_BY_PART = {"morning": "morning-ease", "day": "gentle-start", "evening": "evening-unwind"}
_NERVE = frozenset({Quality.NUMBNESS, Quality.TINGLING, Quality.WEAKNESS})
_RECENT_DAYS = 7


@dataclass(frozen=True, slots=True)
class Past:
    """What the journal holds, as far as this page needs it."""

    sessions: Sequence[SessionRecord] = ()
    entries: Sequence[Entry] = ()
    unfinished: Sequence[Unfinished] = field(default=())


def build_state(
    library: Library,
    timelines: Mapping[str, Timeline],
    past: Past,
    now: Stamp,
    yours: Yours = Yours(),  # noqa: B008  frozen
    *,
    body: str = "a",
) -> TodayState:
    """Decide what to show at the moment `now`; `timelines` holds the compiled plan of each routine, by id.

    A routine of which nothing is left for this person, by what they said about themselves, is not offered.
    `body` is the figure's, for the map.
    """
    today = now.local().date()
    days = week(past.sessions, today)
    first_run = not past.sessions and not past.entries
    fitting = offered(library, timelines, yours)
    on_stage = [key for key in fitting if rounds_of(library.routines[key].routine, library.thermal) is None]
    key = choose_routine(past.sessions, now, on_stage)  # what runs in the background is beside the session of the day
    return TodayState(
        date_words=date_words(today),
        routine=_routine_due(key, library, timelines[key], past.sessions, now, learning=yours.learning)
        if key
        else None,
        interrupted=tuple(_interrupted(one, now) for one in past.unfinished),
        week=week_days(days),
        week_words=week_words(days),
        safety=(*_left_out(key, library, yours), *_safety(library, past.entries, today)),
        entry=entry_state(library, past.entries, now, body),
        first_run=first_run,
    )


def part_of_day(hour: int) -> str:
    """Name the part of the day: morning until 11, evening from 17."""
    if hour < _MORNING_ENDS:
        return "morning"
    return "evening" if hour >= _EVENING_BEGINS else "day"


def choose_routine(sessions: Sequence[SessionRecord], now: Stamp, known: Sequence[str]) -> str:
    """Choose what to do now: what was last done in this part of the day, else the routine made for it; '' if none."""
    part = part_of_day(now.local().hour)
    for session in reversed(sessions):
        same = part_of_day(session.started.local().hour) == part
        if same and not session.rehearsal and session.routine in known:
            return session.routine
    wanted = _BY_PART[part] if sessions else _FIRST_ROUTINE
    return wanted if wanted in known else next(iter(known), "")


def _routine_due(
    key: str, library: Library, timeline: Timeline, sessions: Sequence[SessionRecord], now: Stamp, *, learning: int
) -> RoutineDue:
    routine = library.routines[key].routine
    lines = _lines(timeline, library)
    done = any(_done_today(one, key, now) for one in sessions)
    return RoutineDue(
        id=key,
        overline=_overline(now, first=not sessions),
        name=_(routine.name),
        summary=_(routine.summary),
        facts=_facts(timeline, len({line.name for line in lines if not line.modes}), routine.place),
        lines=lines,
        figure=next((line.figure for line in lines if line.figure and not line.modes), None),
        done_today=_("You did this one today.") if done else "",
        learning=learning_words(learning),
    )


def _done_today(session: SessionRecord, key: str, now: Stamp) -> bool:
    """Say whether the whole routine was done today; one that was stopped is not held against doing it."""
    whole = session.status is Status.DONE and not session.rehearsal
    return whole and session.routine == key and session.started.local_day == now.local_day


def _overline(now: Stamp, *, first: bool) -> str:
    if first:
        return _("A first session")
    return {"morning": _("This morning"), "day": _("Now"), "evening": _("This evening")}[part_of_day(now.local().hour)]


def _facts(timeline: Timeline, exercises: int, place: str) -> tuple[str, ...]:
    minutes = max(1, round(timeline.total_ms / _MS_PER_MIN))
    where = {"floor": _("On the floor"), "chair": _("On a chair"), "desk": _("At the desk")}.get(place, "")
    facts = [ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes)]
    if exercises:
        facts.append(ngettext("{n} exercise", "{n} exercises", exercises).format(n=exercises))
    return tuple([*facts, where] if where else facts)


def _lines(timeline: Timeline, library: Library) -> tuple[ExerciseLine, ...]:
    """One line per step, in order; the sides of one step are named together, a repeated step once."""
    found: dict[tuple[str, Mode | None], list[Part]] = {}
    for part in timeline.parts:
        mode = Mode(part.kind) if part.kind in {"heat", "cold"} else None
        if part.exercise is not None or mode is not None:
            found.setdefault((part.exercise or "", mode), []).append(part)
    return tuple(_line(exercise, mode, parts, library) for (exercise, mode), parts in found.items())


def _line(key: str, mode: Mode | None, parts: Sequence[Part], library: Library) -> ExerciseLine:
    area, side = parts[0].area, parts[0].side
    if mode is not None:
        figure = pack_seen(library, mode, area, side) if area is not None else None
        return ExerciseLine(mode_word(mode), "", figure, (mode,))
    sides = {part.side for part in parts} - {None}
    words = _("each side") if len(sides) > 1 else side_word(side) if side is not None else ""
    return ExerciseLine(_(library.exercises[key].name), words, exercise_seen(library, key, side))


def _interrupted(one: Unfinished, now: Stamp) -> Interrupted:
    pack, done_ms = _read_checkpoint(one.checkpoint)
    words = {Mode.HEAT: _("If the heat pack is still on, take it off now."), None: ""}
    words[Mode.COLD] = _("If the cold pack is still on, take it off now.")
    day = day_words(one.written.local_day, now.local_day)
    sentence = _("{day} at {time}. You did {done}.").format(
        day=day, time=f"{one.written.local():%H:%M}", done=length_of_words(done_ms, one.planned_ms)
    )
    name = _(one.routine_name)
    title = _("{routine}, a rehearsal, stopped part-way") if one.rehearsal else _("{routine} stopped part-way")
    return Interrupted(one.session, title.format(routine=name), sentence, words[pack])


def _read_checkpoint(text: bytes) -> tuple[Mode | None, int]:
    """Read the pack that was on and the milliseconds done; nothing known where the note cannot be read."""
    try:
        checkpoint = msgspec.json.decode(text, type=Checkpoint)
    except msgspec.MsgspecError:
        return None, 0
    return (checkpoint.pack.mode if checkpoint.pack else None), sum(checkpoint.done_ms.values())


def _left_out(key: str, library: Library, yours: Yours) -> tuple[SafetyNote, ...]:
    """Say what of the routine is left out or done easier, by what the person said."""
    lines = routine_lines(library.routines[key].routine, library, yours) if key else ()
    if not lines:
        return ()
    return (SafetyNote(_("By what you said"), " ".join(f"{line.title}." for line in lines)),)


def _safety(library: Library, entries: Sequence[Entry], today: date) -> tuple[SafetyNote, ...]:
    """Say what was noted lately that the warning signs speak of, then when to stop."""
    said = []
    for entry in reversed(entries):
        age = (today - date.fromisoformat(entry.at.local_day)).days
        if entry.quality in _NERVE and age <= _RECENT_DAYS:
            words = {"what": quality_words(entry.quality), "where": place_words(entry.area, entry.side)}
            title = _("You noted {what} in the {where}").format(**words)
            said.append(SafetyNote(title, _("Please read the warning signs.")))
            break
    stop = library.warning_signs.stop_exercise.signs
    if stop:
        said.append(SafetyNote(_("Stop when this happens"), _(stop[0].text)))
    return tuple(said)


def entry_state(library: Library, entries: Sequence[Entry], now: Stamp, body: str) -> EntryState:
    """Return what the form to note how it feels begins with; `body` is the figure's."""
    return EntryState(last_places(entries), signs_of(library), now.local_day, body)


def last_places(entries: Sequence[Entry]) -> tuple[Place, ...]:
    """Return where the last entry was, with those that were saved together with it."""
    real = [entry for entry in entries if not entry.rehearsal]
    if not real:
        return ()
    last = real[-1]
    group = [entry for entry in real if last.together is not None and entry.together == last.together] or [last]
    return tuple((entry.area, entry.side) for entry in group)
