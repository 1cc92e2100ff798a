"""What the page "What suits you" shows: static warning signs, sentences to tick, and what was chosen after "worse". No Qt.

Ticks are looked up in the tags of the content; nothing is computed from them (docs/safety.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from coach.analysis.went_worse import EASIER
from coach.content.library import Library
from coach.content.screening import Question
from coach.content.vocabulary import Area, Mode
from coach.i18n import _, ngettext
from coach.safety.suitability import PLACES, Said
from coach.ui.learn.state import TierView, warning_tiers
from coach.ui.sources import SourceLine, source_lines
from coach.ui.words import area_word

_GROUPS = ("packs", "both", "exercises")


@dataclass(frozen=True, slots=True)
class ReasonView:
    """What the content says about a tick, and who says so."""

    text: str
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One sentence to tick. `effect` is what ticking it changes; `places` are offered where it may be about some only.

    `again` asks about a tick that may no longer be true, '' where nothing is to be asked.
    """

    id: str
    text: str
    effect: str
    reasons: tuple[ReasonView, ...]
    places: tuple[tuple[Area, str], ...]
    again: str = ""


@dataclass(frozen=True, slots=True)
class WayView:
    """An exercise that got worse, and how it is done since."""

    exercise: str
    name: str
    words: str


@dataclass(frozen=True, slots=True)
class ScreeningState:
    """The whole page. `first`: it stands before the first session, which goes on from it."""

    title: str
    about: str
    tiers: tuple[TierView, ...] = ()
    groups: tuple[tuple[str, tuple[QuestionView, ...]], ...] = ()
    ticked: Mapping[str, tuple[Area, ...]] = field(default_factory=dict)
    ways: tuple[WayView, ...] = ()
    first: bool = False


def build_screening(
    library: Library, said: Said, ways: Mapping[str, str], *, first: bool, packs: bool = True
) -> ScreeningState:
    """Put the page into words; `ways` is what was chosen after "worse", by exercise.

    `packs`: what is to be done needs some, so what is asked about them comes first.
    """
    heads = {"packs": _("Heat and cold"), "exercises": _("Exercises")}
    by_group = {group: [one for one in library.screening.questions if one.group == group] for group in _GROUPS}
    order = ("packs", "exercises") if packs else ("exercises", "packs")
    by_group[order[0]] += by_group["both"]
    again = said.again(library.screening)
    return ScreeningState(
        title=_title(first=first, again=bool(again)),
        about=_(library.screening.about),
        tiers=warning_tiers(library),
        groups=tuple(
            (heads[group], tuple(_question(one, library, again=one.id in again) for one in by_group[group]))
            for group in order
            if by_group[group]
        ),
        ticked=dict(said.ticked),
        ways=tuple(_way(key, way, library) for key, way in sorted(ways.items()) if key in library.exercises),
        first=first,
    )


def go_on_words(ticks: int, *, first: bool) -> str:
    """What the button says that keeps the ticks."""
    if not first:
        return _("Save")
    return _("Save and start") if ticks else _("None of these: start")


def _title(*, first: bool, again: bool) -> str:
    if first:
        return _("Is this still true?") if again else _("Before your first session")
    return _("What suits you")


def _question(question: Question, library: Library, *, again: bool) -> QuestionView:
    places = tuple((area, area_word(area)) for area in PLACES) if question.places else ()
    effects = (_packs_effect(question, library), _exercises_effect(question, library))
    effect = " ".join(words for words in effects if words)
    return QuestionView(
        id=question.id,
        text=_(question.text),
        effect=effect,
        reasons=tuple(_reasons(question, library)),
        places=places,
        again=_("You ticked this a while ago. Take the tick away if it is over.") if again else "",
    )


def _packs_effect(question: Question, library: Library) -> str:
    kinds = {kind for block in library.thermal.blocks if block.tag in question.packs for kind in block.modes}
    if {Mode.HEAT.value, Mode.COLD.value} <= kinds:
        return _("No heat or cold is offered there.") if question.places else _("No heat or cold is offered.")
    if Mode.HEAT.value in kinds:
        return _("No heat is offered there.") if question.places else _("No heat is offered.")
    return _("No cold is offered.") if Mode.COLD.value in kinds else ""


def _exercises_effect(question: Question, library: Library) -> str:
    exercises = library.exercises.values()
    out = sum(bool({*one.contraindications} & {*question.exercises}) for one in exercises)
    care = sum(bool({*one.cautions} & {*question.exercises}) for one in exercises)
    words = []
    if out:
        words.append(ngettext("{n} exercise is left out.", "{n} exercises are left out.", out).format(n=out))
    if care:
        words.append(ngettext("{n} exercise is marked.", "{n} exercises are marked.", care).format(n=care))
    return " ".join(words)


def _reasons(question: Question, library: Library) -> Iterable[ReasonView]:
    for block in library.thermal.blocks:
        if block.tag in question.packs:
            yield ReasonView(_(block.text), source_lines(block.sources, library.sources))
    for tag in question.exercises:
        if (caution := library.cautions.get(tag)) is not None:
            yield ReasonView(_(caution.text), source_lines(caution.sources, library.sources))


def _way(exercise: str, way: str, library: Library) -> WayView:
    words = _("You do it the easier way.") if way == EASIER else _("You leave it out.")
    return WayView(exercise, _(library.exercises[exercise].name), words)
