"""Heat and cold exposures from a session's events; a contrast set is one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from coach.clock import Stamp
from coach.journal.bodies import PackBody, SessionBody
from coach.journal.event import Event
from coach.journal.fold_basics import bodies_of, body_of, distinct
from coach.journal.records import Exposure


@dataclass(slots=True)
class _Worn:
    """One exposure while its events are read; `before_ms` sums the packs of a contrast set that are off again."""

    session: str
    on: Stamp
    first: PackBody
    off: Stamp | None = None
    before_ms: int = 0
    now_ms: int = 0
    certain: bool = True

    def takes(self, body: PackBody) -> bool:
        return self.first.exposure == body.exposure and (self.off is None or self.first.contrast)

    def put_on(self) -> None:
        self.before_ms, self.now_ms, self.off = self.before_ms + self.now_ms, 0, None

    def seen(self, body: PackBody) -> None:
        self.now_ms = max(self.now_ms, body.worn_ms)

    def taken_off(self, body: PackBody, at: Stamp) -> None:
        self.seen(body)
        self.certain = self.certain and body.certain
        self.off = at


def fold_packs(about: Iterable[Event]) -> dict[str, Exposure]:
    """Return the exposures of one session, by the id of the event that put the pack on.

    A pack that nobody took off was worn at least as long as was last seen, `certain` False. A deleted
    session keeps its exposures.
    """
    events = distinct(about)
    rehearsal = any(session.rehearsal for session in bodies_of(events, "session", SessionBody))
    worn: dict[str, _Worn] = {}
    for event in events:
        body = body_of(event, PackBody) if event.kind == "pack" else None
        if body is not None and event.target is not None:
            _take(worn, event.target, event, body)
    return {key: _exposure(found, rehearsal=rehearsal) for key, found in worn.items()}


def _take(worn: dict[str, _Worn], session: str, event: Event, body: PackBody) -> None:
    """Add one pack event to what is known."""
    found = next((known for known in reversed(worn.values()) if known.takes(body)), None)
    if body.state == "on" and found is not None and body.contrast:
        found.put_on()
    elif body.state == "on":
        worn[event.id] = _Worn(session, event.at, body)
    elif body.state == "check" and found is not None:
        found.seen(body)
    elif body.state == "off":
        if found is None:  # its beginning is not here: what is known is when it came off
            found = worn.setdefault(event.id, _Worn(session, event.at, body, certain=False))
        found.taken_off(body, event.at)


def _exposure(found: _Worn, *, rehearsal: bool) -> Exposure:
    return Exposure(
        session=found.session,
        exposure=found.first.exposure,
        mode=found.first.mode,
        area=found.first.area,
        side=found.first.side,
        on=found.on,
        worn_ms=found.before_ms + found.now_ms,
        certain=found.certain and found.off is not None,
        contrast=found.first.contrast,
        rehearsal=rehearsal,
        off=found.off,
    )
