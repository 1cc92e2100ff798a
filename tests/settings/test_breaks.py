"""What a person may choose about breaks, and what a file may not say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from coach.settings.breaks import Breaks, Cadence, QuietDays, Range, Rotation
from coach.settings.model import Settings
from coach.settings.store import FILE_NAME, load_settings, save_settings
from tests.fakes import FakeClock


def test_they_are_off_and_keep_to_working_hours_until_the_person_says_otherwise() -> None:
    """A nudge every 30 min, a movement break of 2 to 3 min every 60, Monday to Friday, soft, everything heeded."""
    breaks = Settings().breaks
    nudge, move = breaks.cadences
    assert (breaks.on, breaks.mode, breaks.rotation.on) == (False, "soft", False)
    assert (nudge.every_min, move.every_min, 120 <= move.length_s <= 180) == (30, 60, True)
    assert [len(day) for day in breaks.hours] == [1, 1, 1, 1, 1, 0, 0]
    assert (breaks.rotation.sit_min, breaks.rotation.stand_min, breaks.rotation.move_min) == (20, 8, 2)
    assert breaks.cap_min == 90
    assert len(breaks.heeds) == 4


def test_all_of_it_comes_back_from_the_file(tmp_path: Path) -> None:
    """Own reminders, several ranges a day, quiet days and the rotation are written and read as they were."""
    night = (Range(begin_min=1320, end_min=120), Range(begin_min=540, end_min=600))
    chosen = Breaks(
        on=True,
        mode="strict",
        cadences=(*Breaks().cadences, Cadence(key="water", moves=False, every_min=45, length_s=20, text="Trink was.")),
        rotation=Rotation(on=True, sit_min=25),
        hours=(night, (), (), (), (), (), night),
        quiet_days=(QuietDays(first="2026-12-24", last="2027-01-01"),),
        heeds=("microphone",),
    )
    save_settings(tmp_path, Settings(breaks=chosen))
    assert load_settings(tmp_path, FakeClock().stamp()).settings.breaks == chosen


@pytest.mark.parametrize(
    "wrong",
    [
        {"cadences": [{"key": "x", "moves": True, "every_min": 1, "length_s": 60}]},
        {"cadences": [{"key": "No Key", "moves": True, "every_min": 30, "length_s": 60}]},
        {"cadences": [{"key": "x", "moves": True, "every_min": 30, "length_s": 60, "text": "two\nlines"}]},
        {"hours": [[]]},
        {"hours": [[{"begin_min": 0, "end_min": 1441}], [], [], [], [], [], []]},
        {"quiet_days": [{"first": "tomorrow", "last": "2026-01-01"}]},
        {"mode": "brutal"},
        {"cap_min": 100_000},
        {"forever": True},
    ],
)
def test_what_a_file_may_not_say(wrong: dict[str, Any], tmp_path: Path) -> None:
    """The usual choices take its place, the file is kept, and it is said."""
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(wrong, Breaks)
    (tmp_path / FILE_NAME).write_text(json.dumps({"theme": "dark", "breaks": wrong}), encoding="utf-8")
    loaded = load_settings(tmp_path, FakeClock().stamp())
    assert (loaded.settings.theme, loaded.settings.breaks) == ("dark", Breaks())
    assert "breaks" in loaded.notice
