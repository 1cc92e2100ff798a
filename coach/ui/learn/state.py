"""What the Warning signs page shows: static words, the same for everyone. No Qt.

Nothing is ticked, counted or scored here, and no sentence is about the person who reads it
(CLINICAL.md section 8): the page lists the signs and what a health service says to do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from coach.content.library import Library
from coach.content.safety_texts import EmergencyNumber, SignTier
from coach.content.thermal import FirstAid
from coach.i18n import _
from coach.ui.sources import SourceLine, cited, source_lines

Urgency = Literal["emergency", "today", "soon", "stop", "aid"]

#: Which emergency numbers a country sees first; the others follow in the order of the file.
_REGION_OF = {"GB": "United Kingdom", "US": "United States", "NZ": "New Zealand"}
_EU = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"


@dataclass(frozen=True, slots=True)
class TierView:
    """Signs, or first-aid steps, that belong together.

    `rule` says how many signs it takes; `numbered` steps are done in their order; `notes` say where sources differ and what was chosen.
    """

    id: str
    urgency: Urgency
    title: str
    action: str
    rule: str
    signs: tuple[str, ...]
    sources: tuple[SourceLine, ...]
    notes: tuple[str, ...] = ()
    numbered: bool = False

    @property
    def spoken(self) -> str:
        """Return everything in one text, for a screen reader."""
        return " ".join(part for part in (self.rule, self.action, *self.signs) if part)


@dataclass(frozen=True, slots=True)
class NumberView:
    """The numbers to call in one region."""

    region: str
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WarningsState:
    """The whole page; `tiers` in order of urgency, `aid` first aid after heat and cold."""

    about: str
    numbers: tuple[NumberView, ...]
    tiers: tuple[TierView, ...]
    aid: tuple[TierView, ...]


def build_state(library: Library, territory: str = "") -> WarningsState:
    """Put the warning signs into words; `territory` (as "GB") only decides whose numbers come first."""
    signs, thermal = library.warning_signs, library.thermal
    return WarningsState(
        about=_(signs.about),
        numbers=_numbers(signs.numbers, territory),
        tiers=(*warning_tiers(library), _tier(signs.stop_exercise, "stop", library)),
        aid=(
            _aid("burn", _("After a burn"), thermal.burn, library),
            _aid("cold-injury", _("After too much cold"), thermal.cold_injury, library),
        ),
    )


def warning_tiers(library: Library) -> tuple[TierView, ...]:
    """Put the signs into words that call for help: now, the same day, soon."""
    signs = library.warning_signs
    order: tuple[Urgency, ...] = ("emergency", "today", "soon")
    tiers = [_tier(tier, order[min(index, len(order) - 1)], library) for index, tier in enumerate(signs.tiers)]
    tiers[:1] = [replace(tier, rule=_(signs.any_one_rule)) for tier in tiers[:1]]
    return tuple(tiers)


def _tier(tier: SignTier, urgency: Urgency, library: Library) -> TierView:
    ids = [source for sign in tier.signs for source in sign.sources]
    return TierView(
        id=tier.id,
        urgency=urgency,
        title=_(tier.title),
        action=_(tier.action),
        rule="",
        signs=tuple(_(sign.text) for sign in tier.signs),
        sources=source_lines(ids, library.sources),
        notes=tuple(f"{_(sign.text)} {_plain(sign.note, library)}" for sign in tier.signs if sign.note),
    )


def _aid(key: str, title: str, aid: FirstAid, library: Library) -> TierView:
    return TierView(
        id=key,
        urgency="aid",
        title=title,
        action="",
        rule="",
        signs=tuple(_(step) for step in aid.steps),
        sources=source_lines(aid.sources, library.sources),
        notes=(_plain(aid.note, library),) if aid.note else (),
        numbered=True,
    )


def _plain(note: str, library: Library) -> str:
    return cited(_(note), library.sources)[0]


def _numbers(numbers: Sequence[EmergencyNumber], territory: str) -> tuple[NumberView, ...]:
    country = territory.upper()
    first = "European Union" if country in _EU.split() else _REGION_OF.get(country, "")
    ordered = sorted(numbers, key=lambda row: row.region != first)
    return tuple(NumberView(_(row.region), row.numbers) for row in ordered)
