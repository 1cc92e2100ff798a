"""A step with an exercise, on one side: its numbers, its words, and getting ready for it."""

from __future__ import annotations

from typing import NamedTuple

from coach.content.exercise import Exercise
from coach.content.routine import HoldStep, MoveStep, RepsStep
from coach.content.vocabulary import Side
from coach.plan import pacing, words
from coach.plan.dose import Numbers, hold_numbers, move_numbers, reps_numbers
from coach.plan.draft import Draft, Line, Timed, spoken_ms
from coach.plan.expand import Run
from coach.plan.lines import Lines, lines_of
from coach.plan.timeline import CueKind, Part, SegmentKind


class Work(NamedTuple):
    """One run of an exercise. `amount` says the dose; `switching`: its other side was just done."""

    run: Run
    exercise: Exercise
    kind: str
    numbers: Numbers
    lines: Lines
    amount: str
    switching: bool

    @property
    def side(self) -> Side | None:
        """The side worked."""
        return self.run.side

    @property
    def single(self) -> bool:
        """Whether the rounds of its group are its repetitions: one in each."""
        return self.run.alone and self.numbers.reps == self.numbers.sets == 1

    def place(self, set_number: int, rep: int) -> tuple[int, int]:
        """Set and repetition with those of earlier rounds counted: a round is a set, or a repetition if `single`."""
        if self.single:
            return 1, self.run.turn
        return (self.run.turn - 1) * self.numbers.sets + set_number, rep

    def nth(self, set_number: int, rep: int) -> int:
        """The number of a repetition on this side, over all sets and rounds."""
        earlier = (self.run.turn - 1) * self.numbers.sets + set_number - 1
        return earlier * self.numbers.reps + rep

    def part(self, planned_ms: int) -> Part:
        """The unit that is recorded as done, partly done or skipped."""
        return Part(
            step=self.run.number,
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
    kind, numbers = _numbers(draft, run, exercise)
    lines = draft.lines.get(exercise.id)
    if lines is None:
        lines = draft.lines[exercise.id] = lines_of(exercise)
    again = before is not None and before.exercise is exercise
    switching = again and before is not None and before.side is not run.side
    if again and not switching:  # a group's next round: the rest is taken while getting ready again
        numbers = numbers._replace(prep_ms=max(numbers.prep_ms, numbers.rest_ms))
    return Work(run, exercise, kind, numbers, lines, _amount(kind, numbers, run), switching)


def _numbers(draft: Draft, run: Run, exercise: Exercise) -> tuple[str, Numbers]:
    shares = draft.shares.get((exercise.id, run.side), 1)
    match run.step:
        case HoldStep() as step:
            return "hold", hold_numbers(step, exercise, draft.routine, shares)
        case RepsStep() as step:
            return "reps", reps_numbers(step, exercise, draft.routine, shares)
        case MoveStep() as step:
            return "move", move_numbers(step, exercise, draft.routine)
        case _:
            raise TypeError(run.step)


def _amount(kind: str, numbers: Numbers, run: Run) -> str:
    if kind == "move":
        return words.about(numbers.target_ms)
    turns = run.turns if run.alone and numbers.reps == numbers.sets == 1 else 1
    reps = max(numbers.reps, turns)
    dose = (
        words.hold_dose(numbers.hold_ms, reps, numbers.sets) if kind == "hold" else words.reps_dose(reps, numbers.sets)
    )
    return f"{dose} {words.changing_sides()}" if turns > 1 and run.alternates else dose


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
    exercise, lines, run = work.exercise, work.lines, work.run
    turn = words.turn_of(run.turn, run.turns) if run.opens and not (work.single and run.turn == 1) else ""
    named = " ".join(part for part in (turn, words.named(exercise.name, work.side), work.amount) if part)
    spoken: list[Line] = [(CueKind.NAME, named)]
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
    cues: list[Timed] = []
    at, arrived = 0, False
    for kind, text in lines:
        if not arrived and kind not in {CueKind.NAME, CueKind.SET_UP}:
            arrived, at = True, at + change_ms
        cues.append((at, kind, text))
        at += pacing.speech_ms(text) + pacing.GAP_MS
    return cues
