"""A compiled plan as a short list: what, how much, which side. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from coach.content.library import Library
from coach.content.pictures import Seen, exercise_seen, pack_seen
from coach.content.vocabulary import Mode, Side
from coach.content.words import clock_text, side_word
from coach.i18n import _, ngettext
from coach.plan.own_dose import step_keys
from coach.plan.timeline import Part, Segment, SegmentKind, Timeline
from coach.ui.words import minutes_words, number_text, place_word, seconds_words, step_title

_MS_PER_S = 1000
_LONG_MS = 60_000


@dataclass(frozen=True, slots=True)
class PlanStep:
    """One step of the plan as it comes: what, how much, which side; `exercise` is '' for a rest or a pack.

    `own`: the amount is the person's, not the routine's.
    """

    title: str
    amount: str
    side: str
    exercise: str
    figure: Seen | None
    kind: str
    own: bool = False


def plan_steps(timeline: Timeline, library: Library) -> tuple[PlanStep, ...]:
    """Return the plan step by step; one step's sides and rounds stand together, ratings in a row as one."""
    segments: dict[int, list[Segment]] = {}
    for segment in timeline.segments:
        segments.setdefault(segment.part, []).append(segment)
    numbered = enumerate(timeline.parts)
    groups = (list(group) for _number, group in groupby(numbered, key=lambda item: item[1].step))
    keys, doses = step_keys(timeline), timeline.preferences.doses
    steps = []
    for group in groups:
        step = _step([part for _index, part in group], segments.get(group[0][0], ()), library)
        steps.append(replace(step, own=keys.get(group[0][1].step, "") in doses))
    return tuple(_ratings_together(steps))


def _step(parts: Sequence[Part], segments: Sequence[Segment], library: Library) -> PlanStep:
    first = parts[0]
    exercise = library.exercises.get(first.exercise or "")
    return PlanStep(
        title=_title(first, segments),
        amount=_amount(parts),
        side=_side(parts),
        exercise=exercise.id if exercise else "",
        figure=_figure(first, segments, library),
        kind=first.kind,
    )


def _figure(part: Part, segments: Sequence[Segment], library: Library) -> Seen | None:
    """Return the figure of an exercise, or of somebody with the pack on."""
    if part.exercise is not None:
        return exercise_seen(library, part.exercise, part.side)
    worn = next((one for one in segments if one.mode is not None and one.area is not None), None)
    if worn is None or worn.area is None:
        return None
    return pack_seen(library, worn.mode, worn.area, worn.side)


def _title(part: Part, segments: Sequence[Segment]) -> str:
    modes = {segment.mode for segment in segments if segment.kind in {SegmentKind.HEAT, SegmentKind.COLD}}
    if modes == {Mode.HEAT, Mode.COLD}:
        return _("Heat and cold in turn")
    if part.kind == "say" and segments:
        return _(segments[0].text)
    return step_title(part.kind, part.title)


def _amount(parts: Sequence[Part]) -> str:
    """Say how much of a step on one side: "3 × 20 seconds", "10 times", "15 minutes"."""
    part = parts[0]
    reps = sum(other.planned_reps for other in parts if other.side is part.side)
    if part.kind == "reps":
        return ngettext("{n} time", "{n} times", reps).format(n=reps)
    if part.kind == "hold" and part.planned_reps:
        seconds = seconds_words(part.planned_ms / part.planned_reps / _MS_PER_S)
        return _("{reps} × {seconds}").format(reps=number_text(reps), seconds=seconds)
    if part.kind == "move":
        return _("until you go on")
    return _span(part.planned_ms)


def _span(milliseconds: int) -> str:
    """Say a span shortly: "45 seconds", "15 minutes", "1:30 minutes"; '' for none."""
    if not milliseconds:
        return ""
    if milliseconds < _LONG_MS:
        return seconds_words(milliseconds / _MS_PER_S)
    if milliseconds % _LONG_MS == 0:
        return minutes_words(milliseconds // _LONG_MS)
    return _("{n} minutes").format(n=clock_text(milliseconds))


def _side(parts: Sequence[Part]) -> str:
    place = parts[0].area
    if place is not None:
        return place_word(place, parts[0].side)
    sides = [part.side for part in parts if part.side is not None]
    once = list(dict.fromkeys(sides))
    if set(once) != {Side.LEFT, Side.RIGHT}:
        return ", ".join(side_word(side) for side in once)
    form = _("{first}, then {second}") if len(sides) == 2 else _("{first} and {second} in turn")
    return form.format(first=side_word(once[0]), second=side_word(once[1]))


def _ratings_together(steps: Iterable[PlanStep]) -> Iterable[PlanStep]:
    for is_rating, group in groupby(steps, key=lambda step: step.kind == "ask"):
        if not is_rating:
            yield from group
            continue
        asked = list(group)
        yield replace(asked[0], side=", ".join(step.side for step in asked if step.side))
