"""`limber report`: files without a display."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from coach import cli
from coach.store.open import open_journal
from tests.fakes import FakeClock
from tests.seeded_year import first_week


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with the seeded person's first week."""
    store = open_journal(tmp_path / "data", app_version="0.1", clock=FakeClock())
    store.append(first_week().drafts())
    store.close()
    return tmp_path / "data"


def report(folder: Path, *arguments: object) -> int:
    """Run the command."""
    return cli.main(["--data-dir", str(folder), "report", *map(str, arguments)])


def test_it_writes_a_page(qapp: QApplication, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A PDF of that week, whose path is printed."""
    out = tmp_path / "r.pdf"
    assert report(folder, "--out", out, "--from", "2025-11-21", "--to", "2025-11-27", "--paper", "letter") == 0
    assert capsys.readouterr().out.strip() == str(out)
    assert out.read_bytes().startswith(b"%PDF-1.6")
    assert b"/MediaBox [0 0 612 792]" in out.read_bytes().replace(b".000000", b"")


def test_it_writes_a_note(qapp: QApplication, folder: Path, tmp_path: Path) -> None:
    """Plain text with the numbers of that week."""
    out = tmp_path / "r.txt"
    assert report(folder, "--out", out, "--from", "2025-11-21", "--to", "2025-11-27") == 0
    assert "Left buttock: mean" in out.read_text(encoding="utf-8")


def test_a_folder_that_is_not_there_is_one_sentence(
    qapp: QApplication, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is written."""
    assert report(folder, "--out", tmp_path / "no" / "r.pdf") == 1
    assert "could not be written" in capsys.readouterr().err
