"""What is said when time went by unseen: what happened, how long, and what it means for a pack or for a step."""

from __future__ import annotations

from coach.content.vocabulary import Mode
from coach.i18n import _
from coach.safety.sentences import length
from coach.session.events import GapKind
from coach.session.pack import RESTARTED
from coach.session.state import PackState, Snapshot

_MINUTE_MS = 60_000


def gap_words(snapshot: Snapshot) -> str:
    """Why the session stands still by itself: "The computer slept for 12 minutes. Nothing was counted meanwhile."."""
    return " ".join([_happened(snapshot.gap, snapshot.lost_ms), _("Nothing was counted meanwhile.")])


def pack_gap_words(pack: PackState, since: str = "") -> str:
    """What happened with a pack on, since when it has been on (`since`, a time of day) and how long that may be; '' if nothing."""
    if not pack.gap:
        return ""
    heat = pack.mode is Mode.HEAT
    what = _("The heat pack was on.") if heat else _("The cold pack was on.")
    if since:
        known = _("The heat pack has been on since {time}.") if heat else _("The cold pack has been on since {time}.")
        what = known.format(time=since)
    most_ms = pack.on_ms + pack.lost_ms
    longest = _("It may have been on for {length}.").format(length=_long(most_ms)) if pack.lost_ms else ""
    return " ".join(part for part in (_happened(pack.gap, pack.lost_ms), what, longest) if part)


def _happened(gap: str, lost_ms: int) -> str:
    words = {"length": _long(lost_ms)}
    if gap == GapKind.SLEPT:
        return _("The computer slept for {length}.").format(**words)
    if gap == GapKind.FROZEN:
        return _("The computer stood still for {length}.").format(**words)
    if gap == GapKind.CLOCK:
        return _("The computer's clock was set, or it stood still for a while.")
    if gap == RESTARTED:
        return _("Limber was closed or stopped meanwhile.")
    return _("The computer slept or was busy, so Limber paused.")


def _long(ms: int) -> str:
    """A length that may be hours: "2 h 10 min"; below two hours as everywhere else."""
    hours, minutes = divmod(round(ms / _MINUTE_MS), 60)
    if ms < 2 * 60 * _MINUTE_MS:
        return length(ms)
    return _("{hours} h {minutes} min").format(hours=hours, minutes=minutes)
