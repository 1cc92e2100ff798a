"""Whether an exercise file holds together: its numbers, its sources, its tags and how it is done."""

from __future__ import annotations

from collections.abc import Mapping

from coach.content.exercise import Amount, Dose, Exercise
from coach.content.library import Library
from coach.content.problems import Problem, Report, in_order
from coach.content.shown import nearest, number, quoted
from coach.content.toml_lines import TomlPath
from coach.figure.pose.check import figure_doubts, figure_problems
from coach.figure.pose.model import Figure
from coach.i18n import _

#: The amounts of a dose that are counted, with the least and the most that make sense.
_COUNTED = {"reps": (1, 100), "sets": (1, 100), "per_day": (1, 24), "days_per_week": (1, 7)}
_AMOUNTS = ("hold_s", "reps", "sets", "rest_s", "minutes", "per_day", "days_per_week")


def check_exercise(exercise: Exercise, library: Library, lines: Mapping[TomlPath, int], file: str) -> list[Problem]:
    """Everything that is wrong with an exercise whose fields are all in order."""
    report = Report(file, lines)
    for name in _AMOUNTS:
        amount: Amount | None = getattr(exercise.dose, name)
        if amount is not None:
            _check_amount(name, amount, library, report)
    _check_kind(exercise, report)
    _check_evidence(exercise, library, report)
    _check_tags(exercise, library, report)
    _check_variants(exercise, library, report)
    found = in_order(report.problems)
    return (
        found if exercise.figure is None else in_order([*found, *check_figure(exercise.figure, library, lines, file)])
    )


def check_figure(figure: Figure, library: Library, lines: Mapping[TomlPath, int], file: str) -> list[Problem]:
    """Everything that a figure names and that is not there, and what it cannot mean."""
    report = Report(file, lines)
    for path, sentence in (*figure_problems(figure, library.bases), *figure_doubts(figure, library.bases)):
        report.say(("figure", *path), sentence)
    return in_order(report.problems)


def _check_amount(name: str, amount: Amount, library: Library, report: Report) -> None:
    path: TomlPath = ("dose", name)
    if not amount.min <= amount.default <= amount.max:
        sentence = _("The default {default} does not lie between min {min} and max {max}. Put the three in order.")
        said = sentence.format(default=number(amount.default), min=number(amount.min), max=number(amount.max))
        report.say((*path, "default"), said)
    for part in ("default", "min", "max"):
        _check_count(name, part, getattr(amount, part), report)
    _check_sources((*path, "sources"), amount.sources, library, report)


def _check_count(name: str, part: str, value: float, report: Report) -> None:
    if name not in _COUNTED:
        return
    low, high = _COUNTED[name]
    if value != int(value) or not low <= value <= high:
        sentence = _("`{part}` of {name} is {value}, but must be a whole number from {low} to {high}.")
        said = sentence.format(part=part, name=name, value=number(value), low=low, high=high)
        report.say(("dose", name, part), said)


def _check_sources(path: TomlPath, sources: tuple[str, ...], library: Library, report: Report) -> None:
    for index, source in enumerate(sources):
        if source == "design" or source in library.sources:
            continue
        report.say((*path, index), _no_such(_("source"), source, list(library.sources), "sources.toml"))


def _check_kind(exercise: Exercise, report: Report) -> None:
    dose = exercise.dose
    for name in _missing(exercise.kind, dose):
        sentence = _('An exercise of kind "{kind}" needs {name} in its dose. Add a table that begins with {header}.')
        report.say(("dose",), sentence.format(kind=exercise.kind, name=f"`{name}`", header=f"[dose.{name}]"))
    if dose.tempo is not None and dose.hold_s is not None:
        hold, pause = dose.hold_s, dose.tempo.hold_s
        if not hold.min <= pause <= hold.max:
            sentence = _(
                "The tempo holds for {value} seconds, outside the range of `hold_s`, {low} to {high}. Make them agree."
            )
            said = sentence.format(value=number(pause), low=number(hold.min), high=number(hold.max))
            report.say(("dose", "tempo"), said)
    if dose.tempo is not None and not dose.tempo_basis:
        report.say(
            ("dose", "tempo"),
            _('The tempo does not say where it comes from. Add tempo_basis = "Our own choice".'),
        )
    if exercise.per_side and dose.reps is None and exercise.kind != "move":
        report.say(("per_side",), _("Done on each side, but `reps` does not say how often. Add [dose.reps]."))


def _missing(kind: str, dose: Dose) -> list[str]:
    needs = {
        "hold": (("hold_s", dose.hold_s is not None and dose.hold_s.max > 0), ("reps", dose.reps is not None)),
        "reps": (("tempo", dose.tempo is not None), ("reps", dose.reps is not None)),
        "move": (("minutes", dose.minutes is not None),),
    }[kind]
    return [name for name, there in needs if not there]


def _check_evidence(exercise: Exercise, library: Library, report: Report) -> None:
    for index, entry in enumerate(exercise.evidence):
        path: TomlPath = ("evidence", index)
        if entry.source != "design" and entry.source not in library.sources:
            said = _no_such(_("source"), entry.source, list(library.sources), "sources.toml")
            report.say((*path, "source"), said)
        for name in ("hold_s", "reps", "sets", "per_day", "days_per_week", "minutes"):
            pair: tuple[float, float] | None = getattr(entry, name)
            if pair is not None and pair[0] > pair[1]:
                sentence = _("`{name}` must have the lower number first. Write {name} = [{low}, {high}].")
                said = sentence.format(name=name, low=number(pair[1]), high=number(pair[0]))
                report.say((*path, name), said)


def _check_tags(exercise: Exercise, library: Library, report: Report) -> None:
    for name in ("cautions", "contraindications"):
        for index, tag in enumerate(getattr(exercise, name)):
            if tag not in library.cautions:
                report.say((name, index), _no_such(_("tag"), tag, list(library.cautions), "cautions.toml"))


def _check_variants(exercise: Exercise, library: Library, report: Report) -> None:
    for name in ("easier", "harder"):
        for index, variant in enumerate(getattr(exercise, name)):
            path: TomlPath = (name, index, "exercise")
            if variant.exercise == exercise.id:
                report.say(path, _("This names the exercise itself. Name another one, or take `exercise` out."))
            elif variant.exercise is not None and variant.exercise not in library.exercises:
                report.say(path, _no_such(_("exercise"), variant.exercise, list(library.exercises), ""))


def _no_such(what: str, word: str, known: list[str], file: str) -> str:
    said = _("There is no {what} {word}.").format(what=what, word=quoted(word))
    meant = nearest(word, known)
    if meant is not None:
        return said + " " + _("Did you mean {meant}?").format(meant=quoted(meant))
    if file:
        return said + " " + _("Add it to {file}, or use one that is there.").format(file=file)
    return said + " " + _("The command limber exercises lists them all.")
