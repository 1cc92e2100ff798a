"""Export and import from the window, and taking an import back."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from coach.app.shelf import library
from coach.app.taking import export, import_file
from coach.clock import SystemClock
from coach.exchange.cells import read_table
from coach.exchange.export import Form
from coach.exchange.lines import Days
from coach.journal.entries import answer_draft, tombstone_draft
from coach.safety.suitability import SCREENING, screening_value
from coach.store.open import open_journal, open_reader
from coach.ui.main_window import STAGE
from coach.ui.preferences.page import SettingsPage
from tests.app.driving import Driven, driven
from tests.exchange.journals import fill
from tests.fakes import FakeClock
from tests.journal.samples import entry


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    """A journal file from another computer: three entries, a session, a marker."""
    clock = FakeClock()
    store = open_journal(tmp_path / "other", app_version="0.1", clock=clock)
    fill(store, clock)
    store.close()
    export(tmp_path / "other", Form.JSONL, tmp_path / "other.jsonl", Days(), clock, force=False)
    return tmp_path / "other.jsonl"


def page_of(hands: Driven) -> SettingsPage:
    """The Settings page, shown."""
    hands.window.show_page("settings")
    hands.settle()
    page = hands.window.page("settings")
    assert isinstance(page, SettingsPage)
    return page


def until_idle(hands: Driven, qtbot: QtBot) -> str:
    """Wait until nothing is being done; return what is said."""
    qtbot.waitUntil(lambda: not hands.shell.exchange().doing, timeout=20_000)
    hands.settle()
    return hands.window.messages.text()


def choosing(monkeypatch: pytest.MonkeyPatch, name: str, path: Path | str) -> None:
    """Let a dialog of the system be answered with this path."""
    answer: Callable[..., Any] = lambda *_args: str(path) if name == "getExistingDirectory" else (str(path), "")  # noqa: E731
    monkeypatch.setattr(QFileDialog, name, answer)


def count(folder: Path) -> int:
    """How many entries a journal shows."""
    with open_reader(folder) as journal:
        assert journal.damaged() == []
        return len(journal.entries())


def test_an_import_is_told_and_can_be_taken_back(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, lines: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What came in is shown; Undo takes it out again and keeps what was written since."""
    folder = tmp_path / "data"
    choosing(monkeypatch, "getOpenFileName", lines)
    with driven(qapp, folder) as hands:
        hands.open()
        hands.shell.journal.save([entry(FakeClock(), 1)])
        page = page_of(hands)
        page.taking.import_button.click()
        assert not page.taking.import_button.isEnabled()
        assert page.taking.told.text() == "The journal is being imported."
        said = until_idle(hands, qtbot)
        assert said.startswith("Imported: 15 events are new.")
        assert page.taking.import_button.isEnabled()
        assert hands.shell.context is not None
        assert len(hands.shell.context.memory.entries) == 4
        hands.shell.journal.save([entry(FakeClock(), 9)])
        hands.settle()
        assert hands.window.messages.text() == said
        hands.press(hands.window.messages, "Undo")
        said = until_idle(hands, qtbot)
        assert said == "The journal is as it was before the import, with what you wrote since."
        assert sorted(found.tightness for found in hands.shell.context.memory.entries) == [1, 9]
        hands.shell.journal.save([entry(FakeClock(), 5)])
        hands.settle()
    assert count(folder) == 3
    assert len(list(folder.glob("set-aside-*"))) == 1


