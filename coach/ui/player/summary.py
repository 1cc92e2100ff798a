"""What the end of a session shows: what was done, and how it felt before and after. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coach.content.vocabulary import Area, Mode, Side, When
from coach.content.words import place_words, side_word
from coach.i18n import _
from coach.plan.timeline import Timeline
from coach.session.events import Finished, Outcome, PartEnded, Status
from coach.ui.player.state import RatingInput
from coach.ui.words import length_of_words, mode_word, outcome_word


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step: its name, and how it ended."""

    name: str
    outcome: str
    done: bool


@dataclass(frozen=True, slots=True)
class Felt:
    """Before and after at one place; None where it was not rated."""

    place: str
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class Summary:
    """The end of a session in words; `whole` when it went to its end. `note` comes first, with its first `aid`.

    `kept` False: there is nothing to be saved.
    """

    title: str
    done_words: str
    lines: tuple[StepLine, ...]
    felt: tuple[Felt, ...]
    whole: bool = True
    note: str = ""
    aid: tuple[str, ...] = ()
    kept: bool = True


def summary_of(
    timeline: Timeline, ended: Sequence[PartEnded], ratings: Sequence[RatingInput], finished: Finished | None
) -> Summary:
    """Sum a session up."""
    if finished is not None and finished.empty:
        words = _("Nothing was done. Your rating is kept.") if ratings else _("Nothing was done, nothing is kept.")
        return Summary(_("Ended here"), words, (), _felt(ratings), whole=False, kept=bool(ratings))
    whole = finished is not None and finished.status is Status.DONE
    done_ms = finished.done_ms if finished else sum(one.done_ms for one in ended)
    planned_ms = finished.planned_ms if finished else timeline.total_ms
    return Summary(
        title=_("Done") if whole else _("Ended here"),
        done_words=length_of_words(done_ms, planned_ms),
        lines=_lines(timeline, ended),
        felt=_felt(ratings),
        whole=whole,
    )


def _lines(timeline: Timeline, ended: Sequence[PartEnded]) -> tuple[StepLine, ...]:
    """One line per step: sides and rounds of one step together, with the least that came of it."""
    found: dict[tuple[int, str], list[Outcome]] = {}
    for index, one in {one.part: one for one in ended}.items():  # the last word on a part counts
        name = _name(timeline, index)
        if name:
            found.setdefault((timeline.parts[index].step, name), []).append(one.outcome)
    lines = []
    for (_step, name), outcomes in found.items():
        kinds = set(outcomes)
        outcome = outcomes[0] if len(kinds) == 1 else Outcome.PARTLY
        if Outcome.UNATTENDED in kinds:
            outcome = Outcome.UNATTENDED
        lines.append(StepLine(name, outcome_word(outcome), done=outcome is Outcome.DONE))
    return tuple(lines)


def _name(timeline: Timeline, index: int) -> str:
    part = timeline.parts[index]
    if part.kind in {"heat", "cold"}:
        where = place_words(part.area, part.side) if part.area else ""
        mode = mode_word(Mode(part.kind))
        return _("{mode}, {where}").format(mode=mode, where=where) if where else mode
    if part.exercise is None:
        return ""
    sides = {one.side for one in timeline.parts if one.step == part.step}
    title = _(part.title)
    if len(sides) == 1 and part.side is not None:
        return _("{step}, {side}").format(step=title, side=side_word(part.side))
    return title


def _felt(ratings: Sequence[RatingInput]) -> tuple[Felt, ...]:
    places: dict[tuple[Area, Side | None], dict[When, int]] = {}
    for rating in ratings:
        places.setdefault((rating.area, rating.side), {})[rating.when] = rating.tightness
    return tuple(
        Felt(place_words(*place), given.get(When.BEFORE), given.get(When.AFTER))
        for place, given in places.items()
        if When.BEFORE in given or When.AFTER in given
    )
