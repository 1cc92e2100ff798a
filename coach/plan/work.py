"""A step with an exercise, on one side: its numbers, its words, and getting ready for it."""

from __future__ import annotations

from typing import NamedTuple

from coach.content.exercise import Exercise
from coach.content.routine import HoldStep, MoveStep, RepsStep
from coach.content.vocabulary import Side
from coach.plan import pacing, words
from coach.plan.dose import Numbers, hold_numbers, move_numbers, reps_numbers
from coach.plan.draft import Draft, Line, Timed, fitting, spoken_ms
from coach.plan.expand import Run
from coach.plan.lines import Lines, lines_of
from coach.plan.timeline import CueKind, Part, SegmentKind


class Work(NamedTuple):
    """One exercise on one side. `dose` is the amount in words; `switching`: its other side was just done."""

    number: int
    kind: str
    exercise: Exercise
    side: Side | None
    numbers: Numbers
    lines: Lines
    dose: str
    switching: bool

    def part(self, planned_ms: int) -> Part:
        """The unit that is recorded as done, partly done or skipped."""
        return Part(
            step=self.number,
            kind=self.kind,
            title=self.exercise.name,
            exercise=self.exercise.id,
            side=self.side,
            area=None,
            planned_ms=planned_ms,
            planned_reps=self.numbers.reps * self.numbers.sets if self.kind != "move" else 0,
        )


def work_of(draft: Draft, run: Run, exercise: Exercise, before: Run | None) -> Work:
    """Gather what one run needs; `before` is the run just before it, if any."""
    kind, numbers, dose = _numbers(draft, run, exercise)
    lines = draft.lines.get(exercise.id)
    if lines is None:
        lines = draft.lines[exercise.id] = lines_of(exercise)
    again = before is not None and before.exercise is exercise
    switching = again and before is not None and before.side is not run.side
    if again and not switching:  # a group's next round: the rest is taken while getting ready again
        numbers = numbers._replace(prep_ms=max(numbers.prep_ms, numbers.rest_ms))
    return Work(run.number, kind, exercise, run.side, numbers, lines, dose, switching)


def _numbers(draft: Draft, run: Run, exercise: Exercise) -> tuple[str, Numbers, str]:
    match run.step:
        case HoldStep() as step:
            held = hold_numbers(step, exercise, draft.routine)
            return "hold", held, words.hold_dose(held.hold_ms, held.reps, held.sets)
        case RepsStep() as step:
            moved = reps_numbers(step, exercise, draft.routine)
            return "reps", moved, words.reps_dose(moved.reps, moved.sets)
        case MoveStep() as step:
            going = move_numbers(step, exercise, draft.routine)
            return "move", going, words.about(going.target_ms)
        case _:
            raise TypeError(run.step)


def get_ready(draft: Draft, work: Work, early: list[Line]) -> None:
    """Lay down the get-ready, or the change of sides, with all that must be heard before the start.

    `early` are lines that do not fit into the work itself.
    """
    if work.switching and work.side is not None:
        line = (CueKind.SWITCH, words.switch_to(work.side))
        room = max(work.numbers.switch_ms, pacing.speech_ms(line[1]))
        draft.add(SegmentKind.SWITCH, room, exercise=work.exercise.id, side=work.side)
        draft.speak([(0, *line)])
        return
    lines = _introduction(draft, work, early)
    change = pacing.change_ms(draft.posture, work.exercise.posture)
    extra = max(0, round(draft.preferences.prep_extra_s * pacing.MS))
    room = max(work.numbers.prep_ms, spoken_ms(lines))
    draft.add(
        SegmentKind.PREPARE,
        room + change + extra,
        exercise=work.exercise.id,
        side=work.side,
        text=" ".join((*work.lines.set_up, *work.lines.way_in)),
    )
    draft.speak(_spread(lines, change))
    draft.posture = work.exercise.posture


def _introduction(draft: Draft, work: Work, early: list[Line]) -> list[Line]:
    """Name and amount always; how to get there the first time; when to stop once for each wording."""
    exercise, lines = work.exercise, work.lines
    named = (CueKind.NAME, f"{words.named(exercise.name, work.side)} {work.dose}".rstrip())
    spoken: list[Line] = [named]
    if draft.preferences.spoken_detail:
        new = exercise.id not in draft.introduced
        if new or draft.posture is not exercise.posture:
            spoken += [(CueKind.SET_UP, text) for text in lines.set_up]
        if new:
            spoken += [(CueKind.STEP, text) for text in lines.way_in]
            spoken += early
        draft.introduced.add(exercise.id)
    spoken += [(CueKind.SAFETY, text) for text in lines.safety if text not in draft.warned]
    draft.warned.update(lines.safety)
    return spoken


def _spread(lines: list[Line], change_ms: int) -> list[Timed]:
    """Name and set-up at once; the steps when the person has had the time to change place."""
    head = [line for line in lines if line[0] in {CueKind.NAME, CueKind.SET_UP}]
    tail = [line for line in lines if line[0] not in {CueKind.NAME, CueKind.SET_UP}]
    start = max(spoken_ms(head) + pacing.GAP_MS, change_ms)
    room = spoken_ms(head) + spoken_ms(tail)
    return fitting(head, room) + [(start + at, kind, text) for at, kind, text in fitting(tail, room)]
