"""`limber insights`: what the journal tells, as JSON (the fields are a contract) and as sentences. Claims as on Progress."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import fmean
from typing import Any

from coach.analysis import middle, trend
from coach.analysis.claims import LEAST_EFFECT, LEAST_USES, LEAST_Z, Claim
from coach.analysis.effects import Effect, effects
from coach.analysis.series import Point, Series, tightness_series
from coach.analysis.uses import uses
from coach.content.vocabulary import Area, Side
from coach.content.words import place_words
from coach.i18n import _, ngettext
from coach.journal.records import Entry, SessionRecord

_DIGITS = 3


def insights(entries: Sequence[Entry], sessions: Sequence[SessionRecord]) -> dict[str, Any]:
    """Return the whole journal's insights as plain JSON data.

    `areas`: per area and side the entries that say how it usually is (not those during or right after a session), their
    mean, and the trend in points per week, null before ten weeks have entries. `exercises`: per exercise the uses that count, the
    median change in points (negative: less tight), its interval, how it compares with the others (null: not compared) and whether the
    claim "seems to help you most" may be made. `rule` is what a claim takes.
    """
    names = {step.exercise: step.title for one in sessions for step in one.steps if step.exercise}
    return {
        "areas": [row for one in tightness_series(entries) if (row := _area(one)) is not None],
        "exercises": [_exercise(one, names) for one in effects(uses(entries, sessions))],
        "rule": {"least_uses": LEAST_USES, "least_effect": LEAST_EFFECT, "least_z": LEAST_Z},
    }


def sentences(found: dict[str, Any]) -> Iterator[str]:
    """Say the same in lines: areas, exercises, and the rule beneath."""
    if not found["areas"]:
        yield _("No entries yet. Log one with: limber log 4 --area buttock --side left")
        return
    yield _("How tight it usually is, and how that changes per week:")
    for row in found["areas"]:
        yield "  " + _area_words(row)
    if not found["exercises"]:
        yield _("No exercise can be told apart yet: it takes sessions of one exercise, rated before and after.")
        return
    yield _("Change per exercise, right after it minus just before it:")
    for row in found["exercises"]:
        yield "  " + _exercise_words(row)
    yield _(
        "Said to help most only with {uses} uses of each, half a point more than the others, and that more than {z} times "
        "as large as its uncertainty."
    ).format(uses=LEAST_USES, z=LEAST_Z)


def _area(series: Series) -> dict[str, Any] | None:
    points = trend.usual(series)
    if not points:
        return None
    return {
        "area": series.key.area.value,
        "side": series.key.side.value if series.key.side else None,
        "n": len(points),
        "mean": _rounded(fmean(point.entry.tightness for point in points)),
        "trend": _trend(points),
    }


def _trend(points: Sequence[Point]) -> dict[str, Any] | None:
    found = trend.trend(points)
    if found is None:
        return None
    ends = {"low": _rounded(found.low), "high": _rounded(found.high), "confidence": trend.CONFIDENCE}
    return {"points_per_week": _rounded(found.per_week), "interval": ends, "weeks": found.weeks}


def _exercise(effect: Effect, names: dict[str, str]) -> dict[str, Any]:
    change = effect.change
    return {
        "exercise": effect.exercise,
        "name": names.get(effect.exercise, effect.exercise),
        "n": change.n,
        "median_change": _rounded(change.median),
        "interval": {
            "low": _rounded(change.low),
            "high": _rounded(change.high),
            "confidence": middle.CONFIDENCE,
        },
        "enough": effect.enough,
        "against_others": _against(effect.claim),
        "claim": effect.claimed,
    }


def _against(claim: Claim | None) -> dict[str, Any] | None:
    if claim is None:
        return None
    return {
        "effect": _rounded(claim.effect),
        "z": _rounded(claim.z),
        "least_z": _rounded(claim.least_z),
        "compared": claim.compared,
    }


def _area_words(row: dict[str, Any]) -> str:
    place = place_words(Area(row["area"]), Side(row["side"]) if row["side"] else None)
    words = ngettext("{place}: {n} entry, mean {mean}", "{place}: {n} entries, mean {mean}", row["n"]).format(
        place=place, n=row["n"], mean=f"{row['mean']:.1f}"
    )
    if row["trend"] is None:
        return _("{words}; no trend before ten weeks have entries").format(words=words)
    return _("{words}; {slope} per week ({interval})").format(
        words=words,
        slope=_signed(row["trend"]["points_per_week"], 2),
        interval=_interval(row["trend"]["interval"], 2),
    )


def _exercise_words(row: dict[str, Any]) -> str:
    words = ngettext("{name}: {change} ({interval}), {n} time", "{name}: {change} ({interval}), {n} times", row["n"])
    said = words.format(
        name=_(row["name"]), change=_signed(row["median_change"], 1), interval=_interval(row["interval"], 1), n=row["n"]
    )
    if row["claim"]:
        return _("{words}; this one seems to help you most").format(words=said)
    return said if row["enough"] else _("{words}; too few yet").format(words=said)


def _interval(ends: dict[str, Any], digits: int) -> str:
    return _("{low} to {high}").format(low=_signed(ends["low"], digits), high=_signed(ends["high"], digits))


def _signed(value: float, digits: int) -> str:
    """Write a number with its sign and so many decimals; nothing is "-0.0"."""
    shown = round(value, digits) or 0.0
    return f"{shown:+.{digits}f}" if shown else f"{0:.{digits}f}"


def _rounded(value: float) -> float:
    return round(value, _DIGITS) or 0.0
