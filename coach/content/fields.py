"""What the fields of content files have in common: their types, and how a field says what it is for.

The description and the example of a field are written once, in its annotation. Editors show them (JSON Schema),
docs/routine-format.md prints them, and the sentence about a wrong value ends with the example.
"""

from __future__ import annotations

from typing import Annotated

import msgspec

from coach.figure.fields import Struct, doc

__all__ = [
    "Count",
    "Id",
    "Line",
    "Name",
    "OffSeconds",
    "Remark",
    "Seconds",
    "ShortSeconds",
    "SourceId",
    "Struct",
    "doc",
]

Id = Annotated[str, msgspec.Meta(pattern="^[a-z0-9][a-z0-9_-]{0,63}$")]
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=120)]
Line = Annotated[str, msgspec.Meta(min_length=1, max_length=400)]
Remark = Annotated[str, msgspec.Meta(max_length=400)]
SourceId = Annotated[str, msgspec.Meta(pattern="^[A-Z0-9][A-Z0-9-]{1,31}$|^design$")]
Seconds = Annotated[float, msgspec.Meta(ge=1, le=3600)]
ShortSeconds = Annotated[float, msgspec.Meta(ge=0, le=600)]
OffSeconds = Annotated[float, msgspec.Meta(ge=1, le=10_800)]
Count = Annotated[int, msgspec.Meta(ge=1, le=100)]
