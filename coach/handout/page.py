"""What a hand-out says: each exercise with its pictures, its steps and its dose, and when to stop. No drawing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from coach.content.exercise import Dose, Exercise
from coach.content.library import Library
from coach.content.pictures import Seen, figure_of, pack_seen
from coach.content.routine import ColdStep, HeatStep, Routine
from coach.content.vocabulary import Mode, Role, Side
from coach.figure.tempo import shown_of
from coach.i18n import _, ngettext
from coach.plan.asked import Asked, asked, dose_words
from coach.plan.packs import mode_of

_WEEK = 7


class Shot(NamedTuple):
    """One picture: a figure, at one of its keys, with that key's name."""

    seen: Seen
    key: int
    caption: str


class HandoutStep(NamedTuple):
    """One exercise or pack. `lines` in order; `often` is how often it is usually done; `care` says when to leave off."""

    title: str
    dose: str
    often: str
    shots: tuple[Shot, ...]
    lines: tuple[str, ...]
    feel: str
    care: tuple[str, ...]


class Box(NamedTuple):
    """A list of signs and what to do about them."""

    title: str
    action: str
    lines: tuple[str, ...]


class Handout(NamedTuple):
    """A whole hand-out; it names neither a person nor a machine. `first` is for before the start, `boxes` for later."""

    title: str
    summary: str
    steps: tuple[HandoutStep, ...]
    first: Box
    boxes: tuple[Box, ...]
    foot: str


def handout_of(routine: Routine, library: Library, worse_side: Side | None = None) -> Handout:
    """Put a routine into the words of a page; raises `DataError` as compiling it does."""
    done = asked(routine, library, worse_side)
    steps = tuple(_step(one, library) for one in done)
    first = Box(_("Before you start"), "", tuple(dict.fromkeys(_first(done, library))))
    return Handout(_(routine.name), _(routine.summary), steps, first, tuple(_boxes(library)), _foot())


def _step(one: Asked, library: Library) -> HandoutStep:
    side = Side.LEFT if one.sides == (Side.LEFT,) else None
    if one.exercise is not None:
        return _exercise(one, one.exercise, side, library)
    return _pack(one, library)


def _exercise(one: Asked, exercise: Exercise, side: Side | None, library: Library) -> HandoutStep:
    return HandoutStep(
        title=_(exercise.name),
        dose=dose_words(one, library),
        often=_often(exercise.dose),
        shots=_shots(Seen(exercise.id, side is Side.LEFT), library),
        lines=(*(_said(exercise, Role.SET_UP) or (_(exercise.position),)), *_said(exercise, Role.STEP)),
        feel=" ".join((*_said(exercise, Role.FEEL), *_said(exercise, Role.BREATHE))),
        care=_said(exercise, Role.SAFETY),
    )


def _often(dose: Dose) -> str:
    """Say how often, as the exercise's own dose has it; whoever hands the page over may say otherwise."""
    day, days = round(dose.per_day.default), round(dose.days_per_week.default)
    times = _("Usually once a day") if day == 1 else _("Usually {n} times a day").format(n=day)
    times = _("Usually twice a day") if day == 2 else times
    if days == _WEEK:
        return _("{often}, every day.").format(often=times)
    return ngettext("{often}, {n} day a week.", "{often}, {n} days a week.", days).format(often=times, n=days)


def _said(exercise: Exercise, role: Role) -> tuple[str, ...]:
    return tuple(_(line.text) for line in exercise.instructions if line.role is role)


def _pack(one: Asked, library: Library) -> HandoutStep:
    if not isinstance(one.step, HeatStep | ColdStep):
        raise TypeError(one.step)
    mode = mode_of(one.step)
    limits = library.thermal.limits(mode)
    seen = pack_seen(library, mode, one.step.area, one.step.side)
    stop = _("Take it off at once for: {signs}.").format(signs=", ".join(_(sign) for sign in limits.stop_signs))
    return HandoutStep(
        title=_("Heat pack") if mode is Mode.HEAT else _("Cold pack"),
        dose=dose_words(one, library),
        often="",
        shots=_shots(seen, library) if seen is not None else (),
        lines=tuple(_(line) for line in (limits.barrier, limits.setting, library.thermal.skin_check.prompt) if line),
        feel="",
        care=(stop,),
    )


def _shots(seen: Seen, library: Library) -> tuple[Shot, ...]:
    """Return how it begins and how it is held; one picture where that is the same."""
    figure = figure_of(library, seen.key)
    if figure is None:
        return ()
    keys = dict.fromkeys((0, shown_of(figure))) if figure.loop != "still" else (shown_of(figure),)
    return tuple(Shot(seen, key, _(figure.keys[key].name)) for key in keys)


def _first(done: Sequence[Asked], library: Library) -> Iterator[str]:
    """Yield for whom an exercise is not, and what never to do with a pack: at home there is nobody to ask."""
    for one in done:
        if one.exercise is None:
            yield from (_(line.text) for line in library.thermal.never)
            continue
        for tag in one.exercise.contraindications:
            if tag in library.cautions:
                yield _(library.cautions[tag].text)


def _boxes(library: Library) -> Iterator[Box]:
    signs = library.warning_signs
    stop, tiers = signs.stop_exercise, signs.tiers[:1]
    for tier in (stop, *tiers):
        yield Box(_(tier.title), _(tier.action), tuple(_(sign.text) for sign in tier.signs))


def _foot() -> str:
    return _("Made with Limber, a timer and a diary. It does not replace the advice of somebody who knows you.")
