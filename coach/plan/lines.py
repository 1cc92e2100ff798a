"""Which instruction line is spoken when."""

from __future__ import annotations

from typing import NamedTuple

from coach.content.exercise import Exercise
from coach.content.vocabulary import Role
from coach.i18n import _


class Lines(NamedTuple):
    """An exercise's lines by the moment they belong to.

    `way_in` are the steps that lead to the feeling, `way_out` those after it; a movement is `way_in` only.
    The texts are the same lines in one, as the stage shows them.
    """

    set_up: tuple[str, ...]
    way_in: tuple[str, ...]
    feel: tuple[str, ...]
    breathe: tuple[str, ...]
    way_out: tuple[str, ...]
    safety: tuple[str, ...]
    ready_text: str
    way_in_text: str
    feel_text: str
    way_out_text: str


def lines_of(exercise: Exercise) -> Lines:
    """Sort the instructions by role; a held exercise's steps after its first feel line lead out again."""
    by_role: dict[Role, list[str]] = {role: [] for role in Role}
    way_out: list[str] = []
    for line in exercise.instructions:
        later = line.role is Role.STEP and exercise.kind == "hold" and by_role[Role.FEEL]
        (way_out if later else by_role[line.role]).append(_(line.text))
    set_up = tuple(by_role[Role.SET_UP]) or (_(exercise.position),)
    way_in = tuple(by_role[Role.STEP])
    return Lines(
        set_up=set_up,
        way_in=way_in,
        feel=tuple(by_role[Role.FEEL]),
        breathe=tuple(by_role[Role.BREATHE]),
        way_out=tuple(way_out),
        safety=tuple(by_role[Role.SAFETY]),
        ready_text=" ".join((*set_up, *way_in)),
        way_in_text=" ".join(way_in),
        feel_text=" ".join(by_role[Role.FEEL]),
        way_out_text=" ".join(way_out),
    )
