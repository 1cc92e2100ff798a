"""Builds the parts of one session, fresh or resumed; the window and the terminal both start here."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import msgspec

from coach.clock import Clock, Stamp
from coach.content.library import Library, RoutineFile
from coach.content.load_library import routine_from_text
from coach.content.vocabulary import Side
from coach.errors import DataError
from coach.i18n import _
from coach.journal.identity import new_id
from coach.journal.recorder import Recorder
from coach.journal.records import Exposure, Unfinished
from coach.plan.compile import compile as compile_routine
from coach.plan.gate import packs_of, refusals
from coach.plan.identity import timeline_hash
from coach.plan.learning import exercise_before
from coach.plan.suited import does_something, without
from coach.plan.timeline import Preferences, Timeline
from coach.safety.exposure import Worn
from coach.safety.suitability import Said, pack_refusal
from coach.session.engine import Engine
from coach.session.state import Checkpoint
from coach.settings.model import OwnDose

_US_PER_MS = 1_000
_DAY_US = 86_400_000_000
#: How far back exposures matter: a day for the daily count, and the hours a gap may reach over midnight.
HISTORY = timedelta(hours=48)


class ChangedError(DataError):
    """An interrupted session cannot go on as it was; it can still be ended, and what was done kept."""


class Sitting(msgspec.Struct, frozen=True, kw_only=True):
    """One session ready to run. `rehearsal`: at another speed than real time. `pack_since`: when a pack went on that
    nobody has taken off since, where a session is resumed.
    """

    session: str
    timeline: Timeline
    engine: Engine
    recorder: Recorder
    speed: float
    resumed: bool
    found: RoutineFile
    worse_side: Side | None = None
    pack_since: Stamp | None = None

    @property
    def rehearsal(self) -> bool:
        """Return whether this is left out of charts and of the heat and cold history."""
        return self.recorder.rehearsal

    def just_done(self) -> str | None:
        """Return the exercise that a rating given now is about, in a learning week."""
        return exercise_before(self.timeline, self.engine.snapshot().segment)


class Circumstances(msgspec.Struct, frozen=True, kw_only=True):
    """What a session depends on besides its routine; `said` is what the person said about themselves;
    `doses` their own, by routine; `learning`: it is a learning week.
    """

    library: Library
    clock: Clock
    exposures: tuple[Exposure, ...]
    preferences: Preferences = Preferences()
    worse_side: Side | None = None
    speed: float = 1.0
    said: Said = Said()
    doses: dict[str, dict[str, OwnDose]] = {}
    learning: bool = False


def history_start_us(clock: Clock) -> int:
    """Return the moment from which exposures matter now (microseconds since 1970 UTC)."""
    since = datetime.fromtimestamp(0, UTC) + timedelta(microseconds=clock.now().utc_us) - HISTORY
    return int(since.timestamp() * 1_000_000)


def fresh(found: RoutineFile, given: Circumstances) -> Sitting:
    """Build a new session of `found`. Raises `DataError` when nothing of it is left for this person."""
    if not does_something(without(found.routine, given.preferences.left_out).steps):
        raise DataError(_("Every exercise of this routine is left out, because of what you said about yourself."))
    session = new_id(given.clock.stamp().utc_us)
    timeline = plan_of(found, given, learning=session if given.learning else "")
    engine = Engine(timeline, given.library.thermal, session, refusals=refused_packs(timeline, given))
    return _sitting(session, timeline, engine, found, given, resumed=False)


def plan_of(found: RoutineFile, given: Circumstances, *, learning: str = "") -> Timeline:
    """Return the plan of a routine as this person does it; `learning` is the seed of its order in a learning week."""
    doses = given.doses.get(found.routine.id, {})
    preferences = msgspec.structs.replace(given.preferences, doses=doses, learning=learning)
    return compile_routine(found, given.library, preferences, worse_side=given.worse_side)


def resumed(unfinished: Unfinished, given: Circumstances) -> Sitting:
    """Build the session that was interrupted, standing where its last checkpoint was written.

    Raises `ChangedError` when its plan cannot be made again as it was (a changed exercise, for instance).
    """
    point = msgspec.json.decode(unfinished.checkpoint, type=Checkpoint)
    changed = ChangedError(_changed_words(unfinished.routine_name, pack=point.pack is not None))
    try:
        found = routine_from_text(unfinished.routine_text, unfinished.routine_name)
        preferences = point.preferences
        timeline = compile_routine(found, given.library, preferences, worse_side=unfinished.worse_side)
    except DataError as trouble:
        raise changed from trouble
    if timeline_hash(timeline) != point.timeline_hash:
        raise changed
    own = [one for one in given.exposures if one.session == unfinished.session]
    engine = Engine.from_checkpoint(
        timeline,
        given.library.thermal,
        point,
        refusals=refused_packs(timeline, given, own=unfinished.session),
        rested=_rested(own, given.clock.stamp()),
    )
    given = msgspec.structs.replace(given, speed=unfinished.speed, worse_side=unfinished.worse_side)
    sitting = _sitting(unfinished.session, timeline, engine, found, given, resumed=True)
    on = [one.on for one in own if one.off is None]
    return msgspec.structs.replace(sitting, pack_since=on[-1] if on and point.pack is not None else None)


def _changed_words(name: str, *, pack: bool) -> str:
    words = _("“{name}” has changed since it was interrupted, so it cannot go on; end it and keep what you did.")
    first = _("A pack was on then. If it still is, take it off now and look at the skin.") if pack else ""
    return " ".join(part for part in (first, words.format(name=_(name))) if part)


def _sitting(
    session: str, timeline: Timeline, engine: Engine, found: RoutineFile, given: Circumstances, *, resumed: bool
) -> Sitting:
    recorder = Recorder(
        session,
        timeline,
        found.text,
        rehearsal=given.speed != 1,
        speed=given.speed,
        worse_side=given.worse_side,
        clock=given.clock,
    )
    return Sitting(
        session=session,
        timeline=timeline,
        engine=engine,
        recorder=recorder,
        speed=given.speed,
        resumed=resumed,
        found=found,
        worse_side=given.worse_side,
    )


def _rested(own: Iterable[Exposure], now: Stamp) -> dict[int, int]:
    """Return how long ago each pack of a session came off, in milliseconds."""
    return {one.exposure: max((now.utc_us - one.off.utc_us) // _US_PER_MS, 0) for one in own if one.off is not None}


def refused_packs(timeline: Timeline, given: Circumstances, own: str = "") -> dict[int, str]:
    """Return, by part, why its pack is not offered: what the skin has had already, or what the person said.

    Packs of the session `own` that came off count towards the day only: its engine keeps their gaps, by what really passes.
    """
    counted = [one for one in given.exposures if one.session == own and one.off is not None]
    others = [one for one in given.exposures if one not in counted]
    # A day earlier they count on their local day as before, and lock nothing.
    earlier = (
        msgspec.structs.replace(one, on_utc_us=one.on_utc_us - _DAY_US, off_utc_us=None) for one in worn(counted)
    )
    history = refusals(timeline, [*worn(others), *earlier], given.library.thermal, given.clock.stamp())
    told = {part: pack_refusal(wanted, given.library, given.said) for part, wanted in packs_of(timeline).items()}
    return {**history, **{part: reason for part, reason in told.items() if reason}}


def worn(exposures: Iterable[Exposure]) -> list[Worn]:
    """Return what counts towards caps and gaps: every pack that was really on."""
    return [
        Worn(
            mode=one.mode,
            area=one.area,
            side=one.side,
            on_utc_us=one.on.utc_us,
            local_day=one.on.local_day,
            worn_ms=one.worn_ms,
            contrast=one.contrast,
            off_utc_us=one.off.utc_us if one.off is not None else None,
        )
        for one in exposures
        if not one.rehearsal
    ]
