"""Heat and cold as thermal.toml says: times, caps, confirmations, checks and blocks."""

from __future__ import annotations

from coach.content.fields import Id, Line, Name, Remark, SourceId, Struct
from coach.content.vocabulary import Mode


class ModeLimits(Struct, frozen=True, kw_only=True):
    """Minutes and counts for one mode; every number has its sources in `sources` by field name."""

    default_min: float
    min_min: float
    max_selectable_min: float
    hard_stop_min: float
    max_per_area_per_day: int
    same_mode_gap_min: float
    barrier: Line
    setting: Remark = ""
    stop_signs: tuple[Line, ...]
    sources: dict[str, tuple[SourceId, ...]]
    basis: dict[str, Line]


class ContrastLimits(Struct, frozen=True, kw_only=True):
    """Short heat and cold in turn: one exposure with its own cap. Minutes, except `swap_s` seconds."""

    heat_min: tuple[float, float]
    cold_min: tuple[float, float]
    cycles: tuple[int, int]
    hard_total_min: float
    max_per_day: int
    swap_s: float
    sources: tuple[SourceId, ...]
    basis: Line


class PairLimits(Struct, frozen=True, kw_only=True):
    """Heat and cold one after the other on one place: minutes without a pack between them, and how often in a day.

    Further apart than `within_min` they are no pair.
    """

    rest_min: float = 30
    within_min: float = 60
    max_per_day: int = 2
    sources: tuple[SourceId, ...] = ()
    basis: Line = "The limits of thermal.toml."


class AlternatingLimits(Struct, frozen=True, kw_only=True):
    """Packs that alternate through the day: minutes without a pack between two, and rounds of heat and cold in a day."""

    off_min: tuple[float, float] = (60, 240)
    max_rounds_per_day: int = 3
    sources: tuple[SourceId, ...] = ()
    basis: Line = "The limits of thermal.toml."


class SkinCheck(Struct, frozen=True, kw_only=True):
    """How often the skin is looked at, and what happens without an answer.

    `pause_after_s` and `end_after_s` are seconds since the check was asked: first the routine pauses and sounds,
    then it ends and asks for the pack to come off.
    """

    every_min: float
    prompt: Line
    pause_after_s: float
    end_after_s: float
    sources: tuple[SourceId, ...]


class SourcedLine(Struct, frozen=True, kw_only=True):
    """A sentence with the sources behind it."""

    text: Line
    sources: tuple[SourceId, ...]


class Block(Struct, frozen=True, kw_only=True):
    """A reason why heat, cold or a contrast set does not suit someone."""

    tag: Id
    modes: tuple[str, ...]
    level: Name
    text: Line
    sources: tuple[SourceId, ...]
    note: Remark = ""


class FirstAid(Struct, frozen=True, kw_only=True):
    """What to do after a burn or a cold injury."""

    steps: tuple[Line, ...]
    sources: tuple[SourceId, ...]
    note: Remark = ""


class Thermal(Struct, frozen=True, kw_only=True):
    """Everything the program knows about packs."""

    about: str
    confirmations: tuple[Line, ...]
    heat: ModeLimits
    cold: ModeLimits
    contrast: ContrastLimits
    pair: PairLimits = PairLimits()
    alternating: AlternatingLimits = AlternatingLimits()
    skin_check: SkinCheck
    never: tuple[SourcedLine, ...]
    blocks: tuple[Block, ...]
    burn: FirstAid
    cold_injury: FirstAid

    def limits(self, mode: Mode) -> ModeLimits:
        """Return the limits of one mode."""
        return self.heat if mode is Mode.HEAT else self.cold
