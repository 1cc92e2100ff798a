"""What the Exercises page shows, built from the library. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from coach.content.exercise import Amount, Exercise, Variant
from coach.content.library import Library
from coach.content.pictures import Seen, exercise_seen
from coach.content.vocabulary import Posture, Role
from coach.i18n import _, ngettext
from coach.ui.library.dose_words import amount_words, dose_lines, evidence_words, short_dose
from coach.ui.library.filters import Choice, Filters, Keys, choices, keys_of, wanted
from coach.ui.search import fold
from coach.ui.sources import DESIGN, SourceLine, cited, source_line, source_lines
from coach.ui.words import area_word, category_word, direction_word, posture_word
from coach.ui.yours import Yours, YoursLine, exercise_lines


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list. `yours` says in a word or two what the person's own answers make of it, '' for nothing."""

    id: str
    name: str
    areas: str
    dose: str
    figure: Seen | None
    position: str
    keys: Keys
    yours: str = ""


@dataclass(frozen=True, slots=True)
class WayView:
    """An easier or harder way; `exercise` is '' unless it is another exercise of the library."""

    text: str
    exercise: str
    exercise_name: str


@dataclass(frozen=True, slots=True)
class CautionView:
    """A caution in words, with who says so."""

    text: str
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class NumberView:
    """One number of the dose and why it is what it is."""

    name: str
    value: str
    basis: str
    publishers: str


@dataclass(frozen=True, slots=True)
class DoseView:
    """How much and how often in words, and what stands behind it (`evidence` tier A first)."""

    lines: tuple[str, ...]
    rationale: str
    numbers: tuple[NumberView, ...]
    evidence: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class ExerciseView:
    """One exercise in words, in the order in which it is read; `keys` name the moments of its figure."""

    id: str
    name: str
    aliases: str
    targets: str
    posture: Posture
    figure: Seen | None
    keys: tuple[str, ...]
    facts: tuple[str, ...]
    set_up: tuple[str, ...]
    steps: tuple[str, ...]
    feel: tuple[str, ...]
    breathe: tuple[str, ...]
    safety: tuple[str, ...]
    mistakes: tuple[str, ...]
    easier: tuple[WayView, ...]
    harder: tuple[WayView, ...]
    stop_if: tuple[CautionView, ...]
    not_if: tuple[CautionView, ...]
    dose: DoseView
    yours: tuple[YoursLine, ...] = ()


@dataclass(frozen=True, slots=True)
class ExercisesState:
    """All rows in order, every exercise by id, and what the list can be narrowed by."""

    rows: tuple[Row, ...] = ()
    views: Mapping[str, ExerciseView] | None = None
    choices: tuple[Choice, ...] = ()

    def view(self, key: str) -> ExerciseView | None:
        """Return one exercise in words, None when there is none of that id."""
        return (self.views or {}).get(key)

    def matching(self, filters: Filters) -> tuple[Row, ...]:
        """Return the rows that pass the filters, in order."""
        return tuple(row for row in self.rows if wanted(row.keys, filters))


def build_state(library: Library, yours: Yours = Yours()) -> ExercisesState:  # noqa: B008  frozen
    """Put the whole library into words; `yours` is what the person said about themselves."""
    exercises = tuple(library.exercises.values())
    views = {exercise.id: exercise_view(exercise, library, yours) for exercise in exercises}
    return ExercisesState(
        rows=tuple(_row(exercise, views[exercise.id].yours) for exercise in exercises),
        views=views,
        choices=choices(exercises),
    )


def count_words(shown_count: int, total: int) -> str:
    """Say how many of how many are listed."""
    if shown_count == total:
        return ngettext("{n} exercise", "{n} exercises", total).format(n=total)
    return ngettext("{n} of {total} exercise", "{n} of {total} exercises", total).format(n=shown_count, total=total)


def exercise_view(exercise: Exercise, library: Library, yours: Yours = Yours()) -> ExerciseView:  # noqa: B008  frozen
    """Put one exercise into words."""
    return ExerciseView(
        id=exercise.id,
        name=_(exercise.name),
        aliases=_aliases(exercise),
        targets=_("Muscles: {names}").format(names=_targets(exercise)) if exercise.targets else "",
        posture=exercise.posture,
        figure=exercise_seen(library, exercise.id, None),
        keys=tuple(_(key.name) for key in exercise.figure.keys) if exercise.figure is not None else (),
        facts=_facts(exercise),
        set_up=_lines(exercise, Role.SET_UP) or (_(exercise.position),),
        steps=_lines(exercise, Role.STEP),
        feel=_lines(exercise, Role.FEEL),
        breathe=_lines(exercise, Role.BREATHE),
        safety=_lines(exercise, Role.SAFETY),
        mistakes=tuple(_(line) for line in exercise.mistakes),
        easier=_ways(exercise.easier, library),
        harder=_ways(exercise.harder, library),
        stop_if=_cautions(exercise.cautions, library),
        not_if=_cautions(exercise.contraindications, library),
        dose=_dose(exercise, library),
        yours=exercise_lines(exercise, library, yours),
    )


