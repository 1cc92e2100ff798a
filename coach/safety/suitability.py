"""What a person said about themselves, looked up in the content's own tags. Nothing is computed, counted or scored.

Answers live in the journal (`Answer` records by key), never in the settings. What cannot be read counts as not said.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from coach.clock import Stamp
from coach.content.exercise import Exercise
from coach.content.library import Library
from coach.content.safety_texts import Caution
from coach.content.screening import Question, Screening
from coach.content.thermal import Block
from coach.content.vocabulary import Area, Side
from coach.i18n import _
from coach.safety.exposure import Wanted, same_skin
from coach.safety.places import place

#: Keys of answers in the journal: what was ticked; a place that is numb (its value is the day it was said).
SCREENING = "screening"
NUMB = "numb-today"
#: Where packs may lie: the places a sentence may be about.
PLACES = (Area.LOW_BACK, Area.BUTTOCK, Area.HIP, Area.HAMSTRING, Area.CALF, Area.FOOT)
#: Levels of a block that ask for somebody else's word first.
_ASK = "ask_clinician"
_US_PER_H = 3_600_000_000


class Said(NamedTuple):
    """`ticked`: sentences by id with the places they are about (none: everywhere). `asked`: ids that were shown.

    `numb`: places that were numb today. `age_us`: how long ago this was said, in microseconds; None where nobody knows.
    """

    ticked: Mapping[str, tuple[Area, ...]] = {}
    asked: frozenset[str] = frozenset()
    numb: tuple[tuple[Area, Side | None], ...] = ()
    age_us: int | None = None

    def answered(self, screening: Screening) -> bool:
        """Whether every sentence there is has been shown to the person, and none is to be asked about again."""
        return {question.id for question in screening.questions} <= self.asked and not self.again(screening)

    def again(self, screening: Screening) -> frozenset[str]:
        """Return the ticks that are true for some time only, and it is over. They hold until the person says otherwise."""
        return frozenset(
            question.id
            for question in screening.questions
            if question.id in self.ticked and question.again_after_h is not None and self._older(question.again_after_h)
        )

    def _older(self, hours: float) -> bool:
        """Whether it was said so long ago; a clock that was set back leaves that open."""
        return self.age_us is None or not 0 <= self.age_us < hours * _US_PER_H


class Mark(NamedTuple):
    """Something the person said, and what the content says about it. `against`: not for them, not only with care."""

    question: Question
    caution: Caution
    against: bool


def said_of(answers: Mapping[str, Any], now: Stamp) -> Said:
    """Read the answers of the journal as they count at the moment `now`."""
    value = answers.get(SCREENING)
    kept = value if isinstance(value, dict) else {}
    at = kept.get("at_utc_us")
    numb = (_numb_place(key) for key, day in answers.items() if key.startswith(f"{NUMB}:") and day == now.local_day)
    return Said(
        _ticked(kept),
        _asked(kept),
        tuple(found for found in numb if found is not None),
        now.utc_us - at if isinstance(at, int) else None,
    )


def screening_value(ticked: Mapping[str, Iterable[Area]], screening: Screening, now: Stamp) -> dict[str, Any]:
    """Return what is kept in the journal under `SCREENING`, of answers given at the moment `now`."""
    return {
        "at_utc_us": now.utc_us,
        "ticked": {key: sorted(area.value for area in areas) for key, areas in sorted(ticked.items())},
        "asked": sorted(question.id for question in screening.questions),
    }


def numb_key(area: Area, side: Side | None) -> str:
    """Return the key under which it is kept that a place is numb; the value is the local day."""
    return f"{NUMB}:{area.value}:{side.value if side is not None else ''}"


def numb_words(area: Area, side: Side | None) -> str:
    """Why no pack goes on a place that is numb today."""
    return _("You said that %(where)s is numb or tingles today, so no pack goes there today.") % {
        "where": place(area, side)
    }


def pack_refusal(wanted: Wanted, library: Library, said: Said) -> str:
    """Why a pack is not offered because of what the person said, as sentences; '' when nothing speaks against it."""
    for area, side in said.numb:
        if same_skin(wanted.area, wanted.side, area, side):
            return numb_words(area, side)
    found = _against(wanted, library, said)
    if found is None:
        return ""
    question, block = found
    words = [_("Left out, because you said: “{said}”").format(said=_(question.text)), _(block.text)]
    return " ".join([*words, _("Ask a clinician first.")] if block.level == _ASK else words)


def block_of(wanted: Wanted, library: Library, said: Said) -> Block | None:
    """Return what of thermal.toml speaks against a pack because of what the person said; its sources say why."""
    found = _against(wanted, library, said)
    return None if found is None else found[1]


def marks(exercise: Exercise, library: Library, said: Said) -> tuple[Mark, ...]:
    """Return what the person said that an exercise's own tags speak of; what is against it comes first."""
    found: list[Mark] = []
    for question in library.screening.questions:
        if question.id not in said.ticked:
            continue
        for tag in question.exercises:
            caution = library.cautions.get(tag)
            if caution is not None and tag in (*exercise.contraindications, *exercise.cautions):
                found.append(Mark(question, caution, tag in exercise.contraindications))
    return tuple(sorted(found, key=lambda mark: not mark.against))


def left_out(library: Library, said: Said) -> tuple[str, ...]:
    """Return the ids of the exercises that are not for this person, by what they said."""
    return tuple(
        key
        for key, exercise in library.exercises.items()
        if any(mark.against for mark in marks(exercise, library, said))
    )


def _against(wanted: Wanted, library: Library, said: Said) -> tuple[Question, Block] | None:
    kind = "contrast" if wanted.contrast else wanted.mode.value
    by_tag = {block.tag: block for block in library.thermal.blocks if kind in block.modes}
    for question in library.screening.questions:
        areas = said.ticked.get(question.id)
        if areas is not None and (not areas or wanted.area in areas):
            for tag in question.packs:
                if tag in by_tag:
                    return question, by_tag[tag]
    return None


def _ticked(kept: dict[str, Any]) -> dict[str, tuple[Area, ...]]:
    ticked = kept.get("ticked")
    return {str(key): _areas(areas) for key, areas in ticked.items()} if isinstance(ticked, dict) else {}


def _areas(kept: object) -> tuple[Area, ...]:
    """Read places; one that is not known any more makes it everywhere."""
    if not isinstance(kept, list) or any(area not in set(Area) for area in kept):
        return ()
    return tuple(Area(area) for area in kept)


def _asked(kept: dict[str, Any]) -> frozenset[str]:
    asked = kept.get("asked")
    return frozenset(str(key) for key in asked) if isinstance(asked, list) else frozenset()


def _numb_place(key: str) -> tuple[Area, Side | None] | None:
    pieces = key.split(":")
    if len(pieces) != 3 or pieces[1] not in set(Area) or pieces[2] not in {"", *Side}:
        return None
    return Area(pieces[1]), Side(pieces[2]) if pieces[2] else None
