"""What the stage shows at one moment, computed from the timeline and the engine's snapshot. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from coach.content.library import Library
from coach.content.pictures import Seen
from coach.content.vocabulary import Area, Mode, Side, When
from coach.i18n import _, ngettext
from coach.plan.figures import seen
from coach.plan.timeline import CueKind, Segment, SegmentKind, Timeline
from coach.session.state import Need, Phase, Snapshot
from coach.ui.player import words
from coach.ui.tokens import Tone

_MS_PER_S = 1000
_MS_PER_MIN = 60_000
#: What is left of less than this is said to half a minute.
_SHORT_MS = 5 * _MS_PER_MIN
#: A way in or out that is shorter than this is watched, not read.
_GLANCE_MS = 6_000
#: From this many seconds on, minutes stand above the seconds.
_TWO_DIGITS = 100
_CAPTION_KINDS = frozenset({
    CueKind.SET_UP, CueKind.STEP, CueKind.FEEL, CueKind.SAFETY, CueKind.SAY, CueKind.BREATHE,
    CueKind.RELEASE, CueKind.SWITCH, CueKind.REST, CueKind.PACK_ON, CueKind.PACK_OFF, CueKind.NAME, CueKind.CHECK,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class RatingInput:
    """A rating given on the stage: `tightness` 0 to 10."""

    when: When
    area: Area
    side: Side | None
    tightness: int


class Face(StrEnum):
    """What lies over the stage, if anything."""

    NOTHING = "nothing"
    READY = "ready"
    RESUMING = "resuming"
    PAUSED = "paused"
    RATING = "rating"
    CONFIRM = "confirm"
    PACK_ON = "pack-on"
    SKIN_CHECK = "skin-check"
    PACK_OFF = "pack-off"
    WORSE = "worse"
    GAP = "gap"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Clock:
    """A length as the ring shows it: whole minutes above ("" under 100 seconds), seconds below."""

    minutes: str
    seconds: str
    spoken: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of the progress line: its share of the whole, how much of it is done (0 to 1)."""

    share: float
    done: float
    here: bool


@dataclass(frozen=True, slots=True)
class StageView:
    """Everything on the stage but the moving parts."""

    title: str
    word: str
    count: str
    tone: Tone
    icon: str
    side: Side | None
    side_words: str
    figure: Seen | None
    caption: str
    next_up: str
    left_words: str
    moving: bool
    counts_up: bool
    waits: bool
    duration_ms: int | None
    face: Face
    exercise: str | None = None
    pack_words: str = ""
    glance: bool = False  # no time to read more than a sentence


_NEEDS = {
    Need.CONFIRM_PACK: Face.CONFIRM,
    Need.PACK_ON: Face.PACK_ON,
    Need.SKIN_CHECK: Face.SKIN_CHECK,
    Need.PACK_OFF: Face.PACK_OFF,
    Need.RATING: Face.RATING,
    Need.WORSE_CHOICE: Face.WORSE,
    Need.GAP_CHOICE: Face.GAP,
}
_PHASES = {Phase.OVER: Face.OVER, Phase.RESUMING: Face.RESUMING, Phase.PAUSED: Face.PAUSED, Phase.READY: Face.READY}


def face_of(snapshot: Snapshot) -> Face:
    """What lies over the stage: what the person is asked first, then what the engine does."""
    if snapshot.phase is Phase.OVER:
        return Face.OVER
    return _NEEDS.get(snapshot.need) or _PHASES.get(snapshot.phase, Face.NOTHING)


def may_stand(timeline: Timeline, snapshot: Snapshot) -> bool:
    """Say whether a session that runs would stand still; a pack's time goes on, and so does the time without one."""
    runs = snapshot.phase in {Phase.RUNNING, Phase.RESUMING} and snapshot.pack is None and snapshot.segment >= 0
    return runs and timeline.segments[snapshot.segment].kind is not SegmentKind.OFF


