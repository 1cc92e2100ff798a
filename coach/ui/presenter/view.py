"""A presentation in words: what the presenter's page and the stage beside it show. No Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coach.content.exercise import Amount, Exercise
from coach.content.library import Library
from coach.content.pictures import Seen, exercise_seen, figure_of, pack_seen
from coach.content.redose import Dial, amount_of, number_of, turned
from coach.content.routine import ColdStep, HeatStep, HoldStep, MoveStep, RepsStep
from coach.content.vocabulary import Mode, Role, Side, SidePlan
from coach.i18n import _
from coach.plan.asked import Asked, dose_words
from coach.plan.packs import mode_of
from coach.ui.presenter.state import Points, Presentation, shown_side, steps_of
from coach.ui.words import number_text, seconds_words, times_words

_DIALS: tuple[Dial, ...] = ("hold", "reps", "sets", "minutes")
_MS_PER_S = 1000


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step in the list."""

    title: str
    dose: str
    figure: Seen | None


@dataclass(frozen=True, slots=True)
class DialView:
    """One number that can be turned, and whether it can be turned down and up."""

    dial: Dial
    value: str
    between: str
    less: bool
    more: bool


@dataclass(frozen=True, slots=True)
class Notes:
    """What the presenter says, part by part: a title and its lines."""

    title: str
    lines: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class PresenterView:
    """Everything on both screens but the moving parts.

    `sides` is the plan that is done, None where there is nothing to choose; `flips`: the figure can show the other side.
    `feel` says where it is felt, `stop` where it should not be. `hold_ms`: what the timer counts down from; 0 where it counts up.
    """

    title: str
    steps: tuple[StepRow, ...]
    at: int
    step_title: str
    dose: str
    figure: Seen | None
    side: Side | None
    side_words: str
    poses: tuple[str, ...]
    key: int | None
    dials: tuple[DialView, ...]
    sides: SidePlan | None
    flips: bool
    notes: tuple[Notes, ...]
    feel: str
    stop: str
    hold_ms: int
    frozen: bool
    slow: bool
    points: Points
    timer: bool
    changed: bool

    @property
    def still(self) -> bool:
        """Whether the figure stands still, or goes to a pose and stays there."""
        return self.frozen or self.key is not None

    @property
    def caption(self) -> str:
        """What the people in front of the stage read: where it should not be felt, the pose picked, or where it is felt."""
        if self.points == "not":
            return self.stop
        if self.key is not None and self.key < len(self.poses):
            return self.poses[self.key]
        return self.feel if self.points == "here" else ""


def presenter_view(now: Presentation, library: Library) -> PresenterView:
    """Put one moment of a presentation into words."""
    steps = steps_of(now, library)
    step = steps[now.at]
    side = shown_side(now, step)
    figure = _seen(step, side, library)
    drawn = figure_of(library, figure.key) if figure is not None else None
    exercise = step.exercise
    return PresenterView(
        title=_(now.routine.name),
        steps=tuple(_row(one, library) for one in steps),
        at=now.at,
        step_title=_title(step),
        dose=dose_words(step, library),
        figure=figure,
        side=side,
        side_words=_side_words(side) if exercise is not None else "",
        poses=tuple(_(key.name) for key in drawn.keys) if drawn is not None and len(drawn.keys) > 1 else (),
        key=now.key,
        dials=tuple(_dials(now, step, library)),
        sides=_plan(step),
        flips={Side.LEFT, Side.RIGHT} <= set(step.sides),
        notes=tuple(_notes(step, library)),
        feel=" ".join(_said(exercise, Role.FEEL)) if exercise is not None else "",
        stop=" ".join(_said(exercise, Role.SAFETY)) if exercise is not None else "",
        hold_ms=step.numbers.hold_ms if step.numbers is not None and isinstance(step.step, HoldStep) else 0,
        frozen=now.frozen,
        slow=now.slow,
        points=now.points,
        timer=now.timer,
        changed=now.changed,
    )


def dial_name(dial: Dial) -> str:
    """Name a dial."""
    return {"hold": _("Hold"), "reps": _("Repetitions"), "sets": _("Sets"), "minutes": _("Minutes")}[dial]


def _row(step: Asked, library: Library) -> StepRow:
    first = next((side for side in step.sides if side is not None), None)
    return StepRow(_title(step), _short(step, library), _seen(step, first, library))