def test_the_second_import_is_nothing_new(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, lines: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says so, and offers nothing to take back."""
    choosing(monkeypatch, "getOpenFileName", lines)
    with driven(qapp, tmp_path / "data") as hands:
        hands.open()
        page = page_of(hands)
        page.taking.import_button.click()
        until_idle(hands, qtbot)
        page.taking.import_button.click()
        assert until_idle(hands, qtbot) == "Nothing new: all 15 events of the file are here already."
        assert not hands.window.messages._action.isVisible()


def test_a_wrong_file_is_one_sentence(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, lines: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first line that is wrong, and what to do; nothing came in."""
    content = lines.read_bytes().replace(b"Europe/Berlin", b"Europe/Vienna")
    lines.write_bytes(content)
    choosing(monkeypatch, "getOpenFileName", lines)
    with driven(qapp, tmp_path / "data") as hands:
        hands.open()
        page_of(hands).taking.import_button.click()
        said = until_idle(hands, qtbot)
        assert "line 2: the event is damaged" in said
        assert said.endswith("and import that file.")
        assert said.count("\n") == 0
    assert count(tmp_path / "data") == 0


@pytest.mark.parametrize(
    ("kind", "name"), [("entries", "mine.csv"), ("lines", "mine.jsonl"), ("fhir", "mine.json"), ("tables", "")]
)
def test_each_form_is_written(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, name: str
) -> None:
    """By its chip; the ending is added where it was left out; a folder gets a name that is free."""
    place = tmp_path / "out"
    place.mkdir()
    choosing(monkeypatch, "getExistingDirectory", place)
    choosing(monkeypatch, "getSaveFileName", place / Path(name).stem)
    with driven(qapp, tmp_path / "data") as hands:
        hands.open()
        hands.shell.journal.save([entry(FakeClock(), 7)])
        page = page_of(hands)
        page.taking.export_button.click()
        sheet = page.taking.sheet
        assert sheet is not None
        sheet.form.button(kind).click()
        sheet.save.click()
        said = until_idle(hands, qtbot)
    day = hands.clock.stamp().local_day
    path = place / (name or f"journal-{day}")
    assert said.startswith(f"{path}: ")
    assert path.exists()
    if kind == "tables":
        assert (path / "README.txt").exists()


def test_only_the_last_weeks(qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted from today, today included."""
    choosing(monkeypatch, "getSaveFileName", tmp_path / "mine.csv")
    with driven(qapp, tmp_path / "data") as hands:
        hands.open()
        for days in (0, 27, 28):
            clock = FakeClock()
            clock.step_wall(-days * 86_400.0)
            hands.shell.journal.save([entry(clock, days % 11)])
        page = page_of(hands)
        page.taking.export_button.click()
        assert page.taking.sheet is not None
        page.taking.sheet.span.button(28).click()
        page.taking.sheet.save.click()
        until_idle(hands, qtbot)
    assert [row["tightness"] for row in read_table((tmp_path / "mine.csv").read_text())] == ["5", "0"]


def test_what_cannot_be_written_is_said(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that is gone; the page can be used again."""
    choosing(monkeypatch, "getSaveFileName", tmp_path / "gone" / "mine.csv")
    with driven(qapp, tmp_path / "data") as hands:
        hands.open()
        page = page_of(hands)
        page.taking.export_button.click()
        assert page.taking.sheet is not None
        page.taking.sheet.save.click()
        assert "could not be written to" in until_idle(hands, qtbot)
        assert page.taking.export_button.isEnabled()
        assert page.taking.sheet is None


def test_no_undo_in_the_middle_of_a_session(qapp: QApplication, qtbot: QtBot, tmp_path: Path, lines: Path) -> None:
    """It says what to do instead; the journal stays."""
    with driven(qapp, tmp_path / "data") as hands:
        hands.open()
        hands.shell.exchange().import_file(lines)
        until_idle(hands, qtbot)
        act = hands.window.messages._act
        assert act is not None
        now = hands.clock.stamp()
        hands.shell.journal.save([answer_draft(SCREENING, screening_value({}, library().screening, now), now)])
        hands.settle()
        hands.shell.sessions.start("gentle-start")
        hands.settle()
        assert hands.window.key == STAGE
        act()
        assert "A session is running" in hands.window.messages.text()
    assert count(tmp_path / "data") == 3


def test_a_command_imports_through_the_window(qapp: QApplication, qtbot: QtBot, tmp_path: Path, lines: Path) -> None:
    """The window shows at once what came in; the command says how much it was."""
    folder = tmp_path / "data"
    with driven(qapp, folder) as hands:
        hands.open()
        told: list[str] = []
        command = threading.Thread(target=lambda: told.append(import_file(folder, lines, SystemClock())))
        command.start()
        qtbot.waitUntil(lambda: bool(told), timeout=20_000)
        command.join()
        assert told[0].startswith("Imported: 15 events are new.")
        hands.settle()
        assert hands.shell.context is not None
        assert len(hands.shell.context.memory.entries) == 3


def test_taking_back_keeps_a_deletion_made_since(qapp: QApplication, qtbot: QtBot, tmp_path: Path, lines: Path) -> None:
    """What was deleted after the import is still deleted."""
    folder = tmp_path / "data"
    with driven(qapp, folder) as hands:
        hands.open()
        mine = entry(FakeClock(), 1)
        hands.shell.journal.save([mine])
        hands.shell.exchange().import_file(lines)
        until_idle(hands, qtbot)
        hands.shell.journal.save([tombstone_draft(mine.id, FakeClock().stamp())])
        hands.settle()
        hands.press(hands.window.messages, "Undo")
        until_idle(hands, qtbot)
    assert count(folder) == 0