def stage_view(timeline: Timeline, library: Library, snapshot: Snapshot) -> StageView:
    """Put one moment into words, colours and shapes."""
    index = min(max(snapshot.segment, 0), len(timeline.segments) - 1)
    segment = timeline.segments[index]
    word, count, tone, icon = _now(timeline, index, snapshot)
    return StageView(
        title=words.title_of(segment, library),
        word=word,
        count=count,
        tone=tone,
        icon=icon,
        side=segment.side,
        side_words=words.side_of(segment),
        figure=seen(timeline, index, library),
        caption=still_on(snapshot) or waiting_words(snapshot) or caption_of(timeline, index, snapshot.position_ms),
        next_up=words.next_of(timeline, library, index),
        left_words=left_words(timeline, snapshot.position_ms),
        moving=_moves(snapshot),
        counts_up=segment.kind is SegmentKind.MOVE and segment.duration_ms is None,
        waits=snapshot.need is Need.ADVANCE,
        duration_ms=segment.duration_ms or segment.target_ms,
        face=face_of(snapshot),
        exercise=segment.exercise,
        pack_words=pack_words(snapshot),
        glance=_at_a_glance(segment, snapshot),
    )


def _at_a_glance(segment: Segment, snapshot: Snapshot) -> bool:
    """Say whether a stretch is gone before its instruction is read; in a pause there is time for all of it."""
    ways = {SegmentKind.ENTER, SegmentKind.RELEASE}
    brief = segment.kind in ways and segment.exercise is not None and (segment.duration_ms or _GLANCE_MS) < _GLANCE_MS
    return brief and snapshot.phase in {Phase.RUNNING, Phase.RESUMING}


def _now(timeline: Timeline, index: int, snapshot: Snapshot) -> tuple[str, str, Tone, str]:
    """The word, the count, the colour and the shape of what goes on: a pause and the end look alike everywhere."""
    segment = timeline.segments[index]
    if snapshot.phase is Phase.OVER:
        return _("Done"), "", Tone.DONE, "check"
    if snapshot.phase is Phase.PAUSED and snapshot.pack is not None:
        heat = snapshot.pack.mode is Mode.HEAT
        return _("Paused"), "", *((Tone.HEAT, "flame") if heat else (Tone.COLD, "snowflake"))
    if snapshot.phase is Phase.PAUSED:
        return _("Paused"), "", Tone.REST, "pause"
    if waits_after(snapshot):
        return _("Waits for you"), "", Tone.BRAND, "hourglass"
    if snapshot.phase is Phase.STOPPED:
        return _("Stopped"), "", Tone.REST, "hand"
    count = words.count_of(timeline, index)
    return words.word_of(segment), count, words.tone_of(segment), words.icon_of(segment)


def waits_after(snapshot: Snapshot) -> bool:
    """Whether the time of a step is over and the next one waits for the person."""
    return snapshot.need is Need.ADVANCE and snapshot.remaining_ms == 0


def waiting_words(snapshot: Snapshot) -> str:
    """Say what a step that is over waits for; '' where none is."""
    return _("Go on when you are ready.") if waits_after(snapshot) else ""


def _moves(snapshot: Snapshot) -> bool:
    """Say whether what is left becomes less by itself; under a pack it does in a pause, too."""
    if snapshot.remaining_ms is None or snapshot.need is Need.SKIN_CHECK:
        return False
    worn = snapshot.phase is Phase.PAUSED and snapshot.pack is not None and not snapshot.pack.due
    return worn or snapshot.phase is Phase.RUNNING


def still_on(snapshot: Snapshot) -> str:
    """What a pause does not stop; '' without a pack, or where nothing is paused."""
    if snapshot.pack is None or snapshot.phase is not Phase.PAUSED:
        return ""
    if snapshot.pack.mode is Mode.HEAT:
        return _("The heat pack is still on. Its time goes on.")
    return _("The cold pack is still on. Its time goes on.")


