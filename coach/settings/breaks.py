"""What a person chooses about breaks at the desk: how often, when in the week, how firmly. Nothing here is about their health.

All times of day are minutes since midnight on the person's own clock, all lengths seconds or minutes as their names say.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

NUDGE, MOVE, STAND = "nudge", "move", "stand"

_Line = Annotated[str, msgspec.Meta(max_length=200, pattern=r"^[^\x00-\x1f\x7f]*\Z")]
_Key = Annotated[str, msgspec.Meta(min_length=1, max_length=40, pattern=r"^[a-z0-9][a-z0-9_-]*\Z")]
_Minute = Annotated[int, msgspec.Meta(ge=0, le=24 * 60)]
_Day = Annotated[str, msgspec.Meta(pattern=r"^\d{4}-\d{2}-\d{2}\Z")]


class Cadence(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One reminder with a rhythm of its own, counted in seated time.

    `key` is `nudge` or `move` for the two there always are, any other for the person's own. `moves`: the person gets up for
    `length_s` seconds; else it is a sentence, read in `length_s`. `name` and `text` are the person's own words, '' for ours.
    """

    key: _Key
    moves: bool
    every_min: Annotated[int, msgspec.Meta(ge=5, le=240)]
    length_s: Annotated[int, msgspec.Meta(ge=15, le=900)]
    on: bool = True
    name: _Line = ""
    text: _Line = ""


class Rotation(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Sit, stand, move in turn, for a desk that goes up: minutes of each. While it is on, nudge and movement break rest."""

    on: bool = False
    sit_min: Annotated[int, msgspec.Meta(ge=5, le=120)] = 20
    stand_min: Annotated[int, msgspec.Meta(ge=5, le=60)] = 8
    move_min: Annotated[int, msgspec.Meta(ge=1, le=10)] = 2


class Range(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Hours of one day. An end that is not after the begin is on the next day; both the same: around the clock."""

    begin_min: _Minute
    end_min: _Minute


class QuietDays(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Days without a reminder, ISO dates, both included."""

    first: _Day
    last: _Day


_WORKDAY = (Range(begin_min=9 * 60, end_min=18 * 60),)
_DayHours = Annotated[tuple[Range, ...], msgspec.Meta(max_length=12)]
#: Monday first.
Hours = tuple[_DayHours, _DayHours, _DayHours, _DayHours, _DayHours, _DayHours, _DayHours]


class Breaks(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All choices about breaks.

    `on`: whether anything is asked at all. `mode`: soft waits for a yes; firm opens by itself after `firm_after_s`;
    strict does too and has no *Skip* before. None of them takes keyboard or mouse, and holding Esc always leaves.
    `typing_pause_s`: the card waits for so long a pause in typing. `heeds`: what counts as being busy here. `cap_min`: so
    long a break is put off before it is asked once, silently. `place` and `discreet` say what a break may offer.
    `sound`: a card is heard as well as seen. `prompt`: asked by the card, or by a message of the desktop.
    """

    on: bool = False
    mode: Literal["soft", "firm", "strict"] = "soft"
    cadences: Annotated[tuple[Cadence, ...], msgspec.Meta(max_length=12)] = (
        Cadence(key=NUDGE, moves=False, every_min=30, length_s=60),
        Cadence(key=MOVE, moves=True, every_min=60, length_s=150),
    )
    rotation: Rotation = Rotation()
    hours: Hours = (_WORKDAY, _WORKDAY, _WORKDAY, _WORKDAY, _WORKDAY, (), ())
    quiet_days: Annotated[tuple[QuietDays, ...], msgspec.Meta(max_length=100)] = ()
    firm_after_s: Annotated[int, msgspec.Meta(ge=10, le=300)] = 30
    snooze_min: Annotated[int, msgspec.Meta(ge=5, le=30)] = 5
    typing_pause_s: Annotated[float, msgspec.Meta(ge=1, le=30)] = 2.5
    heeds: tuple[Literal["inhibitor", "do-not-disturb", "microphone", "full-screen"], ...] = (
        "inhibitor",
        "do-not-disturb",
        "microphone",
        "full-screen",
    )
    cap_min: Annotated[int, msgspec.Meta(ge=30, le=240)] = 90
    place: Literal["chair", "standing", "floor"] = "standing"
    discreet: bool = False
    sound: bool = True
    prompt: Literal["card", "notification"] = "card"