def _short(step: Asked, library: Library) -> str:
    """Say the dose in a few signs."""
    numbers = step.numbers
    if numbers is None or isinstance(step.step, MoveStep):
        return dose_words(step, library)
    count = numbers.reps * numbers.sets * step.rounds
    if isinstance(step.step, HoldStep):
        return _("{n} × {seconds}").format(n=count, seconds=seconds_words(numbers.hold_ms / _MS_PER_S))
    return times_words(count)


def _title(step: Asked) -> str:
    if step.exercise is not None:
        return _(step.exercise.name)
    heat = isinstance(step.step, HeatStep | ColdStep) and mode_of(step.step) is Mode.HEAT
    return _("Heat pack") if heat else _("Cold pack")


def _seen(step: Asked, side: Side | None, library: Library) -> Seen | None:
    if step.exercise is not None:
        return exercise_seen(library, step.exercise.id, side)
    if isinstance(step.step, HeatStep | ColdStep):
        return pack_seen(library, mode_of(step.step), step.step.area, step.step.side)
    return None


def _side_words(side: Side | None) -> str:
    if side is None:
        return ""
    return {Side.LEFT: _("Left side"), Side.RIGHT: _("Right side"), Side.BOTH: _("Both sides")}[side]


def _plan(step: Asked) -> SidePlan | None:
    """Return which sides are done as one of the three that can be chosen here."""
    if step.exercise is None or not step.exercise.per_side:
        return None
    if len(step.sides) > 1 or step.sides[0] not in {Side.LEFT, Side.RIGHT}:
        return SidePlan.LEFT_THEN_RIGHT
    return SidePlan.LEFT if step.sides[0] is Side.LEFT else SidePlan.RIGHT


def _dials(now: Presentation, step: Asked, library: Library) -> Iterator[DialView]:
    if step.exercise is None or not isinstance(step.step, HoldStep | RepsStep | MoveStep):
        return
    for dial in _DIALS:
        amount = amount_of(step.exercise, dial)
        value = number_of(step.step, step.exercise, dial)
        if amount is None or value is None or amount.min == amount.max:
            continue
        less, more = (turned(now.routine, step.path, dial, up, library) is not None for up in (False, True))
        yield DialView(dial, _valued(dial, value), _between(dial, amount, step.rounds), less, more)


def _between(dial: Dial, amount: Amount, rounds: int) -> str:
    """Say the safe range; where rounds add up to it, in how many of them the number is done."""
    if dial == "reps" and rounds > 1:
        return _("× {n} rounds").format(n=rounds)
    return _("{low} to {high}").format(low=number_text(amount.min), high=number_text(amount.max))


def _valued(dial: Dial, value: float) -> str:
    words = number_text(value)
    return _("{n} s").format(n=words) if dial == "hold" else words


def _notes(step: Asked, library: Library) -> Iterator[Notes]:
    exercise = step.exercise
    if exercise is None:
        yield from _pack_notes(step, library)
        return
    parts: tuple[tuple[str, tuple[str, ...], bool], ...] = (
        (_("Set up"), _said(exercise, Role.SET_UP) or (_(exercise.position),), False),
        (_("Steps"), _said(exercise, Role.STEP), True),
        (_("What they feel"), _said(exercise, Role.FEEL), False),
        (_("Breathing"), _said(exercise, Role.BREATHE), False),
        (_("Watch for"), tuple(_(line) for line in exercise.mistakes), False),
        (_("Stay safe"), (*_said(exercise, Role.SAFETY), *_cautions(exercise, library)), False),
        (_("Easier"), tuple(_(way.text) for way in exercise.easier), False),
        (_("Harder"), tuple(_(way.text) for way in exercise.harder), False),
    )
    yield from (Notes(title, lines, numbered) for title, lines, numbered in parts if lines)


def _pack_notes(step: Asked, library: Library) -> Iterator[Notes]:
    if not isinstance(step.step, HeatStep | ColdStep):
        return
    limits = library.thermal.limits(mode_of(step.step))
    yield Notes(_("Before it goes on"), tuple(_(line) for line in library.thermal.confirmations))
    yield Notes(_("How"), tuple(_(line) for line in (limits.barrier, limits.setting) if line))
    yield Notes(_("Take it off for"), tuple(_(line) for line in limits.stop_signs))


def _said(exercise: Exercise, role: Role) -> tuple[str, ...]:
    return tuple(_(line.text) for line in exercise.instructions if line.role is role)


def _cautions(exercise: Exercise, library: Library) -> Iterator[str]:
    for tag in dict.fromkeys((*exercise.cautions, *exercise.contraindications)):
        if tag in library.cautions:
            yield _(library.cautions[tag].text)
