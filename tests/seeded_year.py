"""A year in the life of one made-up person, the same every time: `seeded_year()`; its first week; ten such years.

For tests of everything that reads a journal. Noise is realistic, there are two flares, planned rests, a new chair, a visit
at the physiotherapist's after which the routine changes, a learning week, and one exercise that helps a whole point more
than the others (`seeded_person.THE_ONE_THAT_HELPS`).
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import NamedTuple

import msgspec

from coach.clock import Stamp
from coach.content.vocabulary import SIDED_AREAS, MarkerKind, Quality, When
from coach.journal.entries import entry_draft, marker_draft
from coach.journal.identity import new_id
from coach.journal.records import Entry, Marker, SessionRecord
from coach.journal.repository import Draft
from coach.session.events import Outcome
from tests.seeded_person import (
    BUTTOCK_LEFT,
    BUTTOCK_RIGHT,
    CALF_LEFT,
    EFFECTS,
    FOOT_LEFT,
    HAMSTRING_LEFT,
    HAMSTRING_RIGHT,
    LOW_BACK,
    USUAL,
    Key,
    Person,
    events_of,
)
from tests.seeded_sessions import Routine, as_drafts, as_record

LAST_DAY = date(2026, 11, 20)
SEED = 20261120
#: The first day of the learning week, in days before the last day.
LEARNING_AGO = 60

NOTES = (
    "Long day at the desk, then standing in the tram.",
    "Gut geschlafen, trotzdem steif – Übung später.",
    "=1+1 pillows tonight",
    "+49 km this week, @home, -2 kg",
    "🙂 better after the walk 🚶‍♀️",
    "Zog bis in die Wade; nach dem Spaziergang weg. Größer als gestern?",
    'Says "fine", feels; different,\nand a second line',
    "\tTab first, then <b>not bold</b> & more",
    "Sehr lange Notiz: " + "immer wieder aufgestanden und ein paar Schritte gegangen, " * 5 + "danach besser.",
    "العمل طويل اليوم",
)
_ODD: tuple[tuple[Quality, Key], ...] = (
    (Quality.SPASM, BUTTOCK_LEFT),
    (Quality.TWITCHING, CALF_LEFT),
    (Quality.CRAMP, CALF_LEFT),
    (Quality.SHOOTING_PAIN, HAMSTRING_LEFT),
    (Quality.NUMBNESS, FOOT_LEFT),
    (Quality.TINGLING, FOOT_LEFT),
    (Quality.WEAKNESS, CALF_LEFT),
)
_PAIRED = {BUTTOCK_LEFT: BUTTOCK_RIGHT, HAMSTRING_LEFT: HAMSTRING_RIGHT}

_SHORT = tuple(Routine(f"just-{name}", "One stretch", (name,), 3) for name in EFFECTS)
_FIRST = Routine("morning-ease", "Morning ease", ("pelvic_tilt", "knee_to_chest_single", "lumbar_rotation"), 2)
_SECOND = Routine(
    "mein-abend",
    "Mein Abend – ruhig",
    ("piriformis_supine_figure_four", "hamstring_supine_strap", "lumbar_rotation"),
    3,
)
_GENTLE = Routine("gentle-start", "Gentle start", ("pelvic_tilt", "knee_to_chest_single"), 1)
_ALL = Routine("all-five", "All five", tuple(EFFECTS), 2)


class Year(NamedTuple):
    """What the journal holds, oldest first; `last_day` is the person's today."""

    entries: tuple[Entry, ...]
    sessions: tuple[SessionRecord, ...]
    markers: tuple[Marker, ...]
    last_day: date

    def drafts(self) -> tuple[Draft, ...]:
        """The same as events to be written into a journal, oldest first; read back they are equal to the records."""
        made = [draft for session in self.sessions for draft in as_drafts(session)]
        made += [_entry(entry) for entry in self.entries]
        made += [_marker(marker) for marker in self.markers]
        return tuple(sorted(made, key=lambda draft: draft.at.utc_us))

    def between(self, first_day: date, last_day: date) -> Year:
        """Only what is about these days, both included."""
        first, last = first_day.isoformat(), last_day.isoformat()
        return Year(
            tuple(entry for entry in self.entries if first <= entry.at.local_day <= last),
            tuple(session for session in self.sessions if first <= session.started.local_day <= last),
            tuple(marker for marker in self.markers if first <= marker.at.local_day <= last),
            last_day,
        )


