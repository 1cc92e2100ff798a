"""A step with an exercise, on one side: its numbers, its words, and getting ready for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from coach.content.exercise import Exercise
from coach.content.routine import HoldStep, MoveStep, RepsStep
from coach.content.vocabulary import Side
from coach.plan import pacing, words
from coach.plan.dose import Numbers, hold_numbers, move_numbers, reps_numbers
from coach.plan.draft import Draft
from coach.plan.expand import Run
from coach.plan.lines import Lines, lines_of
from coach.plan.speech import Line, Timed
from coach.plan.suited import easier_words, gentler
from coach.plan.timeline import CueKind, Part, SegmentKind


class Rep(NamedTuple):
    """One repetition: as its segments number it, and as it is counted aloud.

    `set` and `rep` are the numbers of its segments, earlier rounds counted; `nth` counts on this side over
    all sets and rounds. `counted` of `of` is said aloud, in set number `said_set` of this round.
    """

    set: int
    rep: int
    nth: int
    counted: int
    of: int
    said_set: int
    last: bool


class Work(NamedTuple):
    """One run of an exercise. `switching`: its other side was just done; `single`: its rounds are its repetitions."""

    run: Run
    exercise: Exercise
    kind: str
    numbers: Numbers
    lines: Lines
    switching: bool
    single: bool

    @property
    def side(self) -> Side | None:
        """The side worked."""
        return self.run.side

    def reps(self) -> Iterator[Rep]:
        """Every repetition on this side, in order."""
        numbers, turn = self.numbers, self.run.turn
        if self.single:
            yield Rep(1, turn, turn, turn, self.run.turns, 1, last=True)
            return
        earlier = (turn - 1) * numbers.sets
        for set_number in range(1, numbers.sets + 1):
            begun = (earlier + set_number - 1) * numbers.reps
            for rep in range(1, numbers.reps + 1):
                last = set_number == numbers.sets and rep == numbers.reps
                yield Rep(earlier + set_number, rep, begun + rep, rep, numbers.reps, set_number, last)

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
    single = run.alone and numbers.reps == numbers.sets == 1
    return Work(run, exercise, kind, numbers, lines, switching, single)


def _numbers(draft: Draft, run: Run, exercise: Exercise) -> tuple[str, Numbers]:
    """The kind of work and its numbers, looked up once for all sides and rounds of a step."""
    shares = draft.shares.get((exercise.id, run.side), 1)
    key = (run.number, shares)
    found = draft.numbers.get(key)
    if found is None:
        kind, numbers = _resolved(draft, run, exercise, shares)
        if exercise.id in draft.preferences.easier:
            numbers = gentler(numbers, exercise, shares)
        found = draft.numbers[key] = kind, numbers
    return found


def _resolved(draft: Draft, run: Run, exercise: Exercise, shares: int) -> tuple[str, Numbers]:
    match run.step:
        case HoldStep() as step:
            return "hold", hold_numbers(step, exercise, draft.routine, shares)
        case RepsStep() as step:
            return "reps", reps_numbers(step, exercise, draft.routine, shares)
        case MoveStep() as step:
            return "move", move_numbers(step, exercise, draft.routine)
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
    cues, spoken_ms = _spread(lines, change)
    room = max(work.numbers.prep_ms, spoken_ms)
    draft.add(
        SegmentKind.PREPARE,
        room + change + extra,
        exercise=work.exercise.id,
        side=work.side,
        text=" ".join(part for part in (_easier(draft, work), work.lines.ready_text) if part),
    )
    draft.speak(cues)
    draft.posture = work.exercise.posture


def _easier(draft: Draft, work: Work) -> str:
    """The easier way in words, where the person chose it after "worse"."""
    return easier_words(work.exercise) if work.exercise.id in draft.preferences.easier else ""


def _introduction(draft: Draft, work: Work, early: list[Line]) -> list[Line]:
    """Name and amount always; how to get there the first time; when to stop once for each wording."""
    exercise, lines, run = work.exercise, work.lines, work.run
    turn = words.turn_of(run.turn, run.turns) if run.opens and not (work.single and run.turn == 1) else ""
    say_name = words.next_up if draft.must_announce() and not turn else words.named
    named = " ".join(part for part in (turn, say_name(exercise.name, work.side), _amount(work)) if part)
    spoken: list[Line] = [(CueKind.NAME, named)]
    if exercise.id not in draft.introduced and (easier := _easier(draft, work)):
        spoken.append((CueKind.SET_UP, easier))
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


def _amount(work: Work) -> str:
    """How long, how often, how many sets; how many rounds where they are the repetitions."""
    numbers, run = work.numbers, work.run
    if work.kind == "move":
        return words.about(numbers.target_ms)
    reps = run.turns if work.single else numbers.reps
    if work.kind == "hold":
        dose = words.hold_dose(numbers.hold_ms, reps, numbers.sets)
    else:
        dose = words.reps_dose(reps, numbers.sets)
    return f"{dose} {words.changing_sides()}" if work.single and reps > 1 and run.alternates else dose


def _spread(lines: list[Line], change_ms: int) -> tuple[list[Timed], int]:
    """Name and set-up at once; the steps when the person has had the time to change place.

    Gives the cues, and how long they take without that time.
    """
    cues: list[Timed] = []
    at, quiet = 0, 0
    for kind, text in lines:
        if kind not in {CueKind.NAME, CueKind.SET_UP}:
            quiet = change_ms
        cues.append((at + quiet, kind, text))
        at += pacing.speech_ms(text) + pacing.GAP_MS
    return cues, at - pacing.GAP_MS
