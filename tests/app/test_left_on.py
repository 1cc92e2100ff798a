"""Heat was on when the program stopped: nothing else begins until it is off, whatever is started (RELIABILITY row 28)."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from coach.app.hand_clock import HandClock
from coach.app.journals import OwnedJournal
from coach.app.shelf import library
from coach.app.sittings import Circumstances, fresh
from coach.session.events import Outcome
from coach.session.resting import Rest
from coach.session.state import Need
from coach.store.open import open_reader
from coach.ui.main_window import STAGE
from tests.app.driving import MORNING, Driven, driven
from tests.app.packs_hands import MINUTE_MS, Desktop, packs_of, pass_min, wear, wear_through

#: The offscreen platform has no other windows to come in front of.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)


def _contrast_on(hands: Driven) -> None:
    """Contrast packs begin, the first one on."""
    hands.open(routine="contrast-packs")
    stage = hands.shell.sessions.stage
    assert stage is not None
    stage.intend("go_on")
    stage.intend("confirm_pack", True)
    stage.intend("pack_is_on")


@pytest.mark.parametrize("started", ["morning-ease", "contrast-packs", "alternating-packs"])
def test_it_comes_off_before_anything_else(qapp: QApplication, tmp_path: Path, started: str) -> None:
    """The window shows since when it was on; only after it is off does the next session begin, and heat stays locked."""
    folder = tmp_path / "data"
    with driven(qapp, folder, outside=Desktop().outside) as hands:
        _contrast_on(hands)
        hands.pass_s(60)
        passed_ms = hands.clock.now().awake_ns // 1_000_000
    with driven(qapp, folder, outside=Desktop().outside) as hands:
        hands.clock.pass_ms(passed_ms + 20 * MINUTE_MS)
        hands.open()
        hands.shell.sessions.start(started)
        hands.settle()
        assert hands.window.key == STAGE
        assert hands.now().need is Need.PACK_OFF
        assert packs_of(hands).run is None
        hands.press(hands.stage, "The pack is off")
        stage = hands.shell.sessions.stage
        assert stage is not None
        stage.intend("end")
        hands.settle()
    with open_reader(folder) as journal:
        (worn,) = journal.exposures(0)
        assert journal.unfinished() == []
        assert Outcome.DONE not in {step.outcome for step in journal.sessions()[0].steps if step.kind == "heat"}
    assert not worn.certain
    with driven(qapp, folder, outside=Desktop().outside) as hands:
        hands.clock.pass_ms(passed_ms + 25 * MINUTE_MS)
        hands.open()
        hands.shell.sessions.start("alternating-packs")
        run = packs_of(hands).run
        assert run is not None
        assert "Leave 2 hours" in run.point.held
        hands.press(hands.window, "End it")


def test_resuming_another_session_waits_until_it_is_off(qapp: QApplication, tmp_path: Path) -> None:
    """Two sessions broke off; the newer one is chosen, the one with the pack on is shown."""
    folder = tmp_path / "data"
    with driven(qapp, folder, outside=Desktop().outside) as hands:
        _contrast_on(hands)
        hands.settle()
    store = OwnedJournal(folder, HandClock(MORNING))
    shelf = library()
    given = Circumstances(library=shelf, clock=HandClock(MORNING + timedelta(minutes=5)), exposures=())
    newer = fresh(shelf.routines["morning-ease"], given)
    newer.engine.start()
    store.append(newer.recorder.started(), newer.recorder.resume_note(newer.engine.checkpoint()))
    store.close()
    with driven(qapp, folder, outside=Desktop().outside) as hands:
        hands.clock.pass_ms(10 * MINUTE_MS)
        hands.open()
        hands.shell.sessions.resume(newer.session)
        hands.settle()
        assert hands.now().need is Need.PACK_OFF
        hands.press(hands.stage, "The pack is off")


def test_packs_that_cannot_be_read_any_more(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another version cannot go on with them: the window says that a pack was on, and the pack counts."""
    folder = tmp_path / "data"
    with driven(qapp, folder, outside=Desktop().outside) as hands:
        hands.open(routine="alternating-packs")
        wear(hands)
        pass_min(hands, 2)
    monkeypatch.setattr("coach.app.packs_desk.run_again", lambda *_given: None)
    with driven(qapp, folder, outside=Desktop().outside) as hands:
        hands.clock.pass_ms(30 * MINUTE_MS)
        hands.open()
        assert "Take it off now and look at the skin." in hands.window.messages.text()
        assert packs_of(hands).run is None
    with open_reader(folder) as journal:
        (worn,) = journal.exposures(0)
        assert journal.unfinished() == []
    assert not worn.certain
    assert worn.worn_ms >= 2 * MINUTE_MS


def test_after_nine_hours_asleep_one_message(qapp: QApplication, tmp_path: Path) -> None:
    """Row 32, as far as there are reminders: what is due is said once, and nothing of what was missed."""
    desktop = Desktop()
    with driven(qapp, tmp_path / "data", outside=desktop.outside) as hands:
        hands.open(routine="alternating-packs")
        wear_through(hands)
        hands.window.hide()
        hands.settle()
        before = len(desktop.notifier.notices)
        hands.clock.pass_ms(9 * 60 * MINUTE_MS)  # nobody looked meanwhile: cold, heat and cold could have been due
        for _look in range(8):
            packs_of(hands).look()
        assert len(desktop.notifier.notices) == before + 1
        run = packs_of(hands).run
        assert run is not None
        assert (run.point.rest, run.point.turn) == (Rest.DUE, 1)
        packs_of(hands).end()
