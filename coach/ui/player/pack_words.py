"""What is said about heat and cold before, while and after a pack is on. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from coach.content.library import Library
from coach.content.vocabulary import Mode
from coach.content.words import place_words
from coach.i18n import _
from coach.plan.timeline import Segment, SegmentKind, Timeline


@dataclass(frozen=True, slots=True)
class PackQuestion:
    """What is asked before a pack goes on; `reasons` is the list one of the points speaks of."""

    title: str
    how: str
    points: tuple[str, ...]
    reasons: tuple[str, ...]


def pack_question(timeline: Timeline, library: Library, index: int) -> PackQuestion:
    """Put together what is asked at the preparation of a pack."""
    segment = timeline.segments[index]
    thermal = library.thermal
    modes = {one.mode for one in timeline.segments if one.exposure == segment.exposure and one.mode is not None}
    kind = "contrast" if len(modes) > 1 else (segment.mode or Mode.HEAT).value
    reasons = tuple(_(block.text) for block in thermal.blocks if kind in block.modes)
    return PackQuestion(_title(segment, kind), segment.text, tuple(_(one) for one in thermal.confirmations), reasons)


def pack_name(mode: Mode | None) -> str:
    """Name a pack in the middle of a sentence."""
    return {Mode.HEAT: _("heat pack"), Mode.COLD: _("cold pack"), None: _("pack")}[mode]


def stop_signs(library: Library, mode: Mode) -> tuple[str, ...]:
    """What the skin must not look or feel like."""
    return tuple(_(sign) for sign in library.thermal.limits(mode).stop_signs)


def first_aid(library: Library, mode: Mode) -> tuple[str, ...]:
    """What to do about a burn, or about skin that was too cold."""
    thermal = library.thermal
    return tuple(_(step) for step in (thermal.burn if mode is Mode.HEAT else thermal.cold_injury).steps)


def mode_at(timeline: Timeline, index: int) -> Mode:
    """Which pack is, or was last, on at a segment."""
    exposure = timeline.segments[index].exposure
    for segment in reversed(timeline.segments[: index + 1]):
        if segment.exposure == exposure and segment.kind in {SegmentKind.HEAT, SegmentKind.COLD} and segment.mode:
            return segment.mode
    return timeline.segments[index].mode or Mode.HEAT


def _title(segment: Segment, kind: str) -> str:
    where = place_words(segment.area, segment.side) if segment.area else ""
    title = {
        "heat": _("Before the heat pack"),
        "cold": _("Before the cold pack"),
        "contrast": _("Before heat and cold in turn"),
    }[kind]
    return _("{title}: {where}").format(title=title, where=where) if where else title
