"""Makes the sounds of the stage, from sines and nothing else: `make sounds` writes them into assets/sounds.

Each has a contour of its own, so that nobody has to know a pitch to tell them apart: *start* goes up, *rest* goes down,
*switch* goes there and back, *done* stands still as a chord, a *tick* is a tap. All begin softly and are over within
0.4 s. The *alarm* alone is long: five calls, each higher and louder than the one before.
"""

from __future__ import annotations

import math
import sys
import wave
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

RATE = 44_100
_FOLDER = Path(__file__).parent.parent / "assets" / "sounds"
#: Loudest value of an earcon and of the alarm, of 1: the alarm is twice as loud at the same setting.
_EARCON, _ALARM = 0.45, 0.9
_ATTACK_S = 0.018
#: What a struck bar of wood sounds like: its second tone is weak and soon gone.
_OVERTONES = ((1.0, 1.0, 1.0), (2.0, 0.28, 2.2), (3.0, 0.07, 4.0))


class Note(NamedTuple):
    """A tone from `at_s` on: it swells in `attack_s`, falls to a third in `fall_s`, and glides to `to_hz` if given."""

    hz: float
    at_s: float
    length_s: float
    loud: float = 1.0
    fall_s: float = 0.12
    attack_s: float = _ATTACK_S
    to_hz: float = 0.0


_C5, _E5, _G5, _C6 = 523.25, 659.26, 783.99, 1046.5
_G4, _D5 = 392.0, 587.33


def _alarm() -> list[Note]:
    return [
        Note(
            440 * 1.16**n,
            0.34 * n,
            0.26,
            loud=0.35 + 0.1625 * n,
            fall_s=0.6,
            attack_s=0.03,
            to_hz=440 * 1.16 ** (n + 1),
        )
        for n in range(5)
    ]


#: Name, notes, how loud the loudest moment is.
SOUNDS: dict[str, tuple[Sequence[Note], float]] = {
    "start": ([Note(_C5, 0.0, 0.2, loud=0.8), Note(_G5, 0.12, 0.26)], _EARCON),
    "switch": (
        [Note(_G4, 0.0, 0.14, fall_s=0.08), Note(_D5, 0.12, 0.14, fall_s=0.08), Note(_G4, 0.24, 0.15, fall_s=0.08)],
        _EARCON,
    ),
    "rest": ([Note(_E5, 0.0, 0.2, loud=0.9), Note(_G4, 0.14, 0.25, fall_s=0.16)], _EARCON),
    "done": ([Note(hz, 0.0, 0.39, fall_s=0.3, attack_s=0.05) for hz in (_C5, _E5, _G5, _C6)], _EARCON),
    "tick": ([Note(1_320.0, 0.0, 0.06, fall_s=0.012, attack_s=0.004)], 0.6 * _EARCON),
    "alarm": (_alarm(), _ALARM),
}


def samples(notes: Sequence[Note], loudest: float) -> list[int]:
    """Return the notes as 16-bit samples whose largest is `loudest` of full scale."""
    length = max(round((note.at_s + note.length_s) * RATE) for note in notes)
    mixed = [0.0] * length
    for note in notes:
        first = round(note.at_s * RATE)
        for index, value in enumerate(_tone(note)):
            mixed[first + index] += value
    most = max(abs(value) for value in mixed)
    return [round(value / most * loudest * 32_767) for value in mixed]


def wav(name: str) -> bytes:
    """Return a sound as the bytes of its file."""
    notes, loudest = SOUNDS[name]
    written = BytesIO()
    with wave.open(written, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(b"".join(value.to_bytes(2, "little", signed=True) for value in samples(notes, loudest)))
    return written.getvalue()


def _tone(note: Note) -> list[float]:
    count = round(note.length_s * RATE)
    glide = math.log(note.to_hz / note.hz) if note.to_hz else 0.0
    values, phase = [], 0.0
    for index in range(count):
        at = index / RATE
        swell = _swell(at / note.attack_s) * _swell((note.length_s - at) / _ATTACK_S)
        tone = sum(
            share * math.exp(-at / note.fall_s * fading) * math.sin(phase * part) for part, share, fading in _OVERTONES
        )
        values.append(note.loud * swell * tone)
        phase += 2 * math.pi * note.hz * math.exp(glide * at / note.length_s) / RATE
    return values


def _swell(share: float) -> float:
    """Rise from 0 to 1 without a corner, so that nothing clicks."""
    return 1.0 if share >= 1 else 0.5 - 0.5 * math.cos(math.pi * max(share, 0.0))


def main(folder: Path = _FOLDER) -> int:
    """Write every sound into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in SOUNDS:
        path = folder / f"{name}.wav"
        path.write_bytes(wav(name))
        print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main(*(Path(name) for name in sys.argv[1:2])))
