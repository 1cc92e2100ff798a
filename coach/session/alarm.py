"""How loud the alarm under a pack is: silent at first, then louder and louder until somebody answers."""

from __future__ import annotations

from coach.session.state import Need, Snapshot

#: A question waits this long before the alarm begins, and the alarm is at its loudest after `LOUDEST_MS` (own choice).
PATIENCE_MS = 30_000
LOUDEST_MS = 120_000
_SOFTEST = 0.25
_ALARM = 2
_PACK_NEEDS = frozenset({Need.SKIN_CHECK, Need.PACK_OFF})


def alarm_level(snapshot: Snapshot) -> float:
    """Return a share from 0 (no alarm) to 1 (the loudest) for the question about a pack that is open."""
    pack = snapshot.pack
    if pack is None or snapshot.need not in _PACK_NEEDS:
        return 0.0
    if pack.urgency >= _ALARM:
        return 1.0
    if pack.asked_ms < PATIENCE_MS:
        return 0.0
    share = min((pack.asked_ms - PATIENCE_MS) / (LOUDEST_MS - PATIENCE_MS), 1.0)
    return _SOFTEST + (1.0 - _SOFTEST) * share
