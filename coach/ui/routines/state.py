"""What the Routines page shows, built from the library and the compiled plans. No Qt."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from coach.content.library import Library
from coach.content.pictures import Seen
from coach.content.routine import Routine
from coach.content.vocabulary import Mode
from coach.i18n import _
from coach.plan.rounds import rounds_of
from coach.plan.timeline import Timeline
from coach.ui.routines.plan_steps import PlanStep, plan_steps
from coach.ui.search import fold, found_in
from coach.ui.sources import SourceLine, cited, source_lines
from coach.ui.words import area_word, direction_word, length_words
from coach.ui.yours import Yours, YoursLine, learning_words, routine_lines


@dataclass(frozen=True, slots=True)
class Card:
    """One routine in the list. `modes` are the packs it uses, for its badge; `figures` its steps, each once."""

    id: str
    name: str
    summary: str
    length: str
    place: str
    direction: str
    modes: tuple[Mode, ...]
    folded: str
    figures: tuple[Seen, ...] = ()


@dataclass(frozen=True, slots=True)
class RoutineView:
    """One routine, opened; `own`: the person made it, and may rename and delete it. `learning` is said in a learning week."""

    card: Card
    areas: str
    steps: tuple[PlanStep, ...]
    notes: tuple[str, ...]
    sources: tuple[SourceLine, ...]
    cautions: tuple[str, ...]
    yours: tuple[YoursLine, ...] = ()
    own: bool = False
    learning: str = ""


@dataclass(frozen=True, slots=True)
class RoutinesState:
    """All routines in order, and each of them opened."""

    cards: tuple[Card, ...] = ()
    views: Mapping[str, RoutineView] = field(default_factory=dict)

    def matching(self, query: str) -> tuple[Card, ...]:
        """Return the routines in which every word of `query` occurs."""
        return tuple(card for card in self.cards if found_in(card.folded, query))


def build_state(
    library: Library,
    timelines: Mapping[str, Timeline],
    yours: Yours = Yours(),  # noqa: B008  frozen
    own: Collection[str] = (),
) -> RoutinesState:
    """Put every routine into words; `timelines` holds the compiled plan of each, by id, as it suits the person.

    `own` are the ids of those that the person made.
    """
    views = {
        key: routine_view(file.routine, library, timelines[key], yours, own=key in own)
        for key, file in library.routines.items()
        if key in timelines
    }
    return RoutinesState(tuple(view.card for view in views.values()), views)


def routine_view(
    routine: Routine,
    library: Library,
    timeline: Timeline,
    yours: Yours = Yours(),  # noqa: B008  frozen
    *,
    own: bool = False,
) -> RoutineView:
    """Put one routine into words."""
    notes, named = cited(_(routine.notes), library.sources)
    return RoutineView(
        card=_card(routine, library, timeline),
        areas=", ".join(area_word(area) for area in routine.areas),
        steps=plan_steps(timeline, library),
        notes=tuple(line for block in notes.split("\n\n") if (line := " ".join(block.split()))),
        sources=source_lines(named, library.sources),
        cautions=_cautions(timeline, library),
        yours=routine_lines(routine, library, yours),
        own=own,
        learning="" if rounds_of(routine, library.thermal) else learning_words(yours.learning),
    )


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
        length=_("Through the day") if rounds_of(routine, library.thermal) else length_words(timeline.total_ms),
        place=place,
        direction=direction,
        modes=routine.modes,
        folded=fold(" ".join((*words, *areas, *exercises))),
        figures=_figures(timeline, library),
    )


def _figures(timeline: Timeline, library: Library) -> tuple[Seen, ...]:
    """Return the figures of the plan in order, each exercise and each pack once."""
    shown = (step.figure for step in plan_steps(timeline, library))
    first: dict[str, Seen] = {}
    for figure in shown:
        if figure is not None:
            first.setdefault(figure.key, figure)
    return tuple(first.values())


def _cautions(timeline: Timeline, library: Library) -> tuple[str, ...]:
    """Return the cautions of every exercise in the plan, each sentence once."""
    tags: dict[str, None] = {}
    for key in dict.fromkeys(part.exercise for part in timeline.parts if part.exercise):
        if exercise := library.exercises.get(key):
            tags.update(dict.fromkeys((*exercise.cautions, *exercise.contraindications)))
    return tuple(_(library.cautions[tag].text) for tag in tags if tag in library.cautions)
