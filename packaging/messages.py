"""Collect every sentence for translators into assets/locale/limber.pot: `make messages`.

From the sources whatever stands in `_()`, `N_()`, `ngettext()` and `pgettext()`; from the content files whatever a
person reads. Needs Babel, which is a developer's tool: the program itself only reads finished catalogues.
"""

from __future__ import annotations

import datetime as dt
import sys
import tomllib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import write_po

ROOT = Path(__file__).resolve().parent.parent
POT = ROOT / "assets" / "locale" / "limber.pot"
KEYWORDS: dict[str, Any] = {"_": None, "N_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}

#: Keys of content files whose text is a name for the program, not for the person.
NOT_SHOWN = frozenset(
    {
        "address",
        "advance",
        "area",
        "areas",
        "category",
        "cautions",
        "contraindications",
        "default",
        "exercise",
        "exercises",
        "format",
        "group",
        "id",
        "ids",
        "kind",
        "mode",
        "modes",
        "numbers",
        "order",
        "packs",
        "per_side",
        "posture",
        "prefer",
        "qualities",
        "quality",
        "role",
        "routine",
        "side",
        "sides",
        "source",
        "sources",
        "spine_direction",
        "tag",
        "tags",
        "tier",
        "url",
        "version",
        "when",
    }
)
#: Files without a word for people: titles of other people's pages, which are quoted as they are, and shared poses.
NOT_TRANSLATED = frozenset({"sources.toml", "bases.toml"})


def shown_texts(value: object, key: str = "") -> Iterator[str]:
    """Every text of a content file that a person reads, in the order of the file."""
    if isinstance(value, dict):
        for name, child in value.items():
            # A table that gives the sources or the kind of its neighbours is skipped with all it holds.
            if name == "figure":  # of a picture only what each of its moments is called
                yield from (moment["name"] for moment in child["keys"])
            elif name not in NOT_SHOWN:
                yield from shown_texts(child, name)
    elif isinstance(value, list):
        for child in value:
            yield from shown_texts(child, key)
    elif isinstance(value, str) and value.strip():
        yield value


def add_sources(catalog: Catalog) -> None:
    """Add what the Python files say."""
    for path in sorted((ROOT / "coach").rglob("*.py")):
        found = extract_from_file("python", path, keywords=KEYWORDS, comment_tags=("Translators:",))
        for line, message, comments, context in found:
            place = [(path.relative_to(ROOT).as_posix(), line)]
            catalog.add(message, locations=place, auto_comments=comments, context=context)


def add_content(catalog: Catalog) -> None:
    """Add what the content files say, with the line where each text first stands."""
    for path in sorted((ROOT / "assets").rglob("*.toml")):
        if path.name in NOT_TRANSLATED:
            continue
        text = path.read_text(encoding="utf-8")
        lines = text.splitlines()
        for message in shown_texts(tomllib.loads(text)):
            line = next((n for n, one in enumerate(lines, 1) if f'"{message[:40]}' in one), 1)
            catalog.add(message, locations=[(path.relative_to(ROOT).as_posix(), line)])


def template() -> bytes:
    """The whole template, sorted by file; the same for the same sources, whenever it is made."""
    catalog = Catalog(
        project="Limber",
        copyright_holder="The Limber maintainers",
        charset="utf-8",
        creation_date=dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
        fuzzy=False,
    )
    add_sources(catalog)
    add_content(catalog)
    written = BytesIO()
    write_po(written, catalog, width=100, sort_by_file=True, omit_header=False)
    return written.getvalue()


def main(arguments: list[str]) -> int:
    """Write the template; with --check, only say whether it is up to date."""
    made = template()
    if "--check" in arguments:
        return 0 if POT.exists() and POT.read_bytes() == made else 1
    POT.parent.mkdir(parents=True, exist_ok=True)
    POT.write_bytes(made)
    print(f"{POT.relative_to(ROOT)}: {made.count(b'msgid ') - 1} messages")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
