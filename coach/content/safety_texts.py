"""Sources, caution tags and warning signs: the models of the shared text files."""

from __future__ import annotations

from typing import Annotated

import msgspec

from coach.content.exercise import Id, Line, Name, SourceId, Struct


class Source(Struct, kw_only=True):
    """Where a fact comes from. Tier A official or peer-reviewed, B clinic or publisher, C other.

    `seen`: original (read at the address), copy (a reproduction) or retelling (a third party reports it).
    """

    id: SourceId
    title: Annotated[str, msgspec.Meta(min_length=1, max_length=300)]
    publisher: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
    address: Annotated[str, msgspec.Meta(pattern="^https?://")]
    tier: Annotated[str, msgspec.Meta(pattern="^[ABC]$")]
    seen: Annotated[str, msgspec.Meta(pattern="^(original|copy|retelling)$")]
    note: Annotated[str, msgspec.Meta(max_length=400)] = ""


class Caution(Struct, kw_only=True):
    """What an exercise's caution or contraindication tag says, with its sources."""

    tag: Id
    text: Line
    sources: tuple[SourceId, ...]


class Sign(Struct, kw_only=True):
    """One warning sign in static words."""

    id: Id
    text: Line
    sources: tuple[SourceId, ...]
    note: Annotated[str, msgspec.Meta(max_length=400)] = ""


class SignTier(Struct, kw_only=True):
    """Warning signs that call for the same action."""

    id: Id
    title: Name
    action: Line
    signs: tuple[Sign, ...]


class EmergencyNumber(Struct, kw_only=True):
    """Numbers to call in one country or region."""

    region: Name
    numbers: tuple[Name, ...]


class WarningSigns(Struct, kw_only=True):
    """The static warning text: never a verdict about the person."""

    about: str
    any_one_rule: Line
    numbers: tuple[EmergencyNumber, ...]
    tiers: tuple[SignTier, ...]
    stop_exercise: SignTier
    pain_rule: PainRule | None = None
    direction: Direction | None = None
