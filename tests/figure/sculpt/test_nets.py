"""From shapes to meshes, and what is done to them."""

from __future__ import annotations

import numpy as np
import pytest

from coach.figure.sculpt import nets, topology
from coach.figure.sculpt.nets import even
from coach.figure.sculpt.shapes import Cone, Ellipsoid, Union
from coach.figure.sculpt.topology import Surface, cut, diffuse, left_half, normals, ring
from tests.figure.sculpt.closed import directed_edges, rims, volume

BALL = Cone((0, 0, 0), (0, 0, 1e-6), 0.1, 0.1)


@pytest.fixture(scope="module")
def ball() -> Surface:
    return nets.mesh(BALL, even((-0.15,) * 3, (0.15,) * 3, 0.012))


def test_ball_is_closed_and_has_its_volume(ball: Surface) -> None:
    """The mesh of a ball has no open edge, faces outward and holds what a ball holds."""
    assert rims(ball.faces) == []
    assert volume(ball.vertices, ball.faces) == pytest.approx(4 / 3 * np.pi, rel=0.02)
    assert np.abs(BALL(ball.vertices)).max() < 1e-5


def test_left_handed_grid_faces_outward_too() -> None:
    """A grid whose axes are left-handed gives the same outward faces."""
    grid = even((-0.15,) * 3, (0.15,) * 3, 0.02)[::-1]
    found = nets.mesh(BALL, grid)
    assert volume(found.vertices, found.faces) > 0


def test_thin_sheets_never_share_an_edge() -> None:
    """Two parts that nearly touch give a mesh whose edges all have two faces."""
    close = Union((Ellipsoid((0, 0, 0), (0.1, 0.1, 0.03)), 0), (Ellipsoid((0.02, 0.02, 0.071), (0.1, 0.1, 0.04)), 0))
    found = nets.mesh(close, even((-0.2,) * 3, (0.2,) * 3, 0.017))
    assert max(directed_edges(found.faces).values()) == 1


def test_normals_of_a_ball_point_outward(ball: Surface) -> None:
    """Vertex normals are unit vectors away from the middle."""
    outward = ball.vertices / np.linalg.norm(ball.vertices, axis=1, keepdims=True)
    assert np.einsum("ij,ij->i", normals(ball), outward).min() > 0.99


def test_cut_edge_lies_on_the_line(ball: Surface) -> None:
    """What remains lies below the line, its edge on it, without slivers."""
    part = cut(ball, ball.vertices[:, 2] - 0.03)
    (rim,) = rims(part.faces)
    assert part.vertices[rim][:, 2] == pytest.approx(np.full(len(rim), 0.03), abs=1e-9)
    assert part.vertices[:, 2].max() <= 0.03 + 1e-9
    assert np.linalg.norm(topology.face_normals(part), axis=1).min() > 2e-6


def test_half_ends_on_the_middle(ball: Surface) -> None:
    """The left half has its rim exactly on y = 0 and holds half the volume."""
    half = left_half(ball)
    (rim,) = rims(half.faces)
    assert (half.vertices[rim][:, 1] == 0).all()
    assert (half.vertices[:, 1] >= 0).all()
    assert volume(half.vertices, half.faces) == pytest.approx(volume(ball.vertices, ball.faces) / 2, rel=0.01)


def test_diffusion_keeps_constants_and_calms_noise(ball: Surface) -> None:
    """Constant values stay, noise shrinks the more the wider it is spread."""
    noise = np.random.default_rng(5).normal(size=(len(ball.vertices), 1))
    assert diffuse(ball, np.ones_like(noise), 0.02) == pytest.approx(np.ones_like(noise))
    little, much = diffuse(ball, noise, 0.01).std(), diffuse(ball, noise, 0.03).std()
    assert much < little < noise.std()


def test_vertex_without_a_face_is_refused() -> None:
    """Neighbours are only known where every vertex has a face."""
    with pytest.raises(ValueError, match="no face"):
        ring(np.array([[0, 1, 2]]), 4)
