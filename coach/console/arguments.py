"""Words a person types after a command, turned into values; each mistake becomes one sentence."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple, TypeVar

from coach.clock import Stamp, stamp_of
from coach.content.vocabulary import Area, Quality, Side
from coach.errors import WrongUseError
from coach.i18n import _

_Word = TypeVar("_Word", bound=StrEnum)
_MOST = 10
_FUTURE_LEEWAY = timedelta(minutes=5)


class Rating(NamedTuple):
    """A tightness rating as given on the command line."""

    area: Area
    side: Side | None
    tightness: int


def one_of(kind: type[_Word], word: str, option: str) -> _Word:
    """Return the member of `kind` named `word`.

    Raises `WrongUseError` naming `option` and every word that is known.
    """
    try:
        return kind(word.strip().lower())
    except ValueError:
        known = ", ".join(member.value for member in kind)
        raise WrongUseError(
            _("{option}: “{word}” is not known. Use one of: {known}.").format(option=option, word=word, known=known)
        ) from None


def tightness(text: str, option: str) -> int:
    """Return a whole number from 0 to 10, written in ASCII digits."""
    if text.isascii() and text.isdigit() and int(text[:4]) <= _MOST:
        return int(text)
    raise WrongUseError(
        _("{option}: tightness is a whole number from 0 (none) to 10 (the most you can imagine), not “{text}”.").format(
            option=option, text=text
        )
    )


def rating(text: str, option: str) -> Rating:
    """Read AREA:SIDE:N, or AREA:N for an area without sides."""
    pieces = text.split(":")
    if len(pieces) not in {2, 3}:
        raise WrongUseError(
            _("{option} is written AREA:SIDE:N, for example buttock:left:6, not “{text}”.").format(
                option=option, text=text
            )
        )
    side = one_of(Side, pieces[1], option) if len(pieces) == 3 and pieces[1] else None
    return Rating(one_of(Area, pieces[0], option), side, tightness(pieces[-1], option))


def ratings(texts: Iterable[str] | None, option: str) -> tuple[Rating, ...]:
    """Read every rating given with `option`."""
    return tuple(rating(text, option) for text in texts or ())


def quality(word: str) -> Quality:
    """Read a quality; hyphens stand for spaces, as in shooting-pain."""
    return one_of(Quality, word.replace("-", " "), "--quality")


def moment(text: str | None, now: Stamp) -> Stamp:
    """Read an ISO date and time; without an offset it is local. Without a text it is now.

    Raises `WrongUseError` for anything else, or for a moment more than five minutes ahead.
    """
    if text is None:
        return now
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        raise WrongUseError(
            _("--at is a date and time such as 2026-05-01T08:30, not “{text}”.").format(text=text)
        ) from None
    try:
        when = when.astimezone() if when.tzinfo is None else when
        if when > now.local() + _FUTURE_LEEWAY:
            raise WrongUseError(_("--at {text} lies in the future; log what has been felt.").format(text=text))
        return stamp_of(when, now.tz)
    except (OverflowError, ValueError):
        raise WrongUseError(_("--at {text} lies too far back to be recorded.").format(text=text)) from None


def speed(text: str) -> float:
    """Read how many times faster the clock runs: 1 to 1000.

    Never slower: a pack that is really on would stay on for longer than its cap.
    """
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 1 <= value <= 1000:
        raise WrongUseError(_("--speed is a number from 1 to 1000, for example 20, not “{text}”.").format(text=text))
    return value
