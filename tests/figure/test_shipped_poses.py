"""What is shipped was made from what is there: nobody waits for a pose to be solved."""

from __future__ import annotations

import pytest

from coach.figure.mesh import load
from coach.figure.pose import shipped
from coach.figure.pose.studio import POSES, Studio
from coach.figure.studio import BODIES
from coach.resources import assets
from tests.figure.shown import figures

FOLDER = assets() / "figure"


@pytest.mark.parametrize("body", BODIES)
def test_every_figure_is_shipped_solved(body: str) -> None:
    """poses.npz holds each figure on each body as it is now; `python -m coach.figure.pose` makes it anew."""
    poses = shipped.load(FOLDER / POSES)
    studio = Studio(FOLDER, load(FOLDER / f"body-{body}.npz"))
    missing = [name for name, figure in figures().items() if studio.key(studio.complete(figure)) not in poses]
    assert not missing


def test_nothing_else_is_shipped() -> None:
    """No solution of a figure that is gone."""
    assert len(shipped.load(FOLDER / POSES)) == len(BODIES) * len(figures())
