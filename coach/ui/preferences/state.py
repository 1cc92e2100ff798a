"""What the Settings page shows. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field

from coach.clock import Stamp
from coach.i18n import _, ngettext
from coach.settings.model import Settings
from coach.ui.words import day_words


@dataclass(frozen=True, slots=True)
class Licence:
    """A part of the program that others made: its name and its licence."""

    name: str
    licence: str


@dataclass(frozen=True, slots=True)
class About:
    """Versions and licences, as the person may be asked for them."""

    version: str
    parts: tuple[tuple[str, str], ...] = ()
    licences: tuple[Licence, ...] = ()


@dataclass(frozen=True, slots=True)
class SettingsState:
    """Everything on the page. `backup` is a sentence; `backing_up` while one is being made; `today` an ISO day."""

    settings: Settings = field(default_factory=Settings)
    data_folder: str = ""
    backup: str = ""
    backing_up: bool = False
    today: str = ""
    about: About = field(default_factory=lambda: About(""))


@dataclass(frozen=True, slots=True)
class Starting:
    """How the program starts. `place` and `entry`: where what is written, word for word; `trouble`: why it cannot be had,
    as a sentence; `wayland`: whether this session has both Wayland and an X server beside it.
    """

    at_login: bool = False
    place: str = ""
    entry: str = ""
    trouble: str = ""
    wayland: bool = False


def breakable(path: str) -> str:
    """Let a long path break after each of its folders (zero-width spaces)."""
    return path.replace("/", "/\u200b").replace("\\", "\\\u200b")


def backup_words(verified: Stamp | None, today: str) -> str:
    """Say when the last verified backup was made; `today` is an ISO day."""
    if verified is None:
        return _("No backup yet. One is made by itself once a day, when there is something to keep.")
    return _("Last verified backup: {day}, {time}.").format(
        day=day_words(verified.local_day, today), time=f"{verified.local():%H:%M}"
    )


def seconds_choice_words(seconds: float) -> str:
    """Say how much longer every get-ready is."""
    if seconds == 0:
        return _("None")
    return ngettext("{n} second", "{n} seconds", 1 if seconds == 1 else 2).format(n=f"{seconds:g}")
