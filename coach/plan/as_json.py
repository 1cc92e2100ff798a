"""A timeline as the JSON of `limber plan --json`: exactly these fields, a contract."""

from __future__ import annotations

from typing import Any

from coach.plan.pacing import MS
from coach.plan.timeline import Timeline


def plan_json(timeline: Timeline) -> dict[str, Any]:
    """Routine, total, segments and cues; times in seconds, null where a segment is open."""
    return {
        "routine": timeline.routine,
        "total_s": _seconds(timeline.total_ms),
        "segments": [
            {
                "start_s": _seconds(segment.start_ms),
                "duration_s": None if segment.duration_ms is None else _seconds(segment.duration_ms),
                "kind": segment.kind.value,
                "exercise": segment.exercise,
                "side": segment.side.value if segment.side else None,
                "set": segment.set,
                "rep": segment.rep,
            }
            for segment in timeline.segments
        ],
        "cues": [{"at_s": _seconds(cue.at_ms), "kind": cue.kind.value, "text": cue.text} for cue in timeline.cues],
    }


def _seconds(ms: int) -> int | float:
    whole, part = divmod(ms, MS)
    return ms / MS if part else whole
