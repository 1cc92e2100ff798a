"""From labels to smooth outlines: nothing lost, nothing moved by more than half a pixel."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from coach.figure.seen.cracks import Chains, Cracks, Ints, between, chains_of, cracks_of
from coach.figure.seen.loops import Outlines, outlines_of
from coach.figure.seen.smooth import Lines, lines_of


def traced(labels: npt.NDArray[np.int32]) -> tuple[Cracks, Chains, Lines, Outlines]:
    """Trace an image, with nothing around it."""
    labels = np.pad(labels, 1)
    height, width = labels.shape
    cracks = cracks_of(*between(labels), width)
    chains = chains_of(cracks, (width + 1) * (height + 1))
    lines = lines_of(cracks, chains)
    return cracks, chains, lines, outlines_of(cracks, chains, lines, labels.ravel())


def disc(size: int, radius: float) -> npt.NDArray[np.bool_]:
    """A filled circle in the middle of a square image."""
    y, x = np.mgrid[:size, :size] - (size - 1) / 2
    return np.asarray(x * x + y * y < radius * radius)


def test_a_circle_keeps_its_size_and_becomes_round() -> None:
    """Its area and its radius are right to a fraction of a pixel everywhere."""
    outlines = traced(disc(101, 37).astype(np.int32))[3]
    assert len(outlines.label) == 1
    assert abs(abs(outlines.areas()[0]) - np.pi * 37**2) < 25
    radius = np.hypot(*(outlines.points - 51.5).T)
    assert np.abs(radius - 37).max() < 0.45
    assert radius.std() < 0.2


def test_a_nearly_level_edge_becomes_straight() -> None:
    """The steps of a line that climbs one pixel in twenty are gone."""
    y, x = np.mgrid[:60, :200]
    points = traced((y > 20 + x / 20).astype(np.int32))[2].points
    inner = points[(points[:, 0] > 20) & (points[:, 0] < 180) & (points[:, 1] < 45)]
    fitted = np.polyfit(inner[:, 0], inner[:, 1], 1)
    assert np.abs(np.polyval(fitted, inner[:, 0]) - inner[:, 1]).max() < 0.2


def test_no_point_leaves_its_crack() -> None:
    """Every point stays between the middles of the two pixels it parts."""
    random = np.random.default_rng(5)
    coarse = random.integers(0, 4, (12, 14))
    cracks, _, lines, _ = traced(np.kron(coarse, np.ones((7, 7))).astype(np.int32))
    middle = lines.cracks >= 0
    number = lines.cracks[middle]
    wide = cracks.width + 1
    place = np.stack([cracks.start[number] % wide, cracks.start[number] // wide], 1).astype(float)
    upright = cracks.upright[number]
    across = np.where(upright, lines.points[middle, 0] - place[:, 0], lines.points[middle, 1] - place[:, 1])
    assert np.abs(across).max() <= 0.481


def test_every_crack_is_in_one_chain() -> None:
    """Chains hold each crack once and follow each other corner by corner."""
    labels = np.random.default_rng(2).integers(0, 3, (30, 40)).astype(np.int32)
    cracks, chains, _, _ = traced(labels)
    assert len(chains.closed) > 100
    assert sorted(chains.cracks.tolist()) == list(range(len(cracks.start)))
    head = np.where(chains.along, cracks.end[chains.cracks], cracks.start[chains.cracks])
    tail = np.where(chains.along, cracks.start[chains.cracks], cracks.end[chains.cracks])
    inner = np.ones(len(head), bool)
    inner[chains.first[1:] - 1] = False
    assert (head[inner] == np.roll(tail, -1)[inner]).all()


def raw_area(labels: Ints, label: int) -> int:
    """How many pixels have that label."""
    return int((labels == label).sum())


def test_outlines_close_around_exactly_their_region() -> None:
    """Without smoothing, the area inside the outlines of a label is the number of its pixels, holes taken off."""
    labels = np.random.default_rng(3).integers(0, 4, (25, 31)).astype(np.int32)
    labels[:, 0] = labels[:, -1] = labels[0] = labels[-1] = 0
    height, width = labels.shape
    cracks = cracks_of(*between(labels), width)
    chains = chains_of(cracks, (width + 1) * (height + 1))
    corners = _unsmoothed(cracks, chains)
    outlines = outlines_of(cracks, chains, corners, labels.ravel())
    areas = outlines.areas()
    for label in (1, 2, 3):
        assert round(abs(float(areas[outlines.label == label].sum()))) == raw_area(labels, label)


def _unsmoothed(cracks: Cracks, chains: Chains) -> Lines:
    """Lines through the corners of their cracks."""
    wide = cracks.width + 1
    points, first = [], [0]
    for number, closed in enumerate(chains.closed):
        run = slice(chains.first[number], chains.first[number + 1])
        one = np.where(chains.along[run], cracks.start[chains.cracks[run]], cracks.end[chains.cracks[run]])
        corners = one if closed else np.append(one, chains.head[number])
        points.append(np.stack([corners % wide, corners // wide], 1))
        first.append(first[-1] + len(corners))
    flat = np.concatenate(points).astype(np.float32)
    return Lines(flat, np.array(first, np.int32), chains.closed, np.zeros(len(flat), np.int32))


def test_a_ring_leaves_its_hole_empty() -> None:
    """The outline of a hole runs the other way round."""
    labels = (disc(81, 35) & ~disc(81, 15)).astype(np.int32)
    areas = traced(labels)[3].areas()
    assert len(areas) == 2
    assert areas.min() < 0 < areas.max()


def test_an_empty_image_has_no_outlines() -> None:
    """Nothing to see gives nothing, and no error."""
    cracks, _, lines, outlines = traced(np.zeros((9, 9), np.int32))
    assert not len(cracks.start)
    assert not len(lines.points)
    assert not len(outlines.label)
