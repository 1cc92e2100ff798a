"""`limber doctor`: one line for each thing the program leans on, good or not."""

from __future__ import annotations

from collections.abc import Iterable

from coach.i18n import _
from coach.ports.probe import Finding


def doctor_lines(findings: Iterable[Finding]) -> list[str]:
    """Write each finding as `name: ok` or `name: not here`, with its sentence."""
    rows = list(findings)
    width = max((len(row.name) for row in rows), default=0)
    good, bad = _("ok"), _("no")
    mark = max(len(good), len(bad))
    return [f"{row.name.ljust(width)}  {(good if row.ok else bad).ljust(mark)}  {row.sentence}" for row in rows]
