"""Steps without an exercise or a pack: rest, no pack, breathe, ask, say."""

from __future__ import annotations

from coach.content.routine import AskStep, BreatheStep, OffStep, RestStep, SayStep
from coach.content.vocabulary import Area, Posture, Side
from coach.i18n import _
from coach.plan import pacing, words
from coach.plan.dose import duration_ms, off_ms, to_ms, waits
from coach.plan.draft import Draft
from coach.plan.speech import Line, Timed, closed, fitting, spoken_ms
from coach.plan.timeline import CueKind, Part, SegmentKind
from coach.safety.sentences import length


def lay_rest(draft: Draft, number: int, step: RestStep, closing: Line | None) -> None:
    """A rest of its own, with what comes next named before its end."""
    room = duration_ms(step.duration_s)
    text = _(step.text) if step.text else ""
    _begin(draft, number, "rest", room)
    draft.add(SegmentKind.REST, room, text=text)
    told = text or _("Rest for %(length)s.") % {"length": length(room)}
    draft.speak(_with_closing([(CueKind.REST, told)], closing, room))
    if waits(step.advance, draft.routine):
        draft.wait()


def lay_off(draft: Draft, number: int, step: OffStep, closing: Line | None) -> int:
    """A time without a pack; gives its length in milliseconds."""
    room = off_ms(step.duration_s)
    text = _(step.text) if step.text else ""
    _begin(draft, number, "off", room)
    draft.add(SegmentKind.OFF, room, text=text)
    told = text or _("No pack for %(length)s. Let the skin get back to normal.") % {"length": length(room)}
    draft.speak(_with_closing([(CueKind.SAY, told)], closing, room))
    draft.posture = Posture.STANDING
    return room


def lay_breathe(draft: Draft, number: int, step: BreatheStep, closing: Line | None) -> None:
    """Slow breathing: said in words, then paced aloud for two breaths, then left to the person."""
    room = duration_ms(step.duration_s)
    in_ms, out_ms = to_ms(step.in_s, 1, 20), to_ms(step.out_s, 1, 20)
    text = _(step.text) if step.text else ""
    _begin(draft, number, "breathe", room)
    draft.add(SegmentKind.BREATHE, room, text=text, pace_ms=(in_ms, out_ms))
    told = text or _("Breathe slowly through the nose: %(in)d seconds in, %(out)d seconds out.") % {
        "in": words.whole_seconds(in_ms),
        "out": words.whole_seconds(out_ms),
    }
    cues = fitting([(CueKind.SAY, told)], room)
    cues += _paced(spoken_ms([(CueKind.SAY, told)]), in_ms, out_ms, room)
    draft.speak(_closed(cues, closing, room))
    if waits(step.advance, draft.routine):
        draft.wait()


def lay_ask(draft: Draft, number: int, step: AskStep) -> None:
    """A rating, 0 to 10: open until it is given or left out."""
    text = words.rating_asked(step.area, step.side)
    _begin(draft, number, "ask", 0, (step.area, step.side))
    draft.add(SegmentKind.ASK, None, area=step.area, side=step.side, when=step.when, text=text)
    draft.speak([(0, CueKind.ASK, text)])


def lay_say(draft: Draft, number: int, step: SayStep, closing: Line | None) -> None:
    """A sentence; it lasts at least as long as saying it takes."""
    wanted = None if step.duration_s is None else duration_ms(step.duration_s)
    say(draft, number, _(step.text), wanted, closing)


def say(draft: Draft, number: int, text: str, wanted_ms: int | None, closing: Line | None) -> None:
    """Lay down a spoken sentence of its own."""
    lines: list[Line] = [(CueKind.SAY, text)]
    room = max(wanted_ms if wanted_ms is not None else pacing.SAY_AFTER_MS + spoken_ms(lines), spoken_ms(lines))
    _begin(draft, number, "say", 0)
    draft.add(SegmentKind.SAY, room, text=text)
    draft.speak(_with_closing(lines, closing, room))


def _begin(
    draft: Draft, number: int, kind: str, planned_ms: int, where: tuple[Area | None, Side | None] = (None, None)
) -> None:
    draft.begin(
        Part(
            step=number,
            kind=kind,
            title="",
            exercise=None,
            side=where[1],
            area=where[0],
            planned_ms=planned_ms,
            planned_reps=0,
        )
    )


def _paced(after_ms: int, in_ms: int, out_ms: int, room: int) -> list[Timed]:
    """Say "in" and "out" on the beat of the pacer, from the first full breath after the words."""
    cycle = in_ms + out_ms
    first = -(-(after_ms + pacing.GAP_MS) // cycle)
    cues: list[Timed] = []
    for turn in range(first, first + pacing.SPOKEN_BREATHS):
        cues.append((turn * cycle, CueKind.BREATHE, _("In.")))
        cues.append((turn * cycle + in_ms, CueKind.BREATHE, _("Out.")))
    return [cue for cue in cues if cue[0] + pacing.speech_ms(cue[2]) <= room]


def _with_closing(lines: list[Line], closing: Line | None, room: int) -> list[Timed]:
    return _closed(fitting(lines, room), closing, room)


def _closed(cues: list[Timed], closing: Line | None, room: int) -> list[Timed]:
    return closed(cues, closing, room, pacing.NEXT_BEFORE_END_MS)
