"""Whether two timelines are the same: a checkpoint belongs to one of them only."""

from __future__ import annotations

import hashlib

import msgspec

from coach.plan.timeline import Timeline


def timeline_hash(timeline: Timeline) -> str:
    """SHA-256 of everything in the timeline, as 64 hex digits; the same in every process."""
    return hashlib.sha256(msgspec.json.encode(timeline)).hexdigest()
