"""The sounds that ship are the ones the script makes, and nobody mistakes one for another."""

from __future__ import annotations

import wave
from itertools import combinations, pairwise

import pytest
import sounds

from coach.ports.sounds import Earcon
from coach.resources import assets

_LONGEST_S = 0.4


def _shipped(earcon: Earcon) -> tuple[list[int], int]:
    with wave.open(str(assets() / "sounds" / f"{earcon.value}.wav")) as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        raw = file.readframes(file.getnframes())
        rate = file.getframerate()
    return [int.from_bytes(raw[at : at + 2], "little", signed=True) for at in range(0, len(raw), 2)], rate


def _contour(earcon: Earcon) -> tuple[int, ...]:
    """Whether the pitch rises (1), falls (-1) or stays (0) from note to note; the first element counts voices."""
    notes = sounds.SOUNDS[earcon.value][0]
    at_once = sum(note.at_s == 0 for note in notes)
    later = [note for note in notes if note.at_s > 0]
    line = [notes[0].hz, *(note.hz for note in later)]
    return (at_once, *((b > a) - (b < a) for a, b in pairwise(line)))


@pytest.mark.parametrize("earcon", list(Earcon))
def test_the_script_makes_exactly_these_bytes(earcon: Earcon) -> None:
    """What is in assets/sounds is what `make sounds` writes, to the byte."""
    assert (assets() / "sounds" / f"{earcon.value}.wav").read_bytes() == sounds.wav(earcon.value)


def test_there_is_no_other_sound() -> None:
    """Every file has its earcon."""
    assert {path.stem for path in (assets() / "sounds").iterdir()} == {earcon.value for earcon in Earcon}


@pytest.mark.parametrize("earcon", [one for one in Earcon if one is not Earcon.ALARM])
def test_an_earcon_is_short_and_soft(earcon: Earcon) -> None:
    """It is over within 0.4 s, does not click at its ends and never comes near full scale."""
    values, rate = _shipped(earcon)
    assert len(values) / rate < _LONGEST_S
    assert max(map(abs, values)) < 0.5 * 32_767
    assert max(map(abs, values[:20])) < 600
    assert max(map(abs, values[-4:])) < 600


def test_the_alarm_rises() -> None:
    """It is the one long sound: each of its five calls is louder and higher than the one before."""
    values, rate = _shipped(Earcon.ALARM)
    calls = [values[round(0.34 * n * rate) : round((0.34 * n + 0.26) * rate)] for n in range(5)]
    loud = [max(map(abs, call)) for call in calls]
    crossings = [sum(a < 0 <= b for a, b in pairwise(call)) for call in calls]
    assert loud == sorted(loud)
    assert crossings == sorted(crossings)
    assert len(values) / rate > 1
    assert max(loud) > 0.8 * 32_767


def test_no_two_sounds_have_the_same_contour() -> None:
    """They differ in shape, not only in pitch: up, down, there and back, a chord, a tap, a row of calls."""
    shapes = {earcon: _contour(earcon) for earcon in Earcon}
    for one, other in combinations(Earcon, 2):
        assert shapes[one] != shapes[other], (one, other)
