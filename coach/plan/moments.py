"""Which line of a held exercise is said when."""

from __future__ import annotations

from typing import NamedTuple

from coach.i18n import _
from coach.plan import pacing
from coach.plan.lines import Lines
from coach.plan.speech import Line, Timed, fitting, spoken_ms
from coach.plan.timeline import CueKind


class Moments(NamedTuple):
    """What is said in the first hold, the second and the later ones, and at the first release and the later ones.

    `early` did not fit into any of them and is said while getting ready. `way_out_ms` is how long the first
    release lasts, `release_ms` the others.
    """

    first: list[Timed]
    second: list[Timed]
    later: list[Timed]
    way_out: list[Timed]
    release: list[Timed]
    way_out_ms: int
    release_ms: int
    enter_ms: int
    early: list[Line]


def moments_of(lines: Lines, hold_ms: int, *, once: bool, detail: bool) -> Moments:
    """Give each line its moment. `once`: there is only one hold on this side; no `detail`: counts only."""
    early: list[Line] = []
    first = _at_its_moment([(CueKind.FEEL, text) for text in lines.feel], hold_ms, early) if detail else []
    breathe: list[Line] = [(CueKind.BREATHE, text) for text in lines.breathe] if detail else []
    if once and spoken_ms([*first, *breathe]) <= _open_ms(hold_ms):
        first, breathe = [*first, *breathe], []
    second = _at_its_moment(breathe, hold_ms, early)
    long = hold_ms > pacing.SHORT_HOLD_MS
    release_ms = pacing.RELEASE_MS if long else pacing.SHORT_RELEASE_MS
    out = lines.way_out_text if detail else ""
    if out and pacing.speech_ms(out) > pacing.LONGEST_RELEASE_MS:
        early.append((CueKind.STEP, out))
        out = ""
    release = fitting([plain_release()], release_ms)
    return Moments(
        first=_hold(hold_ms, first),
        second=_hold(hold_ms, second),
        later=_hold(hold_ms, []),
        way_out=[(0, CueKind.RELEASE, out)] if out else release,
        release=release,
        way_out_ms=max(release_ms, pacing.speech_ms(out)),
        release_ms=release_ms,
        enter_ms=pacing.ENTER_MS if long else pacing.SHORT_ENTER_MS,
        early=early,
    )


def plain_release() -> Line:
    """Out of the hold, in two words."""
    return (CueKind.RELEASE, _("Ease off."))


def _at_its_moment(lines: list[Line], hold_ms: int, early: list[Line]) -> list[Line]:
    """Return the lines when they fit into a hold before its first count; else they are said early."""
    if spoken_ms(lines) <= _open_ms(hold_ms):
        return lines
    early += lines
    return []


def _hold(hold_ms: int, lines: list[Line]) -> list[Timed]:
    counts: list[Timed] = []
    if hold_ms >= pacing.HALFWAY_FROM_MS:
        counts.append((hold_ms // 2, CueKind.HALFWAY, _("Halfway.")))
    if hold_ms >= pacing.FIVE_FROM_MS:
        counts.append((hold_ms - pacing.FIVE_MS, CueKind.FIVE_SECONDS, _("Five seconds.")))
    told: list[Line] = [(CueKind.STEP, _("Hold.")), *lines]
    room = _open_ms(hold_ms)
    return fitting(told if spoken_ms(told) <= room else lines, room) + counts


def _open_ms(hold_ms: int) -> int:
    """The time before the first count of a hold."""
    if hold_ms >= pacing.HALFWAY_FROM_MS:
        return hold_ms // 2 - pacing.GAP_MS
    return hold_ms - pacing.FIVE_MS - pacing.GAP_MS if hold_ms >= pacing.FIVE_FROM_MS else hold_ms
