"""What the Routines page shows, built from the library and the compiled plans. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from coach.content.library import Library
from coach.content.routine import Routine
from coach.content.vocabulary import Mode, Posture, Side
from coach.i18n import _, ngettext
from coach.plan.timeline import Part, Timeline
from coach.ui.search import fold, found_in
from coach.ui.words import area_word, clock_text, direction_word, number_text, place_word, side_word

_MS_PER_S = 1000
_LONG_MS = 60_000


@dataclass(frozen=True, slots=True)
class Card:
    """One routine in the list. `modes` are the packs it uses, for its badge."""

    id: str
    name: str
    summary: str
    length: str
    place: str
    direction: str
    modes: tuple[Mode, ...]
    folded: str


@dataclass(frozen=True, slots=True)
class PlanStep:
    """One step of the plan as it comes: what, how much, which side; `exercise` is '' for a rest or a pack."""

    title: str
    amount: str
    side: str
    exercise: str
    posture: Posture | None
    kind: str


@dataclass(frozen=True, slots=True)
class RoutineView:
    """One routine, opened."""

    card: Card
    length_words: str
    areas: str
    steps: tuple[PlanStep, ...]
    notes: tuple[str, ...]
    cautions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoutinesState:
    """All routines in order, and each of them opened."""

    cards: tuple[Card, ...] = ()
    views: Mapping[str, RoutineView] = field(default_factory=dict)

    def matching(self, query: str) -> tuple[Card, ...]:
        """Return the routines in which every word of `query` occurs."""
        return tuple(card for card in self.cards if found_in(card.folded, query))


def build_state(library: Library, timelines: Mapping[str, Timeline]) -> RoutinesState:
    """Put every routine into words; `timelines` holds the compiled plan of each, by id."""
    views = {
        key: routine_view(file.routine, library, timelines[key])
        for key, file in library.routines.items()
        if key in timelines
    }
    return RoutinesState(tuple(view.card for view in views.values()), views)


def routine_view(routine: Routine, library: Library, timeline: Timeline) -> RoutineView:
    """Put one routine into words."""
    return RoutineView(
        card=_card(routine, library, timeline),
        length_words=length_words(timeline.total_ms),
        areas=", ".join(area_word(area) for area in routine.areas),
        steps=plan_steps(timeline, library),
        notes=tuple(line for block in _(routine.notes).split("\n\n") if (line := " ".join(block.split()))),
        cautions=_cautions(timeline, library),
    )


def plan_steps(timeline: Timeline, library: Library) -> tuple[PlanStep, ...]:
    """Return the plan step by step; one step's sides stand together."""
    return tuple(_step(tuple(parts), library) for _number, parts in groupby(timeline.parts, key=lambda part: part.step))


def length_words(milliseconds: int) -> str:
    """Say a length roughly, as a person would: "8 minutes", "90 seconds"."""
    seconds = round(milliseconds / _MS_PER_S)
    if seconds < 100:
        return ngettext("{n} second", "{n} seconds", seconds).format(n=seconds)
    minutes = round(seconds / 60)
    return ngettext("about {n} minute", "about {n} minutes", minutes).format(n=minutes)


def modes_words(modes: Sequence[Mode]) -> str:
    """Say which packs a routine uses; '' for none."""
    if len(set(modes)) > 1:
        return _("Heat and cold")
    return {Mode.HEAT: _("Heat"), Mode.COLD: _("Cold")}[modes[0]] if modes else ""


def place_words(place: str) -> str:
    """Say where a routine is done."""
    return {
        "floor": _("On the floor"),
        "chair": _("On a chair"),
        "desk": _("At the desk"),
        "anywhere": _("Anywhere"),
    }[place]


def _card(routine: Routine, library: Library, timeline: Timeline) -> Card:
    names = dict.fromkeys(part.exercise for part in timeline.parts if part.exercise)
    exercises = [_(library.exercises[key].name) for key in names if key in library.exercises]
    direction = direction_word(routine.spine_direction) if routine.spine_direction else ""
    place = place_words(routine.place)
    words = (_(routine.name), _(routine.summary), direction, place, modes_words(routine.modes))
    areas = (area_word(area) for area in routine.areas)
    return Card(
        id=routine.id,
        name=_(routine.name),
        summary=_(routine.summary),
        length=clock_text(timeline.total_ms),
        place=place,
        direction=direction,
        modes=routine.modes,
        folded=fold(" ".join((*words, *areas, *exercises))),
    )


def _step(parts: tuple[Part, ...], library: Library) -> PlanStep:
    first = parts[0]
    exercise = library.exercises.get(first.exercise or "")
    return PlanStep(
        title=_(first.title),
        amount=_amount(first),
        side=_side(parts),
        exercise=exercise.id if exercise else "",
        posture=exercise.posture if exercise else None,
        kind=first.kind,
    )


def _amount(part: Part) -> str:
    """Say how much of a step: "20 s × 3", "10 times", "15 min"."""
    if part.kind == "reps":
        return ngettext("{n} time", "{n} times", part.planned_reps).format(n=part.planned_reps)
    if part.kind == "hold" and part.planned_reps:
        seconds = number_text(part.planned_ms / part.planned_reps / _MS_PER_S)
        return _("{seconds} s × {reps}").format(seconds=seconds, reps=part.planned_reps)
    if part.kind == "move":
        return _("until you tap Next")
    return _span(part.planned_ms)


def _span(milliseconds: int) -> str:
    """Say a span shortly: "45 s", "15 min", "1:30 min"; '' for none."""
    if not milliseconds:
        return ""
    if milliseconds < _LONG_MS:
        return _("{n} s").format(n=number_text(milliseconds / _MS_PER_S))
    if milliseconds % _LONG_MS == 0:
        return _("{n} min").format(n=milliseconds // _LONG_MS)
    return _("{n} min").format(n=clock_text(milliseconds))


def _side(parts: tuple[Part, ...]) -> str:
    sides = list(dict.fromkeys(part.side for part in parts if part.side is not None))
    place = parts[0].area
    if place is not None:
        return place_word(place, parts[0].side)
    if set(sides) == {Side.LEFT, Side.RIGHT}:
        return _("{first}, then {second}").format(first=side_word(sides[0]), second=side_word(sides[1]))
    return ", ".join(side_word(side) for side in sides)


def _cautions(timeline: Timeline, library: Library) -> tuple[str, ...]:
    """Return the cautions of every exercise in the plan, each sentence once."""
    tags: dict[str, None] = {}
    for key in dict.fromkeys(part.exercise for part in timeline.parts if part.exercise):
        if exercise := library.exercises.get(key):
            tags.update(dict.fromkeys((*exercise.cautions, *exercise.contraindications)))
    return tuple(_(library.cautions[tag].text) for tag in tags if tag in library.cautions)
