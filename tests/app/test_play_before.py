"""A session in the terminal: asked before the first, refused beside a pack that was never taken off."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from coach.app.journals import OwnedJournal, writing
from coach.app.shelf import library
from coach.app.sittings import Circumstances, fresh
from coach.cli import main
from coach.clock import SystemClock
from coach.content.vocabulary import Area
from coach.journal.alternating import AlternatingRecorder
from coach.journal.entries import answer_draft
from coach.plan.rounds import all_packs, one_pack, rounds_of
from coach.plan.timeline import Preferences
from coach.safety.suitability import SCREENING, numb_key, screening_value
from coach.session import alternating
from coach.session.engine import Engine
from coach.session.resting import Rest
from coach.store.open import open_reader

Told = tuple[int, str, str]
Play = Callable[..., Told]


@pytest.fixture
def play(data_dir: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Play:
    """Play with these lines typed."""

    def run(*words: str, typed: str = "") -> Told:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        code = main(("play", *words, "--text"))
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def test_the_first_session_asks_and_the_next_does_not(play: Play, data_dir: Path) -> None:
    """The ticks are kept, shape this very session, and are asked for once."""
    osteoporosis = [one.id for one in library().screening.questions].index("osteoporosis") + 1
    code, out, err = play("morning-ease", typed=f"{osteoporosis}\n\nw\nq\n")
    assert code == 0
    assert "When to get help first" in out
    assert "has not been asked" not in err
    with open_reader(data_dir) as journal:
        assert journal.answers()[SCREENING]["ticked"] == {"osteoporosis": []}
        (session,) = journal.sessions()
    assert "knee_to_chest_single" not in {step.exercise for step in session.steps}
    assert "When to get help first" not in play("morning-ease", typed="\nq\n")[1]


def test_q_begins_nothing(play: Play, data_dir: Path) -> None:
    """No session, no answers."""
    code, out, _err = play("morning-ease", typed="q\n")
    assert code == 0
    assert out.endswith("Nothing was begun.\n")
    with open_reader(data_dir) as journal:
        assert journal.sessions() == []
        assert journal.answers() == {}


def test_where_nobody_answers_it_is_said(play: Play, data_dir: Path) -> None:
    """A closed input answers nothing: the session says so and goes on, for its own questions end it soon enough."""
    code, _out, err = play("morning-ease")
    assert code == 0
    assert "has not been asked" in err
    with open_reader(data_dir) as journal:
        assert journal.answers() == {}


def test_a_rehearsal_asks_nothing(play: Play, data_dir: Path) -> None:
    """Nothing is really done, so nothing has to suit."""
    code, out, err = play("desk-reset-neck", "--yes", "--speed", "1000")
    assert code == 0
    assert "When to get help first" not in out
    assert "has not been asked" not in err


def test_a_numb_place_is_kept_for_the_day(play: Play, data_dir: Path) -> None:
    """Typed at the confirmations: no pack now, and none in the next session of the day."""
    now = SystemClock().stamp()
    with writing(data_dir, SystemClock()) as journal:
        journal.append([answer_draft(SCREENING, screening_value({}, library().screening, now), now)])
    play("contrast-packs", typed="\nnumb\nq\n")
    with open_reader(data_dir) as reader:
        assert numb_key(Area.LOW_BACK, None) in reader.answers()
        assert reader.exposures(0) == []
    assert "numb or tingles today" in play("contrast-packs", typed="\nq\n")[1]


def break_off(folder: Path, *, changed: bool = False) -> None:
    """Be killed with heat on; `changed`: another version of the program finds it."""
    clock, shelf = SystemClock(), library()
    store = OwnedJournal(folder, clock)
    sitting = fresh(shelf.routines["contrast-packs"], Circumstances(library=shelf, clock=clock, exposures=()))
    engine, recorder = sitting.engine, sitting.recorder
    events = [*engine.start(), *engine.go_on(), *engine.confirm_pack(all_yes=True), *engine.pack_is_on()]
    point = engine.checkpoint()
    point = replace(point, timeline_hash="other") if changed else point
    store.append([*recorder.started(), *recorder.record(events)], recorder.resume_note(point))
    store.close()


def test_no_session_begins_beside_a_pack_that_was_left_on(play: Play, data_dir: Path) -> None:
    """Killed with heat on: the next session is refused until that pack is off, which resuming asks for first."""
    break_off(data_dir)
    code, out, err = play("morning-ease", "--yes")
    assert code == 1
    assert out == ""
    assert "Take it off now and look at the skin" in err
    code, out, _err = play("--resume", typed="\nq\n")
    assert code == 0
    assert "Take the pack off and look at your skin" in out
    with open_reader(data_dir) as journal:
        (worn,) = journal.exposures(0)
        assert journal.unfinished() == []
    assert not worn.certain
    assert play("morning-ease", typed="0\n\nq\n")[0] == 0


def test_a_pack_left_on_comes_before_a_newer_session(play: Play, data_dir: Path) -> None:
    """Resuming turns to the session under whose pack somebody may still lie."""
    break_off(data_dir)
    clock, shelf = SystemClock(), library()
    store = OwnedJournal(data_dir, clock)
    newer = fresh(shelf.routines["morning-ease"], Circumstances(library=shelf, clock=clock, exposures=()))
    newer.engine.start()
    store.append(newer.recorder.started(), newer.recorder.resume_note(newer.engine.checkpoint()))
    store.close()
    assert "Take the pack off" in play("--resume", typed="\nq\n")[1]


def test_a_session_that_cannot_go_on_is_ended_where_the_person_says_so(play: Play, data_dir: Path) -> None:
    """It says that a pack was on; without a yes it waits, with one it is ended and the pack counts."""
    break_off(data_dir, changed=True)
    code, _out, err = play("--resume", typed="no\n")
    assert code == 1
    assert "A pack was on then. If it still is, take it off now and look at the skin." in err
    assert play("morning-ease", "--yes")[0] == 1
    code, out, _err = play("--resume", typed="yes\n")
    assert code == 0
    assert out.endswith("Ended. What was done is kept.\n")
    with open_reader(data_dir) as journal:
        (worn,) = journal.exposures(0)
        assert journal.unfinished() == []
    assert not worn.certain
    assert play("morning-ease", typed="0\n\nq\n")[0] == 0


def test_no_packs_begin_beside_one_that_alternated(play: Play, data_dir: Path) -> None:
    """Its window died with heat on: only the window takes it off; a session without packs may run."""
    clock, shelf = SystemClock(), library()
    found = shelf.routines["alternating-packs"]
    rounds = rounds_of(found.routine, shelf.thermal)
    assert rounds is not None
    pack = rounds.turn(0).pack
    plan = all_packs(found, rounds, shelf, Preferences())
    point = replace(alternating.begin("1"), rest=Rest.PACK)
    recorder = AlternatingRecorder(plan, found.text, rounds, point, speed=1.0, clock=clock)
    engine = Engine(one_pack(found, pack, shelf, Preferences()), shelf.thermal, "1")
    events = [*engine.start(), *engine.confirm_pack(all_yes=True), *engine.pack_is_on()]
    store = OwnedJournal(data_dir, clock)
    store.append([*recorder.started(), *recorder.record(events)], recorder.resume_note(engine.checkpoint()))
    store.close()
    code, _out, err = play("contrast-packs", typed="0\n")
    assert code == 1
    assert err.endswith("and say so first: limber\n")
    assert play("morning-ease", typed="\nq\n")[0] == 0


class Interrupted:
    """A person who types and then presses Ctrl-C."""

    def __init__(self, _stream: object) -> None:
        self.left = ["0", "", "yes", ""]

    def get(self, _timeout_s: float | None) -> str | None:
        if not self.left:
            raise KeyboardInterrupt
        return self.left.pop(0)

    def ended(self) -> bool:
        return False


def test_ctrl_c_under_a_pack_says_to_take_it_off(play: Play, data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program goes at once, the pack does not: that is said before how to go on."""
    monkeypatch.setattr("coach.app.play.TypedLines", Interrupted)
    code, out, _err = play("contrast-packs")
    assert code != 0
    assert out.index("The pack is still on: take it off now") < out.index("limber play --resume --text")
    with open_reader(data_dir) as journal:
        assert len(journal.unfinished()) == 1
