"""What becomes of answers about health when another journal comes in: they may ask for more care, never for less."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from coach.clock import Stamp
from coach.journal.entries import answer_draft
from coach.journal.records import Answer
from coach.journal.repository import Draft
from coach.safety.suitability import NUMB, SCREENING


def said_again(before: Mapping[str, Answer], after: Mapping[str, Answer], now: Stamp) -> list[Draft]:
    """Return answers to write, so that nothing that was said here is undone by what came in.

    `before` and `after` are the answers that counted before and would count now. A key that was never answered here
    takes what came in.
    """
    drafts = []
    for key, answer in before.items():
        there = after[key].value if key in after else None
        careful = _careful(key, answer.value, there)
        if key not in after or careful != there:
            drafts.append(answer_draft(key, careful, now))
    return drafts


def _careful(key: str, here: Any, there: Any) -> Any:
    if key == SCREENING and isinstance(here, dict) and isinstance(there, dict):
        return _both_screenings(here, there)
    if key.startswith(f"{NUMB}:") and isinstance(here, str) and isinstance(there, str):
        return max(here, there)  # ISO days: the later one holds longer
    return here


def _both_screenings(here: dict[str, Any], there: dict[str, Any]) -> dict[str, Any]:
    """Ticked is what either ticked, asked what both were asked, said when the older was said."""
    ticks = [said["ticked"] for said in (here, there) if isinstance(said.get("ticked"), dict)]
    asked = [set(map(str, said["asked"])) for said in (here, there) if isinstance(said.get("asked"), list)]
    times = [said.get("at_utc_us") for said in (here, there)]
    known = [at for at in times if isinstance(at, int)]
    return {
        "at_utc_us": min(known) if len(known) == len(times) else None,
        "ticked": {key: _places([ticked[key] for ticked in ticks if key in ticked]) for key in sorted({*_keys(ticks)})},
        "asked": sorted(set.intersection(*asked)) if len(asked) == len(times) else [],
    }


def _keys(ticks: list[dict[str, Any]]) -> list[str]:
    return [key for ticked in ticks for key in ticked]


def _places(areas: list[Any]) -> list[str]:
    """The places of both; none means everywhere, and so does what cannot be read."""
    if any(not isinstance(places, list) or not places for places in areas):
        return []
    return sorted({str(place) for places in areas for place in places})
