"""What is said when a pack is not offered: what was on, how long to leave it, from when it is free again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from coach.clock import Stamp
from coach.content.vocabulary import Area, Mode, Side
from coach.i18n import _, ngettext
from coach.safety.places import place

_MS = 1000
_MINUTE_MS = 60 * _MS
_HOUR_MS = 60 * _MINUTE_MS


def length(ms: int) -> str:
    """A length as a phrase: whole hours, whole minutes, else seconds."""
    if ms >= _HOUR_MS and ms % _HOUR_MS == 0:
        hours = ms // _HOUR_MS
        return ngettext("%(n)d hour", "%(n)d hours", hours) % {"n": hours}
    if ms >= 2 * _MINUTE_MS or ms == _MINUTE_MS:
        minutes = round(ms / _MINUTE_MS)
        return ngettext("%(n)d minute", "%(n)d minutes", minutes) % {"n": minutes}
    seconds = max(1, round(ms / _MS))
    return ngettext("%(n)d second", "%(n)d seconds", seconds) % {"n": seconds}


def was_on(mode: Mode, area: Area, side: Side | None, end_utc_us: int, now: Stamp, *, contrast: bool) -> str:
    """What was on that place, and until when on the person's clock."""
    ended, today = _local(end_utc_us, now)
    values = {"where": place(area, side), "time": f"{ended:%H:%M}"}
    if contrast:
        if today:
            return _("Heat and cold in turn were on %(where)s until %(time)s.") % values
        return _("Heat and cold in turn were on %(where)s until %(time)s yesterday.") % values
    if mode is Mode.HEAT:
        if today:
            return _("Heat was on %(where)s until %(time)s.") % values
        return _("Heat was on %(where)s until %(time)s yesterday.") % values
    if today:
        return _("Cold was on %(where)s until %(time)s.") % values
    return _("Cold was on %(where)s until %(time)s yesterday.") % values


def leave(gap_ms: int, free_utc_us: int, now: Stamp) -> str:
    """How long to leave it and from when the place is free again. The minute is rounded up, never down."""
    free, today = _local(free_utc_us + (60_000_000 - 1), now)
    values = {"length": length(gap_ms), "time": f"{free:%H:%M}"}
    return (_("Leave %(length)s: from %(time)s.") if today else _("Leave %(length)s: from %(time)s tomorrow.")) % values


def enough_today(mode: Mode, area: Area, side: Side | None, most: int, *, contrast: bool) -> str:
    """The day's number is reached."""
    values = {"where": place(area, side), "n": most}
    if contrast:
        return (
            ngettext(
                "Heat and cold in turn were on %(n)d time today, the most for one day: from tomorrow again.",
                "Heat and cold in turn were on %(n)d times today, the most for one day: from tomorrow again.",
                most,
            )
            % values
        )
    if mode is Mode.HEAT:
        return (
            ngettext(
                "Heat was on %(where)s %(n)d time today, the most for one day: from tomorrow again.",
                "Heat was on %(where)s %(n)d times today, the most for one day: from tomorrow again.",
                most,
            )
            % values
        )
    return (
        ngettext(
            "Cold was on %(where)s %(n)d time today, the most for one day: from tomorrow again.",
            "Cold was on %(where)s %(n)d times today, the most for one day: from tomorrow again.",
            most,
        )
        % values
    )


def enough_pairs(area: Area, side: Side | None, most: int) -> str:
    """Heat and cold one after the other were on as often as they may be in a day."""
    return ngettext(
        "Heat and cold one after the other were on %(n)d time today, the most for one day, so none goes on %(where)s now.",
        "Heat and cold one after the other were on %(n)d times today, the most for one day, so none goes on %(where)s now.",
        most,
    ) % {"where": place(area, side), "n": most}


def _local(utc_us: int, now: Stamp) -> tuple[datetime, bool]:
    """A moment on the person's clock as it stands now, and whether it is today."""
    zone = timezone(timedelta(minutes=now.offset_min))
    moment = datetime(1970, 1, 1, tzinfo=UTC).astimezone(zone) + timedelta(microseconds=utc_us)
    return moment, moment.date().isoformat() == now.local_day
