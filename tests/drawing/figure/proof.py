"""`make figures`: what shows that every figure is right, in docs/figure: an audit of its depth, and sheets of it from all sides.

    python -m tests.drawing.figure.proof docs/figure

1 when anything is worse than it may be.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from PySide6.QtGui import QFontDatabase, QGuiApplication

from coach.content.load_library import load_library
from coach.drawing.figure.look import look
from coach.drawing.figure.paper import About, png
from coach.drawing.figure.sheet import Block, Layout, Tile, pages
from coach.figure.camera import View as Window
from coach.figure.picture import Detail, View
from coach.figure.seen.plate import Plate
from coach.resources import assets
from tests.drawing.figure.audit import AROUND, wrong_share
from tests.figure.shown import FIGURES, picture

BODIES = "ab"
#: The most that may be wrong: in any key from the shipped camera, and in the hold on average over cameras all around.
MOST, MEAN = 0.005, 0.003
_EVERY = 45
_LAYOUT = Layout(columns=8, tile=184)
#: Figures on one sheet, so that a sheet stays readable and small.
_ON_A_SHEET = 12
_DETAIL = Detail(360)
#: Metres around everything, and what may be cut off.
_MARGIN = 0.03
_AROUND_IT = frozenset({"ground", "shadow"})


class Judged(NamedTuple):
    """The shares of one figure on one body that are wrong, 0 to 1: of each key, and of the hold from each camera."""

    name: str
    body: str
    keys: tuple[float, ...]
    around: tuple[float, ...]

    @property
    def mean(self) -> float:
        """The average over all cameras."""
        return sum(self.around) / len(self.around)

    @property
    def good(self) -> bool:
        """Whether all is as it has to be."""
        return max(self.keys) < MOST and self.mean < MEAN


def judged(name: str, body: str) -> Judged:
    """Look at every key from the shipped camera and at the hold from all around."""
    shown = picture(name, body)
    keys = tuple(wrong_share(shown, float(number), shown.home()) for number in range(len(shown.figure.keys)))
    return Judged(name, body, keys, tuple(wrong_share(shown, shown.hold, view) for view in AROUND))


def report(found: list[Judged]) -> str:
    """The audit as text."""
    lines = [
        "How many pixels of each figure show the wrong thing, against an exact z-buffer of the same moment, in per cent.",
        f"Keys: every key pose from the shipped camera, fewer than {MOST:.1%} allowed. Around: the pose that is held, from",
        f"{len(AROUND)} cameras, fewer than {MEAN:.1%} allowed on average. Pixels next to an edge do not count. Made by",
        "`make figures`.",
        "",
        f"{'figure':32} body  {'keys, worst':>12} {'around, mean':>13} {'worst':>8}",
    ]
    lines += [
        f"{each.name:32} {each.body:4}  {max(each.keys):12.3%} {each.mean:13.3%} {max(each.around):8.3%}"
        + ("" if each.good else "  too many")
        for each in found
    ]
    count = sum(len(each.keys) + len(each.around) for each in found)
    worst = (
        max(max(each.keys) for each in found),
        max(each.mean for each in found),
        max(max(each.around) for each in found),
    )
    told = f"the worst key {worst[0]:.3%}, the worst mean {worst[1]:.3%}, the worst of all {worst[2]:.3%}."
    lines += ["", f"{count} pictures of {len(FIGURES)} figures on {len(BODIES)} bodies: {told}"]
    return "\n".join(lines) + "\n"


def blocks() -> Iterator[Block]:
    """Every figure in the pose that is held, from every 45 degrees; first as it is shipped."""
    library = load_library(assets())
    names = {each.id: each.name for each in library.exercises.values()}
    names |= {each.id: each.name for each in library.figures.values()}
    for name in FIGURES:
        shown = picture(name)
        home = shown.home()
        tiles = []
        for turn in range(0, 360, _EVERY):
            view = View(home.azimuth + turn, max(home.elevation, 10.0) if turn else home.elevation)
            plate = shown.plate(shown.hold, view, detail=_DETAIL)
            tiles.append(Tile(_close(plate) if turn else plate, f"{turn}°" if turn else "as shipped"))
        yield Block(names[name], tuple(tiles))


def _close(plate: Plate) -> Plate:
    """The same with its picture as large as what stands and lies there."""
    points = np.concatenate([shape.polygons.points for shape in plate.shapes if shape.kind not in _AROUND_IT])
    low, high = points.min(0), points.max(0)
    return plate._replace(view=Window(*(low - _MARGIN).tolist(), *(high - low + 2 * _MARGIN).tolist()))


def main(folder: Path) -> int:
    """Write the audit and the sheets."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication.instance() or QGuiApplication([])
    for face in sorted((assets() / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(face))
    folder.mkdir(parents=True, exist_ok=True)
    every = list(blocks())
    for number, begin in enumerate(range(0, len(every), _ON_A_SHEET), 1):
        (page,) = pages(every[begin : begin + _ON_A_SHEET], _LAYOUT, look("light"))
        (folder / f"turn-{number}.png").write_bytes(png(page, About("Every figure from every 45 degrees")))
    found = [judged(name, body) for name in FIGURES for body in BODIES]
    (folder / "audit.txt").write_text(report(found), encoding="utf-8")
    sys.stdout.write(report(found))
    del app
    return 0 if all(each.good for each in found) else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
