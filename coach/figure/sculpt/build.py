"""The bodies there are, as numbers: stature, widths, girths and a style of hair. Another body is another entry here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from coach.figure.bones import Proportions


@dataclass(frozen=True, slots=True)
class Build:
    """One body. Girths are factors on the sections of `trunk`, `legs` and `arms`, which are drawn for a stature of 1.70 m.

    `waist`, `chest` and `hips` widen the trunk at their heights; `bust` and `seat` are metres by which chest and buttocks
    come forward and back.
    """

    name: str
    proportions: Proportions
    hair: str
    chest: float = 1.0
    waist: float = 1.0
    hips: float = 1.0
    bust: float = 0.0
    seat: float = 0.0
    arms: float = 1.0
    legs: float = 1.0
    neck: float = 1.0
    jaw: float = 1.0
    cell: float = 1.26  # size of the mesh's cells; twice as much is quick


BUILDS: Final[dict[str, Build]] = {
    "a": Build("a", Proportions(), "short", waist=1.03, hips=0.95, neck=1.04),
    "b": Build(
        "b",
        Proportions(stature=1.65, hip=0.0535, shoulder=0.0925),
        "bob",
        chest=0.93,
        waist=0.94,
        hips=1.04,
        bust=0.018,
        seat=0.006,
        arms=0.92,
        legs=1.0,
        neck=0.9,
        jaw=0.94,
    ),
}
