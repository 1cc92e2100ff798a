"""The shades of tightness, one sequence for every chart that paints a value as an area: 0 is nearest the ground.

Each step is darker than the one before on a light ground and lighter on a dark one, so that grey paper and every kind of
colour vision keep the order. A shade alone is never the message: words or a number say the same.
"""

from __future__ import annotations

from coach.drawing.charts.look import Look

STEPS = 11


def shade(look: Look, value: float) -> str:
    """Return the colour ("#rrggbb") of a tightness from 0 to 10; what lies between two steps is mixed."""
    place = min(max(value, 0.0), STEPS - 1.0)
    low = int(place)
    high = min(low + 1, STEPS - 1)
    return _mixed(look.ramp[low], look.ramp[high], place - low)


def words_on(look: Look, colour: str) -> str:
    """Return the colour of words on a shade: whichever of the two for it stands out more, 4.5:1 at least."""
    ground = _light(colour)
    return max(look.on_ramp, key=lambda words: _contrast(_light(words), ground))


def paler(look: Look, colour: str, part: float) -> str:
    """Return a shade let back into the ground: `part` 1 is the shade itself, 0 the ground."""
    return _mixed(look.surface, colour, part)


def _mixed(one: str, other: str, part: float) -> str:
    pairs = zip(_parts(one), _parts(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * part):02x}" for a, b in pairs)


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _light(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    whole = [part / 255 for part in _parts(colour)]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in whole]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: float, other: float) -> float:
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
