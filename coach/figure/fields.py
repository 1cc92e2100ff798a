"""How a field of a file says what it is for; shared by figures and all other content (`coach.content.fields`)."""

from __future__ import annotations

import msgspec


def doc(description: str, *examples: object) -> msgspec.Meta:
    """Describe a field and show what may be written there."""
    return msgspec.Meta(description=description, examples=list(examples) or None)


class Struct(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of every content model: frozen, and unknown fields are refused."""
