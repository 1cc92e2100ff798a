"""What `limber draw` was asked for; each mistake becomes one sentence."""

from __future__ import annotations

import math
import re
from argparse import Namespace
from pathlib import Path
from typing import Final, Literal, NamedTuple

from coach.content.library import Library
from coach.content.pictures import figure_of
from coach.content.shown import nearest
from coach.errors import DataError, WrongUseError
from coach.figure.pose.model import Figure
from coach.figure.tempo import Loop, Moment, shown_of
from coach.files import writable
from coach.i18n import _

_SIZE: Final = re.compile(r"(\d{1,5})[x×](\d{1,5})", re.ASCII)
_LEAST, _MOST = 64, 8000
_USUAL: Final = (1600, 1200)
KINDS: Final = ("png", "svg", "pdf")


Theme = Literal["light", "dark", "contrast", "print"]


class Drawing(NamedTuple):
    """One picture: of which figure, at which moment, from where, how large, and in which colours.

    `azimuth` and `elevation` None: as the figure was made to be seen. `left`: the side worked.
    """

    figure: Figure
    name: str
    caption: str
    moment: Moment
    left: bool
    azimuth: float | None
    elevation: float | None


class Output(NamedTuple):
    """The file to be written: its path, its kind and its size in pixels (None: as it comes), in which theme."""

    path: Path
    kind: str
    size: tuple[int, int] | None
    theme: Theme
    body: str


def output(chosen: Namespace) -> Output:
    """Read where to and how large; `WrongUseError` for what cannot be drawn."""
    path = Path(chosen.out)
    kind = path.suffix.removeprefix(".").lower()
    kinds = KINDS if not chosen.sheet else ("png", "pdf")
    if kind not in kinds:
        endings = ", ".join(f".{known}" for known in kinds)
        raise WrongUseError(
            _("--out has to end in one of {endings}: “{path}” does not.").format(endings=endings, path=path)
        )
    size = _size(chosen.size)
    if not path.absolute().parent.is_dir():
        raise DataError(_("There is no folder {folder}.").format(folder=path.absolute().parent))
    if path.is_dir() or not writable(path.absolute().parent):
        raise DataError(_("{path} cannot be written.").format(path=path))
    return Output(path, kind, size, chosen.theme, chosen.body)


def drawing(chosen: Namespace, library: Library) -> Drawing:
    """Read what to draw; `WrongUseError` for an exercise or moment there is not, `DataError` where there is no figure."""
    figure, name = _found(str(chosen.exercise), library)
    number, moment = _moment(chosen, figure)
    return Drawing(
        figure=figure,
        name=name,
        caption=_(figure.keys[number].name),
        moment=moment,
        left=chosen.side == "left",
        azimuth=_degrees(chosen.azimuth, "--azimuth", -360, 360),
        elevation=_degrees(chosen.elevation, "--elevation", 0, 90),
    )


def check_use(chosen: Namespace) -> None:
    """Say what does not go together."""
    if chosen.sheet and chosen.exercise:
        raise WrongUseError(_("Give an exercise or --sheet, not both."))
    if chosen.sheet and chosen.turn:
        raise WrongUseError(_("--turn needs an exercise, and --sheet draws them all: give one of the two."))
    if chosen.sheet and (told := _of_one_picture(chosen)):
        said = _("--sheet draws every moment as it is meant to be seen, so it takes no {option}.")
        raise WrongUseError(said.format(option=told))
    if not chosen.sheet and not chosen.exercise:
        raise WrongUseError(_("Name an exercise, for example: limber draw bridge --out bridge.png"))
    if chosen.pose is not None and chosen.at is not None:
        raise WrongUseError(_("Give --pose or --at, not both."))
    if chosen.turn and chosen.azimuth is not None:
        raise WrongUseError(_("--turn goes all round, so it takes no --azimuth."))
    if chosen.size is not None and (chosen.sheet or chosen.turn):
        raise WrongUseError(_("--size goes with a single picture; a sheet takes the room it needs."))


def _of_one_picture(chosen: Namespace) -> str:
    """Return the first option given that is about a single picture; '' for none."""
    options = [f"--{name}" for name in ("pose", "at", "azimuth", "elevation") if getattr(chosen, name) is not None]
    return next(iter(options), "--side left" if chosen.side == "left" else "")


def _found(key: str, library: Library) -> tuple[Figure, str]:
    figure = figure_of(library, key)
    exercise, other = library.exercises.get(key), library.figures.get(key.partition("/")[0])
    name = _(exercise.name) if exercise is not None else _(other.name) if other is not None else key
    if figure is not None:
        return figure, name
    if exercise is not None:
        raise DataError(_("“{name}” has no picture yet.").format(name=name))
    said = _("There is no exercise “{id}”.").format(id=key[:64])
    meant = nearest(key, [*library.exercises, *library.figures])
    if meant is not None:
        raise WrongUseError(said + " " + _("Did you mean “{id}”?").format(id=meant))
    raise WrongUseError(said + " " + _("The command limber exercises lists them all."))


def _moment(chosen: Namespace, figure: Figure) -> tuple[int, Moment]:
    """Return the key that is meant, or that is nearest, and the moment."""
    if chosen.at is not None:
        seconds = _number(chosen.at)
        if seconds is None or not 0 <= seconds <= 3600:
            raise WrongUseError(_("--at is a number of seconds from 0 to 3600, not “{text}”.").format(text=chosen.at))
        moment = Loop(figure).at(seconds * 1000)
        return round(moment.u) % len(figure.keys), moment
    number = shown_of(figure) if chosen.pose is None else _key(str(chosen.pose), figure)
    return number, Moment(float(number))


def _key(wanted: str, figure: Figure) -> int:
    word = wanted.strip().casefold()
    for number, key in enumerate(figure.keys):
        if word in {key.stage, key.name.casefold(), _(key.name).casefold(), str(number + 1)}:
            return number
    if word in {"start", "hold"}:  # every movement has a beginning, and a moment that its picture shows
        return 0 if word == "start" else shown_of(figure)
    names = "; ".join(f"{number + 1} {_(key.name)} ({key.stage})" for number, key in enumerate(figure.keys))
    raise WrongUseError(_("There is no pose “{pose}” here. There are: {names}.").format(pose=wanted[:64], names=names))


def _size(text: str | None) -> tuple[int, int] | None:
    if text is None:
        return None
    found = _SIZE.fullmatch(text.strip().lower())
    if found is not None and all(_LEAST <= int(side) <= _MOST for side in found.groups()):
        return int(found[1]), int(found[2])
    said = _("--size is a width and a height in pixels such as 1600x1200, each from {least} to {most}, not “{text}”.")
    raise WrongUseError(said.format(least=_LEAST, most=_MOST, text=text))


def usual_size() -> tuple[int, int]:
    """Return the size of a picture for which none was asked."""
    return _USUAL


def _degrees(text: str | None, option: str, least: int, most: int) -> float | None:
    if text is None:
        return None
    value = _number(text)
    if value is None or not least <= value <= most:
        said = _("{option} is a number of degrees from {least} to {most}, not “{text}”.")
        raise WrongUseError(said.format(option=option, least=least, most=most, text=text))
    return value


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) else None
