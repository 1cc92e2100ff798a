"""A routine of one's own that was saved from packs that alternate runs in the background, whole, like the one it came from."""

from __future__ import annotations

from pathlib import Path

import msgspec
from PySide6.QtWidgets import QApplication

from coach.app.shelf import library
from coach.cli import main
from coach.content.library import RoutineFile
from coach.content.own_routines import changed_name, keep
from coach.content.vocabulary import Mode
from coach.plan.rounds import rounds_of
from coach.session.events import Outcome, Status
from coach.session.resting import Rest
from coach.store.open import open_reader
from coach.ui.main_window import PACKS
from tests.app.driving import driven
from tests.app.packs_hands import MINUTE_MS, Desktop, packs_of, pass_min, wear_through


def saved(folder: Path) -> RoutineFile:
    """Save it as the presenter does, under another name."""
    shelf = library()
    routine = shelf.routines["alternating-packs"].routine
    return keep(folder, msgspec.structs.replace(routine, name=changed_name(routine.name, shelf)), shelf)


def test_it_reads_back_as_packs_that_alternate(tmp_path: Path) -> None:
    """The same packs, the same times without one."""
    shelf, found = library(), saved(tmp_path)
    routine = shelf.routines["alternating-packs"].routine
    assert rounds_of(found.routine, shelf.thermal) == rounds_of(routine, shelf.thermal)
    assert main(("check", str(tmp_path / "routines" / f"{found.routine.id}.toml"))) == 0


def test_heat_off_cold_and_a_restart_between(qapp: QApplication, tmp_path: Path) -> None:
    """From its start over a restart to its end: its own name everywhere, one session in the journal."""
    folder, desktop = tmp_path / "data", Desktop()
    key = saved(folder).routine.id
    with driven(qapp, folder, outside=Desktop().outside) as hands:
        hands.open(routine=key)
        assert hands.window.key == PACKS
        wear_through(hands)
        words = hands.window.running.text()
        assert words == "Alternating packs, changed: the cold pack is next, at 10:15 (in 2 hours)."
        passed_ms = hands.clock.now().awake_ns // 1_000_000
    with driven(qapp, folder, outside=desktop.outside) as hands:
        hands.clock.pass_ms(passed_ms + 60 * MINUTE_MS)
        hands.open()
        assert hands.window.running.text().endswith("at 10:15 (in 1 hour).")
        pass_min(hands, 61)
        run = packs_of(hands).run
        assert run is not None
        assert run.point.rest is Rest.DUE
        hands.press(hands.window, "Begin")
        wear_through(hands)
        hands.press(hands.window, "End it")
        assert packs_of(hands).run is None
    with open_reader(folder) as journal:
        (record,) = journal.sessions()
        exposures = journal.exposures(0)
        assert journal.unfinished() == []
    assert (record.name, record.status) == ("Alternating packs, changed", Status.DONE)
    assert [step.outcome for step in record.steps] == [Outcome.DONE, Outcome.DONE]
    assert [one.mode for one in exposures] == [Mode.HEAT, Mode.COLD]


def test_its_file_may_go_while_it_runs(qapp: QApplication, tmp_path: Path) -> None:
    """What runs is what was started: after a restart without the file it goes on from the journal."""
    folder = tmp_path / "data"
    key = saved(folder).routine.id
    with driven(qapp, folder, outside=Desktop().outside) as hands:
        hands.open(routine=key)
        wear_through(hands)
        passed_ms = hands.clock.now().awake_ns // 1_000_000
    (folder / "routines" / f"{key}.toml").unlink()
    with driven(qapp, folder, outside=Desktop().outside) as hands:
        hands.clock.pass_ms(passed_ms)
        hands.open()
        assert "the cold pack is next" in hands.window.running.text()
        hands.press(hands.window, "End it")


def test_it_shares_the_gap_with_the_one_it_came_from(qapp: QApplication, tmp_path: Path) -> None:
    """Heat of the one keeps heat of the other off the same place for its two hours."""
    folder = tmp_path / "data"
    key = saved(folder).routine.id
    with driven(qapp, folder, outside=Desktop().outside) as hands:
        hands.open(routine="alternating-packs")
        wear_through(hands)
        hands.press(hands.window, "End it")
        hands.shell.sessions.start(key)
        run = packs_of(hands).run
        assert run is not None
        assert run.point.rest is Rest.OFF
        assert "Leave 2 hours" in run.point.held
        hands.press(hands.window, "End it")
