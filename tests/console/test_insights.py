"""What `limber insights` says: the fields are a contract, the sentences make no more of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from coach.cli import main
from coach.console.insights import insights, sentences
from coach.store.open import open_journal
from tests.analysis.make import rated
from tests.analysis.test_uses import done, step
from tests.fakes import FakeClock
from tests.seeded_person import THE_ONE_THAT_HELPS
from tests.seeded_year import first_week, seeded_year


def test_the_year_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """From a real journal, by the command: per area n, mean and trend with interval; per exercise n, median, interval, claim."""
    store = open_journal(tmp_path / "data", app_version="0.1", clock=FakeClock())
    store.append(seeded_year().drafts())
    store.close()
    assert main(["insights", "--json", "--data-dir", str(tmp_path / "data")]) == 0
    found = json.loads(capsys.readouterr().out)
    left = next(row for row in found["areas"] if (row["area"], row["side"]) == ("buttock", "left"))
    assert left["n"] > 300
    assert 3 < left["mean"] < 6
    assert left["trend"]["interval"]["low"] < left["trend"]["points_per_week"] < left["trend"]["interval"]["high"] < 0
    assert left["trend"]["weeks"] == 53
    assert [row["exercise"] for row in found["exercises"] if row["claim"]] == [THE_ONE_THAT_HELPS]
    best = found["exercises"][0]
    assert (best["n"], best["median_change"], best["enough"]) == (37, -1.0, True)
    assert best["interval"]["low"] <= best["median_change"] <= best["interval"]["high"]
    assert best["against_others"]["z"] > best["against_others"]["least_z"] == found["rule"]["least_z"] == 3.4
    assert len(found["exercises"]) == 5


def test_the_year_in_sentences() -> None:
    """The same numbers, one line each, and the rule beneath."""
    year = seeded_year()
    said = list(sentences(insights(year.entries, year.sessions)))
    assert any(line.startswith("  left buttock: ") and "per week" in line for line in said)
    assert sum("this one seems to help you most" in line for line in said) == 1
    assert "Figure four, lying down: -1.0 (-1.5 to -1.0), 37 times; this one" in "\n".join(said)
    assert "8 uses" in said[-1]


def test_a_first_week_claims_nothing() -> None:
    """Numbers, marked as too few; no trend."""
    week = first_week()
    found = insights(week.entries, week.sessions)
    assert all(row["trend"] is None for row in found["areas"])
    assert not any(row["claim"] or row["enough"] or row["against_others"] for row in found["exercises"])
    said = "\n".join(sentences(found))
    assert "too few yet" in said
    assert "no trend before ten weeks" in said


def test_an_empty_journal_says_how_to_begin(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No error, and lists that are empty."""
    assert main(["insights", "--data-dir", str(tmp_path)]) == 0
    assert "limber log" in capsys.readouterr().out
    assert main(["insights", "--json", "--data-dir", str(tmp_path)]) == 0
    assert json.loads(capsys.readouterr().out)["areas"] == []


def test_ratings_of_sessions_alone_do_not_say_how_it_usually_is() -> None:
    """The one before counts for the area, the one after only for the exercise."""
    found = insights(rated("s", "2026-05-04", 6, 3), [done(step("bridge"))])
    assert [(row["n"], row["mean"]) for row in found["areas"]] == [(1, 6)]
    assert [(row["n"], row["median_change"]) for row in found["exercises"]] == [(1, -3)]
