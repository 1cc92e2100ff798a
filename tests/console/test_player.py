"""A whole session in a terminal, on a clock moved by hand and a journal in a temporary folder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from coach.app.journals import OwnedJournal
from coach.app.shelf import library
from coach.app.sittings import Circumstances, Sitting, fresh, resumed
from coach.console.arguments import Rating
from coach.console.book import Book
from coach.console.player import TextPlayer
from coach.console.ratings import Ratings
from coach.content.library import Library
from coach.content.vocabulary import Area, Side, When
from coach.errors import DataError
from coach.journal.records import Exposure
from coach.journal.repository import Draft, JournalWriter, ResumeNote
from coach.journal.scribe import Scribe
from coach.session.events import Finished, Outcome, Status
from coach.session.pacemaker import Pacemaker
from coach.store.open import open_journal
from tests.fakes import FakeClock

LEFT = Rating(Area.BUTTOCK, Side.LEFT, 6)


@pytest.fixture(scope="module")
def shelf() -> Library:
    return library()


@dataclass
class ScriptedLines:
    """Lines typed at given seconds since the start; waiting moves the clock, so nothing really waits."""

    clock: FakeClock
    typed: list[tuple[float, str]] = field(default_factory=list)
    started_ns: int = 0

    def __post_init__(self) -> None:
        self.started_ns = self.clock.now().awake_ns

    def get(self, timeout_s: float | None) -> str | None:
        assert timeout_s is not None
        now_s = (self.clock.now().awake_ns - self.started_ns) / 1e9
        if self.typed and self.typed[0][0] <= now_s + timeout_s:
            at_s, line = self.typed.pop(0)
            self.clock.advance(max(at_s - now_s, 0))
            return line
        self.clock.advance(timeout_s)
        return None

    def ended(self) -> bool:
        return not self.typed


class Fragile:
    """A writer that fails as often as told, then passes everything on."""

    def __init__(self, store: JournalWriter, failures: int) -> None:
        self.store, self.failures = store, failures

    def append(self, drafts: Sequence[Draft], resume: ResumeNote | None = None) -> None:
        if self.failures:
            self.failures -= 1
            raise DataError("Not saved: the disk is full.")
        self.store.append(drafts, resume)

    def note_resume(self, note: ResumeNote) -> None:
        self.store.note_resume(note)

    def forget_resume(self, session: str) -> None:
        self.store.forget_resume(session)


@dataclass
class Evening:
    """One play: what was shown, how it ended, what the journal holds."""

    shown: list[str]
    ended: Finished
    unsaved: int
    complaints: list[str]


def play(
    folder: Path,
    shelf: Library,
    routine: str,
    *,
    clock: FakeClock | None = None,
    typed: Sequence[tuple[float, str]] = (),
    yes: bool = True,
    before: Sequence[Rating] = (),
    after: Sequence[Rating] = (),
    failures: int = 0,
    sitting: Sitting | None = None,
) -> Evening:
    clock = clock or FakeClock()
    store = OwnedJournal(folder, clock)
    book: Book | None = None
    try:
        exposures: tuple[Exposure, ...] = tuple(store.read(lambda journal: journal.exposures(0)))
        made = sitting or fresh(shelf.routines[routine], Circumstances(library=shelf, clock=clock, exposures=exposures))
        shown: list[str] = []
        complaints: list[str] = []
        book = Book(Fragile(store, failures), made.session, complaints.append)
        if not made.resumed:
            book.save(made.recorder.started())

        def draft(given: Rating, when: When) -> Draft:
            done = made.just_done()
            return made.recorder.entry(given.tightness, given.area, given.side, when=when, exercise=done)

        player = TextPlayer(
            engine=made.engine,
            timeline=made.timeline,
            library=shelf,
            clock=clock,
            pacemaker=Pacemaker(clock, made.speed),
            scribe=Scribe(made.recorder),
            book=book,
            ratings=Ratings(before, after, draft, book, shown.append),
            lines=ScriptedLines(clock, list(typed)),
            say=shown.append,
            yes=yes,
        )
        ended = player.run(resumed=made.resumed)
        return Evening(shown, ended, book.close(), complaints)
    finally:
        if book is not None:
            book.close()
        store.close()


def test_a_session_played_through_is_done_with_both_ratings(tmp_path: Path, shelf: Library) -> None:
    """Every step and both ratings of heat, stretch, cold end up in the journal, and nothing is left to resume."""
    evening = play(tmp_path, shelf, "heat-stretch-cold", before=[LEFT], after=[LEFT._replace(tightness=4)])
    store = open_journal(tmp_path, app_version="test")
    (record,) = store.sessions()
    entries = store.entries()
    unfinished = store.unfinished()
    worn = store.exposures(0)
    store.close()
    assert evening.ended.status is Status.DONE
    assert record.status is Status.DONE
    assert record.done_ms == record.planned_ms == evening.ended.planned_ms
    assert {step.outcome for step in record.steps} == {Outcome.DONE}
    assert {step.kind for step in record.steps} >= {"heat", "hold", "off", "cold"}
    assert [(entry.when, entry.tightness, entry.session) for entry in entries] == [
        (When.BEFORE, 6, record.id),
        (When.AFTER, 4, record.id),
    ]
    assert [one.worn_ms for one in worn] == [900_000, 600_000]
    assert unfinished == []


def test_yes_never_overrides_the_gap_between_packs(tmp_path: Path, shelf: Library) -> None:
    """An hour after heat, --yes is refused another heat on the same area, with the reason; the stretches are done."""
    clock = FakeClock()
    play(tmp_path, shelf, "heat-stretch-cold", clock=clock)
    clock.advance(600)
    second = play(tmp_path, shelf, "heat-stretch-cold", clock=clock)
    store = open_journal(tmp_path, app_version="test")
    record = store.sessions()[-1]
    store.close()
    heat = next(step for step in record.steps if step.kind == "heat")
    assert heat.outcome is Outcome.SKIPPED
    assert heat.reason in second.shown
    assert next(step for step in record.steps if step.kind == "hold").outcome is Outcome.DONE


def test_typed_letters_pause_skip_and_end(tmp_path: Path, shelf: Library) -> None:
    """p pauses and goes on after a 3 s get-ready, n leaves a step out, q ends; the journal says so."""
    typed = [(2, ""), (3, "p"), (63, "p"), (70, "n"), (100, "q")]
    evening = play(tmp_path, shelf, "morning-ease", typed=typed, yes=False)
    store = open_journal(tmp_path, app_version="test")
    (record,) = store.sessions()
    store.close()
    assert evening.ended.status is Status.ENDED
    assert record.status is Status.ENDED
    assert (record.pauses, record.paused_ms) == (1, 63_000)
    assert next(step.outcome for step in record.steps if step.kind != "ask") is Outcome.SKIPPED


def test_a_no_to_the_confirmations_leaves_the_pack_out(tmp_path: Path, shelf: Library) -> None:
    """The five confirmations are printed; “no” skips the heat and the session goes on."""
    evening = play(tmp_path, shelf, "heat-stretch-cold", typed=[(1, ""), (2, "no"), (30, "q")], yes=False)
    for confirmation in shelf.thermal.confirmations:
        assert any(confirmation in line for line in evening.shown)
    store = open_journal(tmp_path, app_version="test")
    (record,) = store.sessions()
    worn = store.exposures(0)
    store.close()
    assert next(step for step in record.steps if step.kind == "heat").outcome is Outcome.SKIPPED
    assert worn == []


def test_an_empty_answer_confirms_nothing(tmp_path: Path, shelf: Library) -> None:
    """Enter alone is no yes to the confirmations; it is told what to type."""
    evening = play(tmp_path, shelf, "heat-stretch-cold", typed=[(1, ""), (2, ""), (3, "q")], yes=False)
    assert "Type yes or no." in evening.shown
    assert "Put the pack on, then press Enter." not in evening.shown


def test_an_unanswered_check_is_asked_again_until_the_pack_is_off(tmp_path: Path, shelf: Library) -> None:
    """Nobody answers the look at the skin: it is asked again, rings, and “take it off” is repeated until Enter."""
    typed = [(1, ""), (2, "yes"), (3, ""), (600, "")]
    evening = play(tmp_path, shelf, "heat-stretch-cold", typed=typed, yes=False)
    assert any("\a" in line and "look at the skin" in line for line in evening.shown)
    assert sum("\a" in line and "Take the pack off" in line for line in evening.shown) > 5
    assert evening.ended.status is Status.ENDED


def test_a_pause_says_that_the_pack_stays_on(tmp_path: Path, shelf: Library) -> None:
    """Pausing under a pack says that its time runs on."""
    typed = [(1, ""), (2, "yes"), (3, ""), (10, "p"), (20, "q"), (21, "")]
    evening = play(tmp_path, shelf, "heat-stretch-cold", typed=typed, yes=False)
    assert "The time of the pack runs on." in evening.shown


def test_an_unknown_word_is_answered_and_changes_nothing(tmp_path: Path, shelf: Library) -> None:
    """A slip of the fingers gets a sentence and the session goes on."""
    evening = play(tmp_path, shelf, "desk-reset-neck", typed=[(1, "zz")])
    assert any("zz" in line for line in evening.shown)
    assert evening.ended.status is Status.DONE


def test_without_anybody_to_answer_the_session_ends(tmp_path: Path, shelf: Library) -> None:
    """No input and no --yes: the first question ends the session instead of waiting for ever."""
    evening = play(tmp_path, shelf, "heat-stretch-cold", yes=False)
    assert evening.ended.status is Status.ENDED
    assert any("--yes" in line for line in evening.shown)


def test_what_could_not_be_saved_is_saved_later(tmp_path: Path, shelf: Library) -> None:
    """Three failed writes are said once, kept, and written as soon as it works again."""
    evening = play(tmp_path, shelf, "desk-reset-neck", failures=3)
    store = open_journal(tmp_path, app_version="test")
    (record,) = store.sessions()
    store.close()
    assert evening.complaints == ["Not saved: the disk is full."]
    assert evening.unsaved == 0
    assert record.status is Status.DONE


def test_an_interrupted_session_is_resumed_where_it_stood(tmp_path: Path, shelf: Library) -> None:
    """After a crash in a hold the session compiles again as it was, repeats that hold and is done in the end."""
    clock = FakeClock()
    store = open_journal(tmp_path, app_version="test", clock=clock)
    sitting = fresh(shelf.routines["gentle-start"], Circumstances(library=shelf, clock=clock, exposures=()))
    scribe = Scribe(sitting.recorder)
    store.append(sitting.recorder.started())
    events = [*sitting.engine.start(), *sitting.engine.go_on()]
    for _second in range(120):
        clock.advance(1)
        events += sitting.engine.advance(1000)
        writing = scribe.take(events, sitting.engine.checkpoint, clock.now())
        events = []
        if writing is not None:
            store.append(writing.drafts, writing.note)
    (waiting,) = store.unfinished()
    assert store.sessions()[0].status is Status.INTERRUPTED
    store.close()
    clock.restart_machine()
    again = resumed(waiting, Circumstances(library=shelf, clock=clock, exposures=()))
    evening = play(tmp_path, shelf, "gentle-start", clock=clock, sitting=again)
    store = open_journal(tmp_path, app_version="test")
    (record,) = store.sessions()
    left = store.unfinished()
    store.close()
    assert evening.ended.status is Status.DONE
    assert record.status is Status.DONE
    assert left == []


def test_a_pack_nobody_can_take_off_is_written_down_as_not_certain(tmp_path: Path, shelf: Library) -> None:
    """When the input ends with heat on, the session ends and the pack was on at least so long."""
    typed = [(1, ""), (2, "yes"), (3, "")]
    evening = play(tmp_path, shelf, "heat-stretch-cold", typed=typed, yes=False)
    store = open_journal(tmp_path, app_version="test")
    (worn,) = store.exposures(0)
    store.close()
    assert evening.ended.status is Status.ENDED
    assert not worn.certain
