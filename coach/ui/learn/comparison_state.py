"""What the table of spasm and cramp shows: features side by side, each with its sources, and no verdict. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from coach.content.comparison import Comparison, Feature, Sourced
from coach.content.library import Library
from coach.content.safety_texts import Source
from coach.i18n import _
from coach.ui.sources import SourceLine, source_lines

#: Between names on one line; a line never begins with the dot.
_BETWEEN = "\N{NO-BREAK SPACE}· "


@dataclass(frozen=True, slots=True)
class Said:
    """Sentences under a title; '' where they need none."""

    title: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CellView:
    """What is said of one of the two; `by` says who says it."""

    heading: str
    column: str
    said: tuple[Said, ...]
    by: str

    def spoken(self, sentence: str, title: str = "") -> str:
        """Return one sentence with everything a screen reader needs to place it."""
        place = _("{heading}, {column}").format(heading=self.heading, column=self.column)
        return ": ".join(part for part in (place, title, sentence) if part)

    @property
    def whole(self) -> str:
        """Return the cell in one text, its column first."""
        words = " ".join(part for said in self.said for part in (said.title, *said.sentences) if part)
        return f"{self.column}: {words}"


@dataclass(frozen=True, slots=True)
class FeatureView:
    """One row of the table."""

    id: str
    heading: str
    cells: tuple[CellView, CellView]

    @property
    def spoken(self) -> str:
        """Return both cells in one text, for a screen reader that comes to the row."""
        return " ".join(cell.whole for cell in self.cells)


@dataclass(frozen=True, slots=True)
class ComparisonState:
    """The page. `columns` are names with what they mean, `overlaps` sentences with who says them.

    `sources` say in which rows they are used.
    """

    title: str
    about: str
    columns: tuple[tuple[str, str], tuple[str, str]]
    rows: tuple[FeatureView, ...]
    overlaps: tuple[tuple[str, str], ...]
    sureness: str
    verdict: str
    any_one_rule: str
    sources: tuple[SourceLine, ...]


def build_comparison(library: Library) -> ComparisonState:
    """Put the comparison into words; the same for everyone, whatever is in their journal."""
    table = library.comparison
    names = (_(table.spasm.name), _(table.cramp.name))
    return ComparisonState(
        title=_(table.title),
        about=_(table.about),
        columns=((names[0], _(table.spasm.words)), (names[1], _(table.cramp.words))),
        rows=(*(_row(feature, names, library.sources) for feature in table.rows), _help_row(table, names, library)),
        overlaps=tuple((_(one.text), said_by(one.sources, library.sources)) for one in table.overlaps),
        sureness=_(table.sureness),
        verdict=_(table.verdict),
        any_one_rule=_(library.warning_signs.any_one_rule),
        sources=_used(table, library),
    )


def _row(feature: Feature, names: tuple[str, str], sources: Mapping[str, Source]) -> FeatureView:
    heading = _(feature.heading)
    spasm, cramp = (
        CellView(heading, name, (Said("", (_(cell.text),)),), said_by(cell.sources, sources))
        for name, cell in zip(names, (feature.spasm, feature.cramp), strict=True)
    )
    return FeatureView(feature.id, heading, (spasm, cramp))


def _help_row(table: Comparison, names: tuple[str, str], library: Library) -> FeatureView:
    heading = _(table.help.heading)
    spasm, cramp = (
        CellView(heading, name, _signs(ids, library), _("From the warning signs, with their sources"))
        for name, ids in zip(names, (table.help.spasm.ids, table.help.cramp.ids), strict=True)
    )
    return FeatureView("help", heading, (spasm, cramp))


def _signs(ids: Iterable[str], library: Library) -> tuple[Said, ...]:
    """Return the signs under what to do about them, the most pressing first."""
    wanted = set(ids)
    tiers = (
        Said(_(tier.title), tuple(_(sign.text) for sign in tier.signs if sign.id in wanted))
        for tier in library.warning_signs.tiers
    )
    return tuple(said for said in tiers if said.sentences)


def _sign_sources(ids: Iterable[str], library: Library) -> list[str]:
    wanted = set(ids)
    signs = (sign for tier in library.warning_signs.tiers for sign in tier.signs)
    return [source for sign in signs if sign.id in wanted for source in sign.sources]


def said_by(ids: Iterable[str], sources: Mapping[str, Source]) -> str:
    """Name who says it, the best sources first, each once and in a few words."""
    names = (line.publisher.split(",")[0].split(" (")[0] or line.title for line in source_lines(ids, sources))
    return _BETWEEN.join(dict.fromkeys(names))


def _used(table: Comparison, library: Library) -> tuple[SourceLine, ...]:
    """Return every source once, with the rows that rest on it."""
    uses: dict[str, list[str]] = {}

    def note(heading: str, cells: Iterable[Sourced]) -> None:
        for cell in cells:
            for key in cell.sources:
                uses.setdefault(key, []).append(heading)

    for feature in table.rows:
        note(_(feature.heading), (feature.spasm, feature.cramp))
    for key in _sign_sources((*table.help.spasm.ids, *table.help.cramp.ids), library):
        uses.setdefault(key, []).append(_(table.help.heading))
    note(_("Where they overlap"), table.overlaps)
    lines = source_lines(uses, library.sources)
    return tuple(replace(line, says=_BETWEEN.join(dict.fromkeys(uses[line.id]))) for line in lines)