def seeded_year(seed: int = SEED) -> Year:
    """365 days that end on `LAST_DAY`."""
    return _live(random.Random(seed), LAST_DAY, 1, busy=1)


def first_week() -> Year:
    """The first seven days of the seeded year: too little for most of what could be said."""
    begun = LAST_DAY - timedelta(days=364)
    return seeded_year().between(begun, begun + timedelta(days=6))


def ten_years() -> Year:
    """Ten such years with entries every day, about 100 000 events: for benchmarks."""
    return _live(random.Random(SEED), LAST_DAY, 10, busy=3)


def _live(chance: random.Random, last_day: date, years: int, *, busy: int) -> Year:
    first = last_day - timedelta(days=365 * years - 1)
    ends = [last_day - timedelta(days=365 * n) for n in reversed(range(years))]
    person = Person(chance, first, tuple(event for end in ends for event in events_of(end)))
    diary = _Diary(person, tuple(end - timedelta(days=LEARNING_AGO) for end in ends))
    for number in range((last_day - first).days + 1):
        person.begin_day(first + timedelta(days=number))
        for _turn in range(busy):
            diary.write_day()
    entries = sorted(diary.entries, key=lambda entry: (entry.at.utc_us, entry.id))
    sessions = sorted(diary.sessions, key=lambda session: (session.started.utc_us, session.id))
    return Year(tuple(entries), tuple(sessions), tuple(diary.markers()), last_day)