def caption_of(timeline: Timeline, index: int, position_ms: int) -> str:
    """The instruction that holds now: the last one said in this segment, else the segment's own."""
    said = ""
    for cue in timeline.cues:
        if cue.segment == index and cue.at_ms <= position_ms and cue.kind in _CAPTION_KINDS:
            said = cue.text
    segment = timeline.segments[index]
    if segment.kind is SegmentKind.ASK:
        return ""  # the rating asks it itself
    brief = len(said) < len(segment.text) and segment.kind in {SegmentKind.HOLD, SegmentKind.ENTER, SegmentKind.RELEASE}
    caption = segment.text if brief or not said else said
    caption = caption.removeprefix(_("Next: {what}").format(what=""))  # what was announced is what is on now
    return "" if caption.rstrip(".") == words.word_of(segment) else caption


def clock_of(milliseconds: int, *, up: bool = False) -> Clock:
    """Split a length for the ring; a rest of a second counts as a whole one, except when counting up."""
    seconds = max(milliseconds, 0) // _MS_PER_S if up else -(-max(milliseconds, 0) // _MS_PER_S)
    spoken = ngettext("{n} second", "{n} seconds", seconds).format(n=seconds)
    if seconds < _TWO_DIGITS:
        return Clock("", str(seconds), spoken)
    minutes, rest = divmod(seconds, 60)
    words_above = ngettext("{n} min", "{n} min", minutes).format(n=minutes)
    return Clock(words_above, f"{rest:02}", _("{minutes} {seconds} s").format(minutes=words_above, seconds=rest))


def left_words(timeline: Timeline, position_ms: int) -> str:
    """How long the session still takes, without what is open."""
    left_ms = max(timeline.total_ms - position_ms, 0)
    if left_ms < _MS_PER_MIN:
        return _("Less than a minute left")
    halves = round(2 * left_ms / _MS_PER_MIN)
    if halves % 2 and left_ms < _SHORT_MS:
        return _("{n}½ minutes left").format(n=halves // 2)
    minutes = round(left_ms / _MS_PER_MIN)
    return ngettext("{n} minute left", "{n} minutes left", minutes).format(n=minutes)


def pack_words(snapshot: Snapshot) -> str:
    """How long the pack has been on, of how long at most."""
    if snapshot.pack is None:
        return ""
    least = "" if snapshot.pack.certain else _("at least ")
    on, limit = snapshot.pack.on_ms // _MS_PER_S, snapshot.pack.limit_ms // _MS_PER_S
    words_on = _("Pack on for {least}{on} of {limit}")
    return words_on.format(least=least, on=f"{on // 60}:{on % 60:02}", limit=f"{limit // 60}:{limit % 60:02}")


def progress_of(timeline: Timeline, snapshot: Snapshot) -> tuple[Stretch, ...]:
    """The session as a line of pieces, one per step; what is open counts as a short piece."""
    pieces: list[tuple[int, int, bool]] = []
    step = -1
    for number, segment in enumerate(timeline.segments):
        length = segment.duration_ms or 0
        done = length if number < snapshot.segment else min(snapshot.elapsed_ms, length)
        done = done if number <= snapshot.segment else 0
        here = number == snapshot.segment
        of_step = timeline.parts[segment.part].step
        if of_step != step:
            pieces.append((0, 0, False))
            step = of_step
        held = pieces[-1]
        pieces[-1] = (held[0] + length, held[1] + done, held[2] or here)
    least = max(timeline.total_ms // 60, 1)
    whole = sum(max(length, least) for length, _done, _here in pieces)
    passed = next((n for n, piece in enumerate(pieces) if piece[2]), len(pieces) if snapshot.segment >= 0 else 0)
    return tuple(
        Stretch(max(length, least) / whole, _share(length, done, passed=number < passed), here)
        for number, (length, done, here) in enumerate(pieces)
    )


def _share(length: int, done: int, *, passed: bool) -> float:
    if passed:
        return 1.0
    return done / length if length else 0.0
