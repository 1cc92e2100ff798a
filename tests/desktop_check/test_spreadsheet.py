"""Our CSV files in a real spreadsheet: LibreOffice Calc opens them, and no note becomes a formula."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import msgspec
import pytest

from coach.exchange.tables import entries_csv
from coach.exchange.taken import Taken
from tests.exchange.test_cells import NOTES
from tests.seeded_year import seeded_year

pytestmark = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice Calc is not installed")

#: Separators as countries have them: comma, semicolon, tab; texts in double quotes, UTF-8, from the first line on.
_SEPARATORS = {"comma": 44, "semicolon": 59, "tab": 9}
_LONGEST_S = 240


def _opened(file: Path, separator: int) -> str:
    """Open a file as somebody who double-clicks it does, and return the sheet as Calc has it, as XML."""
    folder = file.parent
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", f"--infilter=CSV:{separator},34,76,1", "--convert-to", "fods"]
    environ = {**os.environ, "HOME": str(folder)}
    subprocess.run(
        [*command, "--outdir", str(folder), str(file)], env=environ, check=True, timeout=_LONGEST_S, capture_output=True
    )
    return file.with_suffix(".fods").read_text("utf-8")


def _formulas(sheet: str) -> list[str]:
    return re.findall(r'table:formula="[^"]*"', sheet)


@pytest.fixture
def noted(tmp_path: Path) -> Path:
    """A year of entries of which thirty carry notes that a spreadsheet would like to run."""
    entries = seeded_year().entries
    risky = [msgspec.structs.replace(entry, note=note) for entry, note in zip(entries, NOTES, strict=False)]
    file = tmp_path / "entries.csv"
    file.write_text(entries_csv(Taken(entries=(*risky, *entries[len(risky) :]))), "utf-8", newline="")
    return file


@pytest.mark.parametrize("separator", _SEPARATORS.values(), ids=_SEPARATORS)
def test_notes_stay_text(noted: Path, separator: int) -> None:
    """Whatever the country's separator: not one cell is a formula."""
    sheet = _opened(noted, separator)
    assert _formulas(sheet) == []
    assert "=HYPERLINK(" in sheet


def test_numbers_are_numbers(noted: Path) -> None:
    """Every tightness can be added up, and there is a row for each entry."""
    sheet = _opened(noted, _SEPARATORS["comma"])
    number = 'office:value-type="float"'
    assert sheet.count(number) >= len(seeded_year().entries)
    assert sheet.count("<table:table-row") >= len(NOTES)


def test_calc_does_run_what_is_not_guarded(tmp_path: Path) -> None:
    """The same signs without our care are formulas: the tests above mean something."""
    file = tmp_path / "raw.csv"
    file.write_text('3,=1+1,"=2+2"\r\n', "utf-8", newline="")
    assert len(_formulas(_opened(file, _SEPARATORS["comma"]))) == 2
