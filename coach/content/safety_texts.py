"""Sources, caution tags and warning signs: the models of the shared text files."""

from __future__ import annotations

from typing import Annotated

import msgspec

from coach.content.fields import Id, Line, Name, Remark, SourceId, Struct


class Source(Struct, frozen=True, kw_only=True):
    """Where a fact comes from. Tier A official or peer-reviewed, B clinic or publisher, C other.

    `seen`: original (read at the address), copy (a reproduction) or retelling (a third party reports it).
    """

    id: SourceId
    title: Annotated[str, msgspec.Meta(min_length=1, max_length=300)]
    publisher: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
    address: Annotated[str, msgspec.Meta(pattern="^https?://")]
    tier: Annotated[str, msgspec.Meta(pattern="^[ABC]$")]
    seen: Annotated[str, msgspec.Meta(pattern="^(original|copy|retelling)$")]
    note: Remark = ""


class Caution(Struct, frozen=True, kw_only=True):
    """What an exercise's caution or contraindication tag says, with its sources."""

    tag: Id
    text: Line
    sources: tuple[SourceId, ...]


class Sign(Struct, frozen=True, kw_only=True):
    """One warning sign in static words."""

    id: Id
    text: Line
    sources: tuple[SourceId, ...]
    note: Remark = ""


class SignTier(Struct, frozen=True, kw_only=True):
    """Warning signs that call for the same action."""

    id: Id
    title: Name
    action: Line
    signs: tuple[Sign, ...]


class EmergencyNumber(Struct, frozen=True, kw_only=True):
    """Numbers to call in one country or region."""

    region: Name
    numbers: tuple[Name, ...]


class PainRule(Struct, frozen=True, kw_only=True):
    """The traffic light for pain during exercise: bands as [low, high] on the 0-10 scale.

    A fixed general rule, the same for everyone; the lowest red line of the sources is used.
    """

    green: tuple[int, int]
    amber: tuple[int, int]
    red: tuple[int, int]
    during_green: Line
    during_amber: Line
    during_red: Line
    after: Line
    leg_rule: Line
    start_gate: Line
    sources: tuple[SourceId, ...]


class Direction(Struct, frozen=True, kw_only=True):
    """Which way leg symptoms move, in the words asked after a set."""

    question: Line
    good: Line
    bad: Line
    sources: tuple[SourceId, ...]


class WarningSigns(Struct, frozen=True, kw_only=True):
    """The static warning text: never a verdict about the person."""

    about: str
    any_one_rule: Line
    numbers: tuple[EmergencyNumber, ...]
    tiers: tuple[SignTier, ...]
    stop_exercise: SignTier
    pain_rule: PainRule | None = None
    direction: Direction | None = None
