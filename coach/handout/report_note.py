"""The first page of a report as plain text, to be pasted into a clinical record."""

from __future__ import annotations

from collections.abc import Iterator

from coach.handout.report import PlaceRow, Report, Section
from coach.i18n import _, ngettext


def note_of(report: Report) -> str:
    """Return the note: short lines, no tables, the same facts as the first page."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    yield f"{report.title}: {report.period}"
    yield report.told
    yield ""
    yield _("How tight it felt")
    if not report.places:
        yield f"- {report.remark}"
    for row in report.places:
        yield f"- {_place(row)}"
    if report.sure:
        yield report.sure
    yield from _section(report.done)
    for cells in report.what.rows:
        yield f"- {_exercise(cells)}"
    for section in report.sections:
        yield from _section(section)
    yield from _section(report.notes)
    yield ""
    yield report.foot


def _place(row: PlaceRow) -> str:
    name, entries, mean, lowest_highest, ends, change = row.cells
    words = [_("mean {mean}, range {range}, n = {n}").format(mean=mean, range=lowest_highest, n=entries)]
    if ends != "–":
        words.append(_("first → last week {ends}").format(ends=ends))
    if change != "–":
        words.append(_("median change in a session {change}").format(change=change))
    return _("{place}: {words}").format(place=name, words="; ".join(words))


def _exercise(cells: tuple[str, ...]) -> str:
    name, sides, sessions, time = cells
    named = name if sides in {"", "–"} else _("{exercise}, {sides}").format(exercise=name, sides=sides)
    parts = [ngettext("{n} session", "{n} sessions", int(sessions)).format(n=sessions)] if sessions else []
    parts += [time] if time not in {"", "–"} else []
    return _("{place}: {words}").format(place=named, words=", ".join(parts)) if parts else named


def _section(section: Section) -> Iterator[str]:
    if section.lines:
        yield ""
        yield section.title
        yield from (f"- {line}" for line in section.lines)
