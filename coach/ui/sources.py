"""A source as a page shows it: who says so, how good it is, and where a link would lead. No Qt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from coach.content.safety_texts import Source
from coach.i18n import _

#: What a number or caution carries when no source was found and the choice is ours.
DESIGN = "design"


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One source in words. `address` and `host` are '' when there is nothing that may be opened."""

    id: str
    title: str
    publisher: str
    tier: str
    tier_words: str
    seen_words: str
    address: str
    host: str
    says: str = ""


def source_lines(ids: Iterable[str], sources: Mapping[str, Source]) -> tuple[SourceLine, ...]:
    """Return the sources by id, tier A first, otherwise in the order given; our own choices last."""
    unique = dict.fromkeys(ids)
    lines = [source_line(key, sources) for key in unique]
    return tuple(sorted(lines, key=lambda line: line.tier or "Z"))


def source_line(key: str, sources: Mapping[str, Source], says: str = "") -> SourceLine:
    """Return one source in words; an id that is not in the list is shown as the id."""
    if key == DESIGN:
        return SourceLine(
            key, _("Our own choice, on the careful side"), _("Limber"), "", _("no source found"), "", "", "", says
        )
    found = sources.get(key)
    if found is None:
        return SourceLine(key, key, "", "", "", "", "", "", says)
    host = link_host(found.address)
    return SourceLine(
        id=key,
        title=found.title,
        publisher=found.publisher,
        tier=found.tier,
        tier_words=tier_words(found.tier),
        seen_words=_seen_words(found.seen),
        address=found.address if host else "",
        host=host,
        says=says,
    )


def tier_words(tier: str) -> str:
    """Say what a tier letter stands for."""
    return {
        "A": _("official body or peer-reviewed"),
        "B": _("hospital, clinic or professional publisher"),
        "C": _("company or personal page"),
    }.get(tier, "")


def _seen_words(seen: str) -> str:
    return {
        "copy": _("read in a copy"),
        "retelling": _("told by someone else"),
    }.get(seen, "")


def link_host(address: str) -> str:
    """Return the host a web address leads to, '' for anything but plain http and https.

    An address with a user name in it is refused: `https://nhs.uk@elsewhere.example` leads elsewhere.
    """
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or "@" in parts.netloc or not host.isascii():
        return ""
    if any(not sign.isprintable() or sign.isspace() for sign in address):
        return ""
    return host


def cited(text: str, sources: Mapping[str, Source]) -> tuple[str, tuple[str, ...]]:
    """Return a text as a person reads it, and the ids of the sources it names.

    Ids in brackets go, as the sources are listed beside the text; an id inside a sentence becomes its publisher.
    """
    named = tuple(dict.fromkeys(key for key in _ID.findall(text) if key in sources))
    bare = _IN_BRACKETS.sub(lambda found: "" if _all_known(found[1], sources) else found[0], text)
    return _ID.sub(lambda found: _publisher(found[0], sources), bare), named


_ID = re.compile(r"\b[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*\b")
_IN_BRACKETS = re.compile(r"\s*\(([A-Z0-9-]+(?:, [A-Z0-9-]+)*)\)")


def _all_known(ids: str, sources: Mapping[str, Source]) -> bool:
    return all(key in sources for key in ids.split(", "))


def _publisher(key: str, sources: Mapping[str, Source]) -> str:
    found = sources.get(key)
    return found.publisher.split(",")[0].split(" (")[0] if found else key
