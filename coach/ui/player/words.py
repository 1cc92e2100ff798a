"""The stage's words for one stretch of the timeline. No Qt."""

from __future__ import annotations

from coach.content.library import Library
from coach.content.vocabulary import Mode, Side
from coach.content.words import place_words
from coach.i18n import _
from coach.plan.timeline import Segment, SegmentKind, Timeline
from coach.ui.tokens import Tone
from coach.ui.words import seconds_words

_MS_PER_S = 1000
_COUNTED = frozenset({SegmentKind.HOLD, SegmentKind.REPS, SegmentKind.ENTER})
_HIDDEN_NEXT = frozenset({SegmentKind.ENTER, SegmentKind.SAY})


def title_of(segment: Segment, library: Library) -> str:
    """The step's name: the exercise, or what is done instead."""
    if segment.exercise is not None and segment.kind is not SegmentKind.SWITCH:
        return _(library.exercises[segment.exercise].name)
    if segment.mode is not None and segment.kind not in {SegmentKind.CHECK, SegmentKind.SWITCH, SegmentKind.RELEASE}:
        return _("Heat") if segment.mode is Mode.HEAT else _("Cold")
    return word_of(segment)


def word_of(segment: Segment) -> str:
    """What to do in this stretch, in one or two words."""
    if segment.kind is SegmentKind.SWITCH and segment.mode is not None:
        return _("Swap the packs")
    if segment.kind is SegmentKind.RELEASE and segment.mode is not None:
        return _("Take the pack off")
    return {
        SegmentKind.PREPARE: _("Get ready"),
        SegmentKind.ENTER: _("Ease in"),
        SegmentKind.HOLD: _("Hold"),
        SegmentKind.RELEASE: _("Ease off"),
        SegmentKind.REST: _("Rest"),
        SegmentKind.SWITCH: _("Switch sides"),
        SegmentKind.REPS: _("Move"),
        SegmentKind.MOVE: _("Keep moving"),
        SegmentKind.HEAT: _("Heat"),
        SegmentKind.COLD: _("Cold"),
        SegmentKind.CHECK: _("Look at your skin"),
        SegmentKind.OFF: _("No pack"),
        SegmentKind.BREATHE: _("Breathe"),
        SegmentKind.ASK: _("A rating"),
        SegmentKind.SAY: _("Listen"),
    }[segment.kind]


def tone_of(segment: Segment) -> Tone:
    """What colour the stretch has."""
    if segment.mode is not None:
        return Tone.HEAT if segment.mode is Mode.HEAT else Tone.COLD
    if segment.kind is SegmentKind.HOLD:
        return Tone.HOLD
    if segment.kind in {SegmentKind.REST, SegmentKind.RELEASE, SegmentKind.OFF}:
        return Tone.REST
    return Tone.BRAND


def icon_of(segment: Segment) -> str:
    """The shape that says the same as the colour."""
    if segment.mode is not None:
        return "flame" if segment.mode is Mode.HEAT else "snowflake"
    return {
        SegmentKind.PREPARE: "footprints",
        SegmentKind.HOLD: "hand",
        SegmentKind.REST: "armchair",
        SegmentKind.RELEASE: "wind",
        SegmentKind.SWITCH: "arrow-left-right",
        SegmentKind.OFF: "hourglass",
        SegmentKind.BREATHE: "wind",
        SegmentKind.ASK: "activity",
    }.get(segment.kind, "repeat")


def side_of(segment: Segment) -> str:
    """The side in big words: "Left side"; for a pack the place: "left buttock"."""
    if segment.area is not None and segment.kind is not SegmentKind.ASK:
        where = place_words(segment.area, segment.side)
        return where[:1].upper() + where[1:]
    if segment.side is None:
        return ""
    return {Side.LEFT: _("Left side"), Side.RIGHT: _("Right side"), Side.BOTH: _("Both sides")}[segment.side]


def count_of(timeline: Timeline, index: int) -> str:
    """Which of how many: "2 of 3", with the set where there is more than one."""
    segment = timeline.segments[index]
    if segment.rep is None or segment.kind not in _COUNTED:
        return ""
    mates = [one for one in timeline.segments if one.part == segment.part and one.rep is not None]
    reps = max(one.rep or 0 for one in mates)
    sets = max(one.set or 0 for one in mates)
    words = _("{n} of {all}").format(n=segment.rep, all=reps) if reps > 1 else ""
    if sets > 1:
        which = _("set {n} of {all}").format(n=segment.set or 1, all=sets)
        return _("{rep}, {set}").format(rep=words, set=which) if words else which
    return words


def next_of(timeline: Timeline, library: Library, index: int) -> str:
    """What comes next, in a few words; '' at the end."""
    segment = timeline.segments[index]
    for coming in timeline.segments[index + 1 :]:
        if coming.kind in _HIDDEN_NEXT or (coming.kind is SegmentKind.RELEASE and coming.mode is None):
            continue
        same_block = coming.block == segment.block
        if same_block and coming.kind is SegmentKind.REPS and segment.kind is SegmentKind.REPS:
            continue
        return _coming(coming, library, same_block=same_block)
    return _("The end")


def _coming(coming: Segment, library: Library, *, same_block: bool) -> str:
    if coming.kind is SegmentKind.SWITCH and coming.mode is None:
        side = {Side.LEFT: _("Switch to the left side"), Side.RIGHT: _("Switch to the right side")}
        return side.get(coming.side, _("Switch sides")) if coming.side else _("Switch sides")
    if not same_block and coming.exercise is not None:
        title = title_of(coming, library)
        side_words = side_of(coming)
        return _("{step}, {side}").format(step=title, side=side_words.lower()) if side_words else title
    if coming.kind in {SegmentKind.HOLD, SegmentKind.REST} and coming.duration_ms:
        length = seconds_words(round(coming.duration_ms / _MS_PER_S))
        return _("{what}, {length}").format(what=word_of(coming), length=length)
    if coming.kind is SegmentKind.CHECK:
        return _("Skin check")
    return title_of(coming, library) if coming.mode is not None else word_of(coming)
