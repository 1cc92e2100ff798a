"""A timeline in words, with times: the way a physiotherapist would go through it with you."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from coach.content.vocabulary import Mode, Side
from coach.content.words import clock_text
from coach.i18n import _, ngettext
from coach.plan import words
from coach.plan.timeline import CueKind, Part, Segment, SegmentKind, Timeline
from coach.safety.places import place
from coach.safety.sentences import length

_WIDTH = 7
_TOLD = frozenset({CueKind.SET_UP, CueKind.STEP, CueKind.FEEL, CueKind.BREATHE, CueKind.SAFETY})
_GETTING_READY = frozenset({SegmentKind.PREPARE, SegmentKind.SWITCH})
_ONE_LINE = frozenset({"rest", "off", "breathe", "ask", "say"})


class _Step:
    """One part of the timeline with its segments and what is said in each."""

    def __init__(self, timeline: Timeline, part: Part, segments: Sequence[tuple[int, Segment]]) -> None:
        self.part = part
        self.segments = [segment for _number, segment in segments]
        numbers = {number for number, _segment in segments}
        self.cues = [cue for cue in timeline.cues if cue.segment in numbers]
        self._kinds = {number: segment.kind for number, segment in segments}

    def all(self, *kinds: SegmentKind) -> list[Segment]:
        """The segments of these kinds, in order."""
        return [segment for segment in self.segments if segment.kind in kinds]

    def told(self, *, ready: bool) -> list[str]:
        """The lines that explain, in the get-ready or in the work itself."""
        return [
            cue.text
            for cue in self.cues
            if cue.kind in _TOLD and cue.text != _("Hold.") and (self._kinds[cue.segment] in _GETTING_READY) is ready
        ]


def plan_lines(timeline: Timeline) -> list[str]:
    """Return the plan as lines of plain text: when, what, which side, how long, what to feel."""
    lines = [_headline(timeline), ""]
    seen: Counter[tuple[int, Side | None]] = Counter()
    for steps in _together(_steps(timeline)):
        if len(steps) > 1:
            lines += _turns(steps)
            continue
        part = steps[0].part
        seen[part.step, part.side] += 1
        turn = seen[part.step, part.side]
        if turn > 1 and turn > max((seen[key] for key in seen if key != (part.step, part.side)), default=0):
            lines.append(_at(steps[0].segments[0].start_ms, _("Round %(n)d.") % {"n": turn}))
        lines += _single(steps[0])
    return lines


def _headline(timeline: Timeline) -> str:
    values = {"name": _(timeline.name), "time": clock_text(timeline.total_ms)}
    if any(segment.duration_ms is None for segment in timeline.segments):
        return _("%(name)s: %(time)s, and the time you take to answer.") % values
    return _("%(name)s: %(time)s.") % values


def _steps(timeline: Timeline) -> Iterator[_Step]:
    numbered = enumerate(timeline.segments)
    for number, segments in groupby(numbered, key=lambda item: item[1].part):
        yield _Step(timeline, timeline.parts[number], list(segments))


def _together(steps: Iterator[_Step]) -> Iterator[list[_Step]]:
    """Left and right in turn, one repetition each, belong together; any other step stands alone."""
    for _key, found in groupby(steps, key=lambda step: (step.part.step, step.part.exercise)):
        group = list(found)
        if len(group) > 2 and all(step.part.planned_reps == 1 for step in group):
            yield group
        else:
            yield from ([step] for step in group)


def _single(step: _Step) -> list[str]:
    if step.part.kind in _ONE_LINE:
        return [_quiet(step)]
    if step.part.exercise is None:
        return _packs(step)
    return [*_opening(step), *_work(step)]


def _quiet(step: _Step) -> str:
    first = step.segments[0]
    told = next((cue.text for cue in step.cues), first.text)
    if step.part.kind in {"ask", "say"} or first.duration_ms is None:
        return _at(first.start_ms, told)
    return _at(first.start_ms, f"{told} ({clock_text(first.duration_ms)})")


def _opening(step: _Step) -> list[str]:
    """Name and side with what is said while getting ready; or only the change of sides."""
    first = step.segments[0]
    if first.kind is SegmentKind.SWITCH and first.side is not None:
        return [_at(first.start_ms, words.switch_to(first.side))]
    heading = _at(first.start_ms, words.named(step.part.title, step.part.side))
    return [heading, *(_under(text) for text in step.told(ready=True))]


def _work(step: _Step) -> list[str]:
    work = step.all(SegmentKind.ENTER, SegmentKind.REPS, SegmentKind.MOVE)
    amount = _held(step) if step.part.kind == "hold" else _moved(step)
    return [_at(work[0].start_ms, amount), *(_under(text) for text in step.told(ready=False))]


def _held(step: _Step) -> str:
    holds = step.all(SegmentKind.HOLD)
    sets = len({segment.set for segment in holds})
    dose = words.hold_dose(holds[0].duration_ms or 0, len(holds) // sets, sets)
    return _with_rest(dose, step)


def _moved(step: _Step) -> str:
    work = step.all(SegmentKind.REPS)
    if not work:
        start = words.about(step.all(SegmentKind.MOVE)[0].target_ms)
        return " ".join(part for part in (start, _("It counts up until you go on.")) if part)
    sets = len({segment.set for segment in work})
    each = _("%(length)s each.") % {"length": length(work[0].duration_ms or 0)}
    return _with_rest(f"{words.reps_dose(len(work) // sets, sets)} {each}", step)


def _with_rest(dose: str, step: _Step) -> str:
    rests = step.all(SegmentKind.REST)
    if not rests:
        return dose
    return f"{dose} " + _("Rest %(length)s in between.") % {"length": length(rests[0].duration_ms or 0)}


def _turns(steps: Sequence[_Step]) -> list[str]:
    """Several rounds of one repetition on each side, in one line."""
    first = steps[0]
    sides = [step.part.side for step in steps]
    each = len(steps) // len(set(sides))
    work = first.all(SegmentKind.HOLD, SegmentKind.REPS)[0]
    values = {"n": each, "length": length(work.duration_ms or 0)}
    if len(set(sides)) == 1:
        line = ngettext("%(length)s, %(n)d time.", "%(length)s, %(n)d times.", each) % values
    elif sides[0] is Side.RIGHT:
        line = _("Right and left in turn, %(length)s at a time, %(n)d times each side.") % values
    else:
        line = _("Left and right in turn, %(length)s at a time, %(n)d times each side.") % values
    start = first.all(SegmentKind.ENTER, SegmentKind.REPS)[0].start_ms
    told = dict.fromkeys(text for step in steps for text in step.told(ready=False))
    return [*_opening(first), _at(start, line), *(_under(text) for text in told)]


def _packs(step: _Step) -> list[str]:
    """One pack, or heat and cold in turn, with its checks and its end."""
    first, last = step.segments[0], step.segments[-1]
    worn = step.all(SegmentKind.HEAT, SegmentKind.COLD)
    swaps = step.all(SegmentKind.SWITCH)
    checks = len(step.all(SegmentKind.CHECK))
    where = place(first.area, first.side) if first.area is not None else ""
    if swaps:
        heading = words.contrast_named(where, last.start_ms - first.start_ms)
        line = _("In turn: %(packs)s. Look at the skin at every swap.") % {"packs": ", ".join(_in_turn(worn))}
    else:
        heading = words.pack_named(first.mode or Mode.HEAT, where, sum(pack.duration_ms or 0 for pack in worn))
        line = _("Look at the skin every %(length)s.") % {"length": length(worn[0].duration_ms or 0)}
    details = [first.text, line] if checks else [first.text]
    return [
        _at(first.start_ms, heading),
        *(_under(text) for text in details if text),
        _at(last.start_ms, last.text),
    ]


def _in_turn(worn: Sequence[Segment]) -> Iterator[str]:
    for segment in worn:
        values = {"time": clock_text(segment.duration_ms or 0)}
        yield (_("heat %(time)s") if segment.mode is Mode.HEAT else _("cold %(time)s")) % values


def _at(ms: int, text: str) -> str:
    return f"{clock_text(ms):>{_WIDTH}}  {text}"


def _under(text: str) -> str:
    return f"{'':>{_WIDTH}}    {text}"
