"""What the person said, beside the exercise or routine it is about: the reason, and who says so. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from coach.analysis.learning_week import DAYS
from coach.analysis.went_worse import EASIER, OUT
from coach.content.exercise import Exercise
from coach.content.library import Library
from coach.content.routine import ColdStep, Group, HeatStep, Routine, Step
from coach.content.vocabulary import Mode
from coach.content.words import place_words
from coach.i18n import _
from coach.plan.suited import does_something, easier_words, exercises_of, without
from coach.safety.exposure import Wanted
from coach.safety.suitability import Mark, Said, block_of, left_out, marks, pack_refusal
from coach.ui.sources import SourceLine, source_lines
from coach.ui.words import mode_word


@dataclass(frozen=True, slots=True)
class YoursLine:
    """One sentence with its sources. `against`: it is left out; else it is only marked."""

    title: str
    text: str
    sources: tuple[SourceLine, ...] = ()
    against: bool = False


@dataclass(frozen=True, slots=True)
class Yours:
    """What the person said about themselves, and how exercises are done that got worse (see `went_worse`).

    `learning` is which day of a learning week today is, from 1; 0 outside one.
    """

    said: Said = field(default_factory=Said)
    ways: Mapping[str, str] = field(default_factory=dict)
    learning: int = 0


def learning_words(day: int) -> str:
    """Say which day of a learning week it is and what that changes; '' for 0, outside one."""
    if not day:
        return ""
    words = _(
        "Learning week: day {n} of {days}; the order is shuffled where that is safe, and you are asked after each exercise."
    )
    return words.format(n=day, days=DAYS)


def offered(library: Library, keys: Iterable[str], yours: Yours) -> tuple[str, ...]:
    """Return those of the routines named by `keys` of which something is left for this person."""
    out = {*left_out(library, yours.said), *(key for key, way in yours.ways.items() if way == OUT)}
    return tuple(key for key in keys if does_something(without(library.routines[key].routine, out).steps))


def exercise_lines(exercise: Exercise, library: Library, yours: Yours) -> tuple[YoursLine, ...]:
    """Return what the person said that an exercise's own notes speak of; what is against it first."""
    found = [_mark(mark, library) for mark in marks(exercise, library, yours.said)]
    way = yours.ways.get(exercise.id)
    if way == OUT:
        found.insert(
            0, YoursLine(_("You leave it out."), _("It got worse here. Only you bring it back."), against=True)
        )
    elif way == EASIER:
        found.append(YoursLine(_("You do it the easier way."), easier_words(exercise) or _("It got worse here.")))
    return tuple(found)


def routine_lines(routine: Routine, library: Library, yours: Yours) -> tuple[YoursLine, ...]:
    """Return what is left out of a routine or done easier, each exercise and each pack once, with the reason."""
    here = exercises_of(routine)
    found: list[YoursLine] = []
    for exercise in (one for key, one in library.exercises.items() if key in here):
        lines = exercise_lines(exercise, library, yours)
        if lines and (lines[0].against or yours.ways.get(exercise.id) == EASIER):
            line = lines[0] if lines[0].against else lines[-1]
            form = _("Left out: {exercise}") if line.against else _("The easier way: {exercise}")
            title = form.format(exercise=_(exercise.name))
            reason = f"{line.title} {line.text}" if line.against else line.text
            found.append(YoursLine(title, reason, line.sources, line.against))
    return (*found, *_packs(routine, library, yours))


def _mark(mark: Mark, library: Library) -> YoursLine:
    said = _("You said: “{said}”").format(said=_(mark.question.text))
    return YoursLine(said, _(mark.caution.text), source_lines(mark.caution.sources, library.sources), mark.against)


def _packs(routine: Routine, library: Library, yours: Yours) -> Iterable[YoursLine]:
    for wanted in dict.fromkeys(_wanted(routine)):
        text = pack_refusal(wanted, library, yours.said)
        if text:
            block = block_of(wanted, library, yours.said)
            name = _("Heat and cold in turn") if wanted.contrast else mode_word(wanted.mode)
            title = _("{pack}: {where}").format(pack=name, where=place_words(wanted.area, wanted.side))
            yield YoursLine(title, text, source_lines(block.sources, library.sources) if block else (), against=True)


def _wanted(routine: Routine) -> Iterable[Wanted]:
    for item in routine.steps:
        steps: tuple[Step, ...] = item.steps if isinstance(item, Group) else (item,)
        contrast = isinstance(item, Group) and item.exposure is not None
        packs = [step for step in steps if isinstance(step, HeatStep | ColdStep)]
        for pack in packs[:1] if contrast else packs:
            mode = Mode.HEAT if isinstance(pack, HeatStep) else Mode.COLD
            yield Wanted(mode, pack.area, pack.side, contrast)
