"""What the list of exercises can be narrowed by. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from coach.content.exercise import Exercise
from coach.content.vocabulary import Area, Category, Posture, SpineDirection
from coach.i18n import _
from coach.ui.search import found_in
from coach.ui.words import area_word, category_word, direction_word, posture_word

Field = Literal["area", "posture", "equipment", "direction", "category"]

_Word = TypeVar("_Word", Area, Posture, SpineDirection, Category)

#: Stands for "no equipment needed" among the equipment choices; no file can name it.
NO_EQUIPMENT = "-"


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked for; an empty text asks for everything. Values are those of the vocabulary."""

    text: str = ""
    area: str = ""
    posture: str = ""
    equipment: str = ""
    direction: str = ""
    category: str = ""

    @property
    def any_set(self) -> bool:
        """Say whether anything is left out."""
        return self != Filters()


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a filter: its value and its word."""

    value: str
    word: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One filter: its field in `Filters`, what it is called and what can be chosen."""

    field: Field
    word: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Keys:
    """What one exercise is found by; `folded` is its searchable text."""

    folded: str
    area: frozenset[str]
    posture: frozenset[str]
    equipment: frozenset[str]
    direction: frozenset[str]
    category: frozenset[str]


def keys_of(exercise: Exercise, folded: str) -> Keys:
    """Return what an exercise is found by."""
    return Keys(
        folded=folded,
        area=frozenset(exercise.areas),
        posture=frozenset({exercise.posture}),
        equipment=frozenset(exercise.equipment or (NO_EQUIPMENT,)),
        direction=frozenset({exercise.spine_direction}),
        category=frozenset({exercise.category}),
    )


def wanted(keys: Keys, filters: Filters) -> bool:
    """Say whether an exercise passes every filter and holds every word of the text."""
    pairs = (
        (filters.area, keys.area),
        (filters.posture, keys.posture),
        (filters.equipment, keys.equipment),
        (filters.direction, keys.direction),
        (filters.category, keys.category),
    )
    return all(not value or value in having for value, having in pairs) and found_in(keys.folded, filters.text)


def choices(exercises: Sequence[Exercise]) -> tuple[Choice, ...]:
    """Return the filters with the values that occur, in the order of the vocabulary."""
    equipment = dict.fromkeys(name for exercise in exercises for name in exercise.equipment)
    tools = [Option(name, _(name)) for name in sorted(equipment)]
    if any(not exercise.equipment for exercise in exercises):
        tools.insert(0, Option(NO_EQUIPMENT, _("Nothing needed")))
    return (
        Choice("area", _("Area"), _options(Area, area_word, (a for e in exercises for a in e.areas))),
        Choice("posture", _("Position"), _options(Posture, posture_word, (e.posture for e in exercises))),
        Choice("equipment", _("Equipment"), tuple(tools)),
        Choice(
            "direction", _("Spine"), _options(SpineDirection, direction_word, (e.spine_direction for e in exercises))
        ),
        Choice("category", _("Kind"), _options(Category, category_word, (e.category for e in exercises))),
    )


def _options(order: Iterable[_Word], word: Callable[[_Word], str], present: Iterable[_Word]) -> tuple[Option, ...]:
    having = set(present)
    return tuple(Option(value, word(value)) for value in order if value in having)