class _Diary:
    """Writes down what the person enters, day after day."""

    def __init__(self, person: Person, learning: tuple[date, ...]) -> None:
        self.person = person
        self.chance = person.chance
        self.entries: list[Entry] = []
        self.sessions: list[SessionRecord] = []
        self._learning = learning

    def markers(self) -> list[Marker]:
        """One marker for each event."""
        found = []
        for event in self.person.events:
            self.person.day = event.day
            stamp = self.person.at(12.25)
            last = event.last.isoformat() if event.last else None
            found.append(Marker(id=self._id(stamp), at=stamp, kind=event.kind, words=event.words, last_day=last))
        return found

    def write_day(self) -> None:
        """Everything of the person's day: sessions by weekday, entries when they think of it."""
        self._session_of_today()
        for _turn in range(self.chance.choice((0, 1, 1, 1, 2))):
            self._think_of_it(self._hour())
        if self.chance.random() < (0.5 if self.person.is_in(MarkerKind.FLARE) else 0.06):
            quality, key = self.chance.choice(_ODD)
            self._enter(key, self._hour(), quality=quality)

    def _session_of_today(self) -> None:
        person, chance = self.person, self.chance
        day = person.day
        if any(0 <= (day - begun).days < 7 for begun in self._learning):
            for hour in (7.2, 20.5):
                self._train(_ALL, hour, learning=True)
        elif person.is_in(MarkerKind.REST) or person.is_in(MarkerKind.ILLNESS):
            return
        elif person.is_in(MarkerKind.FLARE):
            if chance.random() < 0.4:
                self._train(_GENTLE, 10)
        elif day.weekday() in {0, 2, 4, 5} and chance.random() < 0.85:
            late = person.since(MarkerKind.PHYSIO_VISIT)
            self._train(_SECOND if late else _FIRST, 20.5 if late else 7.2)
        elif chance.random() < 0.8:
            self._train(chance.choice(_SHORT), 12.5)

    def _train(self, routine: Routine, hour: float, *, learning: bool = False) -> None:
        """One session with its ratings; in a learning week after each exercise too, in an order of its own."""
        person, chance = self.person, self.chance
        hour = hour + chance.gauss(0, 0.2) + (1.5 if person.day.weekday() > 4 else 0)
        started = person.at(hour)
        session = self._id(started)
        order = chance.sample(routine.exercises, len(routine.exercises)) if learning else routine.exercises
        record = as_record(session, started, msgspec.structs.replace(routine, exercises=tuple(order)), chance)
        self.sessions.append(record)
        done = {step.exercise for step in record.steps if step.outcome is not Outcome.SKIPPED}
        luck = chance.gauss(0, 0.3)
        felt = {key: person.level(key, hour) + luck for key in (BUTTOCK_LEFT, LOW_BACK)}
        skips = chance.random() < 0.1
        self._rate(felt, hour - 0.01, session, When.BEFORE)
        for number, exercise in enumerate(order):
            for key in felt:
                felt[key] += (EFFECTS[exercise] if exercise in done else 0) + chance.gauss(0, 0.3)
            if learning and chance.random() < 0.93:
                self._rate(felt, hour + (number + 1) * 0.05, session, When.DURING, exercise)
        if not skips:
            self._rate(felt, hour + len(order) * 0.05 + 0.02, session, When.AFTER)

    def _rate(self, felt: dict[Key, float], hour: float, session: str, when: When, exercise: str | None = None) -> None:
        stamp = self.person.at(hour)
        for key, value in felt.items():
            self._add(stamp, self.person.rate(value), key, session=session, when=when, exercise=exercise)

    def _think_of_it(self, hour: float) -> None:
        """A quick entry, now and then of both sides at once, now and then with a note."""
        key = self.chance.choices(tuple(USUAL), (6, 1, 4, 3, 0.5, 2, 0.5))[0]
        other = _PAIRED.get(key) if self.chance.random() < 0.4 else None
        together = self._id(self.person.at(hour)) if other else None
        note = self.chance.choice(NOTES) if self.chance.random() < 0.12 else ""
        self._enter(key, hour, together=together, note=note)
        if other:
            self._enter(other, hour, together=together)

    def _enter(
        self,
        key: Key,
        hour: float,
        *,
        quality: Quality = Quality.TIGHTNESS,
        note: str = "",
        together: str | None = None,
    ) -> None:
        felt = self.person.rate(self.person.level(key, hour))
        self._add(self.person.at(hour), felt, key, quality=quality, note=note.strip(), together=together)

    def _add(self, stamp: Stamp, felt: int, key: Key, **more: object) -> None:
        area, side = key
        assert side is None or area in SIDED_AREAS
        fields = {"id": self._id(stamp), "at": stamp, "tightness": felt, "area": area, "side": side, **more}
        self.entries.append(Entry(**fields))  # type: ignore[arg-type]

    def _hour(self) -> float:
        """Before work, at lunch, in the long afternoon, in the evening; later at weekends."""
        middle = self.chance.choices((7.5, 12.5, 16.5, 21.0), (3, 2, 4, 3))[0]
        return min(max(self.chance.gauss(middle, 0.8), 5.5), 23.5)

    def _id(self, stamp: Stamp) -> str:
        return new_id(stamp.utc_us, self.chance.randbytes)


def _entry(entry: Entry) -> Draft:
    fields = ("quality", "note", "session", "when", "rehearsal", "exercise", "together")
    more = {name: getattr(entry, name) for name in fields}
    return msgspec.structs.replace(entry_draft(entry.at, entry.tightness, entry.area, entry.side, **more), id=entry.id)


def _marker(marker: Marker) -> Draft:
    draft = marker_draft(marker.at, marker.kind, marker.words, marker.last_day)
    return msgspec.structs.replace(draft, id=marker.id)
