"""Bricks of FHIR: ids, references, codes of our own."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID, uuid5

from coach.content.vocabulary import Area, Side
from coach.content.words import place_words, side_word

#: Code systems of our own; a name, not an address: nobody has to be asked what a code means, its text says it.
SYSTEM: Final = "urn:limber:"
_SPACE: Final = UUID("5ba1d8ab-5a4c-5cf4-9f6e-2d6f3c0b7a11")

Resource = dict[str, Any]


def id_of(kind: str, key: str) -> str:
    """Return the id of what `kind` and `key` stand for: a UUID, the same every time."""
    return str(uuid5(_SPACE, f"{kind}:{key}"))


def reference(kind: str, key: str | None) -> Resource:
    """Return a reference to another resource of the same bundle."""
    return {"reference": f"urn:uuid:{id_of(kind, key or '')}"}


def entry_of(kind: str, key: str, resource: Resource) -> Resource:
    """Return an entry of a bundle with its id in both places."""
    found = id_of(kind, key)
    return {"fullUrl": f"urn:uuid:{found}", "resource": {**resource, "id": found}}


def ours(system: str, code: str) -> Resource:
    """Return a code of our own."""
    return {"system": f"{SYSTEM}{system}", "code": code}


def concept(system: str, code: str, text: str) -> Resource:
    """Return a concept with a code of our own and words."""
    return {"coding": [ours(system, code)], "text": text}


def place_concept(area: Area, side: Side | None) -> Resource:
    """Return a place on the body: its area, its side, and both in words."""
    coding = [ours("area", area.value)]
    if side is not None:
        coding.append({**ours("side", side.value), "display": side_word(side)})
    return {"coding": coding, "text": place_words(area, side)}
