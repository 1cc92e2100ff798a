"""A spasm that goes with nerve pain beside an ordinary cramp, as spasm-and-cramp.toml says it: features, no verdict."""

from __future__ import annotations

from coach.content.fields import Id, Line, Name, SourceId, Struct


class Sourced(Struct, frozen=True, kw_only=True):
    """A sentence or two and the sources they rest on (ids of sources.toml)."""

    text: Line
    sources: tuple[SourceId, ...]


class Side(Struct, frozen=True, kw_only=True):
    """What one of the two columns is called, and what the word means."""

    name: str = ""
    words: str = ""


class Feature(Struct, frozen=True, kw_only=True):
    """One row: what is said of both about the same thing."""

    id: Id
    heading: Name
    spasm: Sourced
    cramp: Sourced


class SignIds(Struct, frozen=True, kw_only=True):
    """Signs of warning-signs.toml by their ids, in the order in which they are shown."""

    ids: tuple[Id, ...] = ()


class WhenToGetHelp(Struct, frozen=True, kw_only=True):
    """The row about help: not in words of its own, but in those of the warning signs."""

    heading: str = ""
    spasm: SignIds = SignIds()
    cramp: SignIds = SignIds()


class Comparison(Struct, frozen=True, kw_only=True):
    """The whole table. `sureness` says how well it is known, `verdict` that there is none, `overlaps` what they share."""

    title: str = ""
    about: str = ""
    sureness: str = ""
    verdict: str = ""
    spasm: Side = Side()
    cramp: Side = Side()
    rows: tuple[Feature, ...] = ()
    help: WhenToGetHelp = WhenToGetHelp()
    overlaps: tuple[Sourced, ...] = ()
