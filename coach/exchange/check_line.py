"""One line of a journal file: is it an event that this program could have written?"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Final

import msgspec
from msgspec import Meta

from coach.i18n import _
from coach.journal.bodies import BODIES, BreakBody, CorrectBody, EntryBody, MarkerBody
from coach.journal.canonical import canonical_json
from coach.journal.event import EVENT_SCHEMA, Event, is_intact

MAX_DEPTH: Final = 16
#: Microseconds since 1970 at the end of the year 2200: later than that no clock of ours stood.
_LATEST_US: Final = 7_289_654_400_000_000
#: The year 2: an entry may be about any day of the calendar that has a day before it.
_EARLIEST_US: Final = -62_104_060_800_000_000
#: Kinds that are about nothing else; every other kind names what it is about.
ALONE: Final = frozenset({"entry", "marker", "session", "answer", "clock", "break"})
_BRACKETS: Final = re.compile(rb'"(?:[^"\\]|\\.)*"|[\[\]{}]')
#: Signs that no note has (`journal.entries.clean_note`): controls, and those that turn the reading order round.
_HIDDEN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_LONGEST_OFFSET: Final = 1439

_Us = Annotated[int, Meta(ge=_EARLIEST_US, le=_LATEST_US)]
_Word = Annotated[str, Meta(max_length=100)]


class LineError(Exception):
    """What is wrong with a line, as a sentence."""


class _Line(msgspec.Struct, forbid_unknown_fields=True):
    """An event as it stands in a line."""

    app_version: _Word
    body: msgspec.Raw
    clock_suspect: Annotated[int, Meta(ge=0, le=1)]
    dev_seq: Annotated[int, Meta(ge=1, le=2**53)]
    device: Annotated[str, Meta(pattern="^[0-9a-z-]{1,64}\\Z")]
    hlc: Annotated[int, Meta(ge=0, le=_LATEST_US)]
    id: Annotated[str, Meta(pattern="^[0-9a-z-]{1,64}\\Z")]
    kind: _Word
    local_day: Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}\Z")]
    occurred_utc_us: _Us
    recorded_utc_us: _Us
    schema: Annotated[int, Meta(ge=1, le=2**31)]
    source: Annotated[str, Meta(pattern="^(self|(import|device):[0-9a-z-]{1,64})\\Z")]
    target: Annotated[str, Meta(max_length=100)] | None
    tz: _Word
    utc_offset_min: Annotated[int, Meta(ge=-1439, le=1439)]
    sha: Annotated[str, Meta(pattern="^[0-9a-f]{64}\\Z")]


_DECODER: Final = msgspec.json.Decoder(_Line)
_BODIES: Final = {kind: msgspec.json.Decoder(body) for kind, body in BODIES.items()}


def event_of(line: bytes, longest: int) -> Event:
    """Return the event of a line.

    Raises `LineError` with a sentence when it is too long or too deep, was changed, or is none that this version knows.
    """
    if len(line) > longest:
        raise LineError(_("the line is longer than any event."))
    if not line.endswith(b"\n"):
        raise LineError(_("the file ends in the middle of this line."))
    if _too_deep(line):
        raise LineError(_("the line nests deeper than any event."))
    event = _decoded(line)
    if event.schema > EVENT_SCHEMA or event.kind not in BODIES:
        raise LineError(_("a newer Limber wrote this. Update Limber here, then import the file again."))
    if not is_intact(event):
        raise LineError(_("the event is damaged: it is not what was written."))
    _check_day(event.local_day)
    _check_target(event)
    _check_body(event)
    return event


def _decoded(line: bytes) -> Event:
    try:
        found = _DECODER.decode(line)
        body = bytes(found.body).decode("utf-8")
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise LineError(_("this is no event of a journal.")) from error
    values = {name: getattr(found, name) for name in Event._fields if name != "body"}
    return Event(**values, body=body)


def _too_deep(line: bytes) -> bool:
    """Count brackets outside of texts; most lines have too few to look closer."""
    if line.count(b"{") + line.count(b"[") <= MAX_DEPTH:
        return False
    depth = 0
    for found in _BRACKETS.finditer(line):
        sign = found.group()
        if sign in b"[{":
            depth += 1
            if depth > MAX_DEPTH:
                return True
        elif sign in b"]}":
            depth -= 1
    return False


def _check_day(day: str) -> None:
    try:
        date.fromisoformat(day)
    except ValueError as error:
        raise LineError(_("its day {day} is not in the calendar.").format(day=day)) from error


def _check_target(event: Event) -> None:
    """What stands alone is about nothing else, everything else about something: else two ways of reading differ."""
    if bool(event.target) == (event.kind in ALONE) or event.target == "":
        raise LineError(_("this is no event of a journal."))


def _check_body(event: Event) -> None:
    try:
        body = _BODIES[event.kind].decode(event.body)
        same = canonical_json(msgspec.json.decode(event.body)) == event.body
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise LineError(_("what it says is not what a journal can say.")) from error
    if not same:
        raise LineError(_("what it says is not written as a journal writes it."))
    match body:
        case EntryBody() | MarkerBody():
            _check_noted(body)
        case BreakBody():
            _check_moment(body.due)
        case CorrectBody():
            _check_moment(body.at)
            for noted in (body.entry, body.marker):
                _check_noted(noted)


def _check_noted(body: EntryBody | MarkerBody | None) -> None:
    """Only what a person can have written, and days that exist."""
    if isinstance(body, MarkerBody) and body.last_day is not None:
        _check_day(body.last_day)
    words = body.note if isinstance(body, EntryBody) else body.words if body is not None else ""
    if _HIDDEN.search(words):
        raise LineError(_("its note holds signs that no note can have."))


def _check_moment(at: tuple[int, int, str, str]) -> None:
    utc_us, offset_min, _zone, day = at
    if not _EARLIEST_US <= utc_us <= _LATEST_US or abs(offset_min) > _LONGEST_OFFSET:
        raise LineError(_("its moment is none that a clock can show."))
    _check_day(day)
