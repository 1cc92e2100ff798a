"""What can be decided: a sentence, a sound, silence. And what the person chose about it."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from coach.ports.sounds import Earcon
from coach.ports.voice import Manner
from coach.settings.model import Settings


class Weight(IntEnum):
    """A sentence stops one of the same or less weight, and does not stop a heavier one (`coach.drivers.speaker`)."""

    COUNT = 0
    GUIDE = 1
    CARE = 2
    ALARM = 3


class Say(NamedTuple):
    """Say a sentence that was due at session time `due_ms`."""

    text: str
    weight: Weight
    due_ms: int


class Play(NamedTuple):
    """Play a sound and let the stage flash with it; `level` 0 flashes only."""

    earcon: Earcon
    level: int


class Hush(NamedTuple):
    """Stop what is being said: it is about something that is over."""


Act = Say | Play | Hush


class Choices(NamedTuple):
    """How a session sounds. `levels` by earcon, 0 to 100; `asks`: ratings are asked for."""

    voice: bool
    manner: Manner
    levels: dict[Earcon, int]
    asks: bool = True


def choices_of(settings: Settings, language: str) -> Choices:
    """Return what the settings mean; `language` is the program's own."""
    manner = Manner(
        language=settings.voice_language or language,
        rate=settings.voice_rate,
        volume=settings.voice_volume,
        name=settings.voice_name,
    )
    levels = {earcon: int(getattr(settings, f"sound_{earcon.value}")) for earcon in Earcon}
    return Choices(settings.voice, manner, levels, settings.ask_ratings)
