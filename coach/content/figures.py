"""Pictures that belong to no exercise: how to lie with heat or cold, how to sit at a desk."""

from __future__ import annotations

from typing import Annotated

from coach.content.fields import Id, Name, Struct, doc
from coach.content.vocabulary import Area
from coach.figure.pose.model import Figure


class NamedFigure(Struct, frozen=True, kw_only=True):
    """One file of assets/figures."""

    id: Annotated[Id, doc("Short name for files: small letters, digits, - and _", "pack_prone")]
    name: Annotated[Name, doc("The name a person sees", "Lying on the front")]
    areas: Annotated[tuple[Area, ...], doc("Where a pack can lie in this position", ["low-back"])] = ()
    one_side: Annotated[bool, doc("true where the other side is lain on, so that no pack may lie there", True)] = False
    figure: Annotated[Figure, doc("The picture; docs/figure-format.md is the reference")]