def _yours_word(lines: tuple[YoursLine, ...]) -> str:
    if not lines:
        return ""
    return _("left out") if lines[0].against else _("take care")


def _row(exercise: Exercise, yours: tuple[YoursLine, ...]) -> Row:
    words = (
        *(_(exercise.name), _targets(exercise), *(_(alias) for alias in exercise.aliases)),
        *(area_word(area) for area in exercise.areas),
        *(_(tool) for tool in exercise.equipment),
        *(category_word(exercise.category), posture_word(exercise.posture)),
    )
    return Row(
        id=exercise.id,
        name=_(exercise.name),
        areas=_sentence(", ".join(area_word(area).lower() for area in exercise.areas)),
        dose=short_dose(exercise),
        figure=Seen(exercise.id) if exercise.figure is not None else None,
        position=posture_word(exercise.posture),
        keys=keys_of(exercise, fold(" ".join(words))),
        yours=_yours_word(yours),
    )


def _aliases(exercise: Exercise) -> str:
    names = ", ".join(_(alias) for alias in exercise.aliases)
    return _("Also called {names}").format(names=names) if names else ""


def _targets(exercise: Exercise) -> str:
    return ", ".join(_(target) for target in exercise.targets)


def _facts(exercise: Exercise) -> tuple[str, ...]:
    """Return what decides whether it is for someone, in a few words each."""
    tools = ", ".join(_(tool) for tool in exercise.equipment)
    return (
        *(area_word(area) for area in exercise.areas),
        posture_word(exercise.posture),
        direction_word(exercise.spine_direction),
        _sentence(tools) or _("Nothing needed"),
    )


def _lines(exercise: Exercise, role: Role) -> tuple[str, ...]:
    return tuple(_(line.text) for line in exercise.instructions if line.role is role)


def _ways(variants: Iterable[Variant], library: Library) -> tuple[WayView, ...]:
    ways = []
    for variant in variants:
        other = library.exercises.get(variant.exercise) if variant.exercise else None
        ways.append(WayView(_(variant.text), other.id if other else "", _(other.name) if other else ""))
    return tuple(ways)


def _cautions(tags: Iterable[str], library: Library) -> tuple[CautionView, ...]:
    found = (library.cautions[tag] for tag in tags if tag in library.cautions)
    return tuple(CautionView(_(item.text), source_lines(item.sources, library.sources)) for item in found)


def _dose(exercise: Exercise, library: Library) -> DoseView:
    evidence = [source_line(item.source, library.sources, evidence_words(item)) for item in exercise.evidence]
    return DoseView(
        lines=dose_lines(exercise),
        rationale=cited(_(exercise.dose.rationale), library.sources)[0],
        numbers=tuple(_numbers(exercise, library)),
        evidence=tuple(sorted(evidence, key=lambda line: line.tier or "Z")),
    )


def _numbers(exercise: Exercise, library: Library) -> Iterable[NumberView]:
    dose = exercise.dose
    named: tuple[tuple[str, Amount | None], ...] = (
        (_("Hold, seconds"), dose.hold_s),
        (_("Repetitions"), dose.reps),
        (_("Sets"), dose.sets),
        (_("Rest, seconds"), dose.rest_s),
        (_("Minutes"), dose.minutes),
        (_("Times a day"), dose.per_day),
        (_("Days a week"), dose.days_per_week),
    )
    for name, amount in named:
        if amount is not None:
            lines = source_lines(amount.sources, library.sources)
            publishers = dict.fromkeys(_who(line) for line in lines)
            basis = cited(_(amount.basis), library.sources)[0]
            yield NumberView(name, amount_words(amount), basis, "; ".join(publishers))
    if dose.tempo_basis:
        yield NumberView(_("Tempo"), "", cited(_(dose.tempo_basis), library.sources)[0], "")


def _who(line: SourceLine) -> str:
    return _("our own choice") if line.id == DESIGN else line.publisher or line.title


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
