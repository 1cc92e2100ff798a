"""A terminal speaks to the running program about breaks: through the real line, with its real answers and exit codes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from coach.app.break_commands import seen
from coach.app.care import seen_from
from coach.app.journals import desk
from coach.cli import main
from coach.clock import SystemClock
from coach.content.vocabulary import BreakOutcome
from coach.desktop.ownership import ask_owner
from coach.errors import DataError
from coach.ports.probe import Finding
from coach.reminders.view import State
from coach.settings.breaks import Breaks
from tests.app.breaks_hands import MOVES, Office, office

Limber = Callable[..., tuple[int, str, str]]


@pytest.fixture
def at(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    """An office where only the movement break is on."""
    with office(qapp, tmp_path / "data", monkeypatch) as made:
        yield made


@pytest.fixture
def limber(
    qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Limber:
    """Run a command as another process would: in a thread, while the windows go on."""
    monkeypatch.setenv("LIMBER_DATA_DIR", str(tmp_path / "data"))

    def run(*words: str) -> tuple[int, str, str]:
        with ThreadPoolExecutor(1) as terminal:
            code = terminal.submit(lambda: main(words))
            while not code.done():
                qapp.processEvents()
        told = capsys.readouterr()
        return code.result(), told.out.strip(), told.err.strip()

    return run


def test_a_break_from_beginning_to_end(at: Office, limber: Limber) -> None:
    """Opened, not opened twice, ended; it was asked for."""
    assert limber("break", "now", "--shorter") == (0, "The break is open.", "")
    assert at.run.opened[0][2] == 60_000
    assert limber("break", "now") == (1, "", "A break is open already.")
    assert limber("break", "skip") == (0, "The break ends here.", "")
    assert [(one.outcome, one.given) for one in at.kept()] == [(BreakOutcome.PARTLY, True)]


def test_put_off_and_skipped(at: Office, limber: Limber) -> None:
    """What is on the card can be put off twice; what is due can be skipped, and what is not, not."""
    code, _out, err = limber("break", "snooze")
    assert (code, err.split(". ")[0]) == (1, "No break is asked for just now, so there is none to put off")
    assert limber("break", "skip")[2].startswith("No break is due, so there is none to skip. Next: a movement break")
    at.sit(60)
    code, out, _err = limber("break", "snooze")
    assert (code, out.startswith("Put off until "), at.asks()) == (0, True, None)
    at.sit(6)
    limber("break", "snooze")
    at.sit(6)
    assert limber("break", "snooze")[0:2] == (1, "")
    code, out, _err = limber("break", "skip")
    assert (code, out.split(". ")[0]) == (0, "Skipped")
    assert [one.outcome for one in at.kept()] == [BreakOutcome.SKIPPED]


def test_strict_is_not_skipped(at: Office, limber: Limber) -> None:
    """It says how it is left."""
    at.use(replace(MOVES, mode="strict"))
    at.sit(60)
    code, _out, err = limber("break", "skip")
    assert (code, "Holding Esc" in err) == (1, True)
    assert at.breaks.view().state is State.CARD


def test_paused_and_in_a_meeting(at: Office, limber: Limber) -> None:
    """Each answer says first that it was heard, then how it stands."""
    assert limber("break", "pause", "30m") == (0, "Paused until 08:30.", "")
    assert limber("break", "pause", "until-tomorrow")[1].endswith(":00 tomorrow.")
    assert limber("break", "resume")[1].startswith("The pause is over. ")
    code, _out, err = limber("break", "resume")
    assert (code, err.startswith("Breaks are not paused.")) == (1, True)
    code, out, _err = limber("break", "busy", "9:30")
    assert (code, out.startswith("In a meeting until "), out.count(".")) == (0, True, 1)
    assert limber("break", "resume")[1].startswith("The meeting is over. ")
    limber("break", "pause", "30m")
    out = limber("break", "busy", "9:30")[1]
    assert out.startswith("In a meeting until ")
    assert out.endswith(". Paused until 08:30.")
    assert limber("break", "resume")[1].startswith("The pause and the meeting are over. ")
    assert limber("break", "busy", "half past")[0] == 2


def test_said_during_a_break(at: Office, limber: Limber) -> None:
    """The word is confirmed before the break that is open is spoken of."""
    limber("break", "now")
    goes_on = "The break that is open goes on."
    assert limber("break", "pause", "30m")[1] == f"Paused until 08:30. {goes_on}"
    out = limber("break", "busy", "9:30")[1]
    assert out.startswith("In a meeting until ")
    assert out.endswith(goes_on)
    assert limber("break", "resume")[1] == f"The pause and the meeting are over. {goes_on}"
    limber("break", "skip")


def test_switched_off_only_a_break_now_counts(at: Office, limber: Limber) -> None:
    """A pause of what is off would be believed to do something."""
    at.use(replace(MOVES, on=False))
    for words in (("pause", "30m"), ("busy", "9:30")):
        assert limber("break", *words) == (
            1,
            "",
            "Break reminders are off. Switch them on on the Breaks page.",
        )
    assert limber("status")[1].startswith("Break reminders are off.")
    assert limber("break", "now")[0] == 0
    at.run.end(60_000, whole=True)


def test_none_is_opened_in_a_session(at: Office, limber: Limber) -> None:
    """The terminal is told why."""
    at.hands.shell.sessions.start("morning-ease")
    at.hands.settle()
    assert limber("break", "now") == (1, "", "An exercise session is running; it counts as a break.")


def test_the_status(at: Office, limber: Limber) -> None:
    """As JSON one line with fixed keys, else sentences."""
    at.sit(20)
    code, out, _err = limber("status", "--json")
    found = json.loads(out)
    assert code == 0
    assert (found["state"], found["seated_minutes_today"], found["due"]) == ("counting", 20, False)
    assert found["next"] == {"key": "move", "kind": "move", "in_minutes": 40, "length_seconds": 150}
    assert found["reason"] == "Next: a movement break, after 40 min more of sitting."
    assert limber("status") == (0, f"{found['reason']}\nSat today: 20 min.", "")


def test_what_is_not_understood_is_refused(at: Office, qapp: QApplication) -> None:
    """Another version may know other words."""
    folder = at.hands.shell.folder
    for request in ({"do": "break", "say": "dance"}, {"do": "break"}, {"do": "break", "say": "busy", "until": "x"}):
        with ThreadPoolExecutor(1) as other:
            asked = other.submit(ask_owner, folder, request)
            while not asked.done():
                qapp.processEvents()
            with pytest.raises(DataError, match="did not understand this"):
                asked.result()


def test_without_a_running_program(limber: Limber, tmp_path: Path) -> None:
    """One sentence and an exit code of its own; nothing is made, and nothing waited for."""
    for words in (("status", "--json"), ("break", "now"), ("break", "pause", "1h")):
        code, out, err = limber(*words)
        assert (code, out) == (3, "")
        assert err.startswith("Limber is not running with this data")
    assert not (tmp_path / "data").exists()


def test_a_session_in_a_terminal_looks_after_no_breaks(limber: Limber, tmp_path: Path) -> None:
    """It owns the folder, and says so."""
    with desk(tmp_path / "data", SystemClock()):
        code, _out, err = limber("break", "now")
    assert code == 1
    assert err.startswith("A session is running in a terminal")


def test_the_doctor_tells_what_the_open_program_sees(at: Office, qapp: QApplication, tmp_path: Path) -> None:
    """How the window sees the desk, though the terminal sees nothing; with breaks off nobody looks; closed, none runs."""
    folder = tmp_path / "data"

    def found() -> list[Finding] | None:
        with ThreadPoolExecutor(1) as terminal:
            told = terminal.submit(lambda: seen(folder))
            while not told.done():
                qapp.processEvents()
        return told.result()

    while_on = found()
    assert while_on is not None
    assert while_on[0] == Finding("idle time", True, "the test tells")
    assert seen_from(while_on).sentence == "this terminal; from “idle time” on, the Limber that is open"
    at.use(Breaks())
    assert found() == []
    assert seen_from([]).sentence == "this terminal only; what the open Limber sees is on its Breaks page"
    assert seen(tmp_path / "none") is None
    assert seen_from(None).sentence == "this terminal; in a window of your desktop more may work"
