"""Breaks in the open program: asked, opened, written down, told, and kept over a restart."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from coach.app.packs_words import due_notice
from coach.content.vocabulary import BreakOutcome, Felt, MarkerKind
from coach.journal.entries import marker_draft
from coach.reminders.events import Reason
from coach.reminders.view import State
from coach.ui.breaks.state import Ask
from coach.ui.main_window import WARNINGS
from tests.app.breaks_hands import MOVES, Office, office
from tests.app.packs_hands import seen
from tests.reminders.world import ALWAYS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)


@pytest.fixture
def at(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    """An office where only the movement break is on."""
    with office(qapp, tmp_path / "data", monkeypatch) as made:
        yield made


def test_from_the_card_to_the_journal(at: Office) -> None:
    """The card comes with a sound, yes opens what it announced, and the end is written once with what was done."""
    at.sit(60)
    assert (at.asks(), at.chimes) == (Ask.MOVE, ["rest"])
    at.card.taken.emit(False)
    assert at.asks() is None
    key, offer, length_ms, asked_for = at.run.opened[0]
    assert (length_ms, asked_for) == (150_000, True)
    assert at.card.states[-1].title == offer.title
    at.run.end(140_000, whole=True)
    [kept] = at.kept()
    assert (kept.id, kept.outcome, kept.cadence) == (key, BreakOutcome.DONE, "move")
    assert [done.exercise for done in kept.exercises] == [offer.exercises[0]]
    at.run.felt.emit(key, Felt.EASIER)
    assert [one.felt for one in at.kept()] == [Felt.EASIER]
    context = at.hands.shell.context
    assert context is not None
    assert context.memory.breaks == at.kept()


def test_a_shorter_one_is_opened_shorter(at: Office) -> None:
    """Skipping offers it first; what is opened fits into it."""
    at.sit(60)
    at.card.skipped.emit(False)
    assert at.asks() is Ask.SMALLER
    at.card.taken.emit(True)
    _key, offer, length_ms, _asked = at.run.opened[0]
    assert length_ms == 60_000
    assert offer.length_ms < 90_000


def test_snoozed_skipped_and_left(at: Office) -> None:
    """Later takes the card away and brings it again; skipped is written as such, and the card is gone."""
    at.sit(60)
    at.card.snoozed.emit()
    assert at.asks() is None
    at.sit(6)
    assert at.asks() is Ask.MOVE
    at.card.skipped.emit(True)
    assert at.asks() is None
    assert [(one.outcome, one.snoozes) for one in at.kept()] == [(BreakOutcome.SKIPPED, 1)]


def test_a_nudge_says_another_sentence_each_time(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is done with one press, and opens no window."""
    nudges = replace(ALWAYS, cadences=ALWAYS.cadences[:1])
    with office(qapp, tmp_path / "data", monkeypatch, nudges) as at:
        said = []
        for _time in range(2):
            at.sit(30)
            said.append(at.shown().title)
            at.card.taken.emit(False)
        assert len(set(said)) == 2
        assert at.run.opened == []
        assert [one.outcome for one in at.kept()] == [BreakOutcome.DONE] * 2


def test_opened_by_itself_and_ended_by_the_engine(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In firm the window comes unasked; a machine that sleeps through it ends it, with what had been done."""
    with office(qapp, tmp_path / "data", monkeypatch, replace(MOVES, mode="firm")) as at:
        at.sit(60)
        assert at.shown().opens_in_ms is not None
        at.sit(0.5)
        assert at.run.opened[0][3] is False
        at.hands.clock.sleep(timedelta(minutes=20))
        at.desk.suspend.told(False)
        assert not at.goes_on()
        [kept] = at.kept()
        assert (kept.outcome, kept.why) == (BreakOutcome.PARTLY, "slept")
        assert kept.exercises


def test_busy_takes_the_card_away_and_a_wrong_probe_asks_quietly(at: Office) -> None:
    """After ninety minutes of a microphone it asks once, without a sound."""
    at.sit(60)
    microphone = next(door for kind, door in at.desk.busy.items() if kind.value == "microphone")
    microphone.set(True)
    assert at.asks() is None
    at.sit(91)
    assert at.shown().silent
    assert len(at.chimes) == 1
    at.card.anyway.emit()
    assert at.breaks.view().busy == ()


def test_a_card_that_is_gone_from_the_screen_comes_again(at: Office) -> None:
    """Its display was unplugged: the break is still due."""
    at.sit(60)
    at.card.gone.emit()
    assert at.breaks.view().state is State.WAITING
    at.sit(6)
    assert at.asks() is Ask.MOVE


def test_messages_instead_of_the_card(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Chosen, or because no card can be shown: one message with three answers, taken back when it is answered."""
    for breaks, card in ((replace(MOVES, prompt="notification"), True), (MOVES, False)):
        folder = tmp_path / f"data {card}"
        with office(qapp, folder, monkeypatch, breaks, card=card) as at:
            at.sit(60)
            notifier = at.desktop.notifier
            assert at.card.states == []
            assert [key for key, _words in at.notice().actions] == ["break-take", "break-later", "break-skip"]
            assert "Movement break" in at.notice().title
            at.sit(2)
            assert len(notifier.notices) == 1
            notifier.choose("break-skip")
            assert [key for key, _words in at.notice().actions] == ["break-shorter", "break-sure"]
            notifier.choose("break-shorter")
            assert seen(at.desktop) == ""
            assert at.run.opened[0][2] == 60_000


def test_a_message_that_is_pressed_leads_to_the_page(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where messages have no buttons that is the way to an answer."""
    with office(qapp, tmp_path / "data", monkeypatch, replace(MOVES, prompt="notification")) as at:
        at.sit(60)
        at.desktop.notifier.choose("open")
        assert at.hands.window.key == "breaks"


def test_where_no_message_is_shown_it_is_the_card(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The desktop says so once: from then on the card comes at once."""
    with office(qapp, tmp_path / "data", monkeypatch, replace(MOVES, prompt="notification")) as at:
        at.sit(60)
        at.desktop.notifier.trouble("The desktop shows no messages.")
        assert at.asks() is Ask.MOVE
        assert seen(at.desktop) == ""
        at.card.skipped.emit(True)
        at.sit(60)
        assert at.asks() is Ask.MOVE
        assert len(at.desktop.notifier.notices) == 1


def test_a_message_is_taken_back_only_where_it_still_is(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What has taken its place since, a pack that is due, stays."""
    with office(qapp, tmp_path / "data", monkeypatch, replace(MOVES, prompt="notification")) as at:
        at.sit(60)
        other = due_notice()
        at.hands.shell.background.alerts.show(other)
        at.breaks.snooze()
        assert at.desktop.notifier.seen == other


def test_the_person_is_never_asked_in_a_session(at: Office) -> None:
    """A session counts as a break; a break that goes on ends when one begins; none is opened while it runs."""
    at.sit(50)
    at.breaks.now()
    assert at.goes_on()
    at.hands.shell.sessions.start("morning-ease")
    at.hands.settle()
    assert not at.goes_on()
    assert at.breaks.view().state is State.SESSION
    at.sit(70)
    assert at.card.states == []
    assert at.breaks.now() == []
    assert "session is running" in at.said()
    assert len(at.run.opened) == 1


def test_a_flare_up_in_the_journal_makes_breaks_gentle(at: Office) -> None:
    """Nothing is stretched today, and it says so."""
    at.hands.shell.journal.save([marker_draft(at.hands.clock.stamp(), MarkerKind.FLARE)])
    at.hands.settle()
    at.hands.settle()
    assert at.breaks.view().gentle
    at.breaks.now()
    assert "nothing is stretched" in at.run.opened[0][1].why


def test_why_is_asked_once_and_changes_the_settings(at: Office) -> None:
    """After three skips; what changes is said, in a message too when the window is not looked at, and changed back."""
    at.hands.window.isActiveWindow = lambda: False  # type: ignore[method-assign]
    for _time in range(3):
        at.sit(61)
        at.card.skipped.emit(True)
    assert at.asks() is Ask.WHY
    at.card.why_said.emit(Reason.TOO_OFTEN)
    at.hands.settle()
    assert at.asks() is None
    assert at.settings.cadences[0].every_min == 90
    assert at.said() == "From now on a movement break comes every 90 min."
    at.desktop.notifier.choose("break-undo")
    at.hands.settle()
    assert at.settings == MOVES


def test_a_question_that_nobody_answers_leaves_the_screen(at: Office) -> None:
    """It waits on the page."""
    for _time in range(3):
        at.sit(61)
        at.card.skipped.emit(True)
    at.sit(6)
    assert at.asks() is None
    assert at.breaks.view().asks_why


def test_it_hurts_makes_today_gentle_and_stands_in_no_message(at: Office) -> None:
    """Undone, the day goes on as before."""
    for _time in range(3):
        at.sit(61)
        at.card.skipped.emit(True)
    at.card.why_said.emit(Reason.HURTS)
    at.hands.settle()
    assert at.breaks.view().gentle
    assert at.desktop.notifier.notices == []
    at.hands.press(at.hands.window, "Undo")
    assert not at.breaks.view().gentle


def test_a_credit_that_is_undone_leaves_the_journal(at: Office) -> None:
    """What ended by itself while away never happened."""
    at.sit(58)
    at.desk.busy[next(iter(at.desk.busy))].set(True)
    at.sit(5)
    at.desk.lock.set(True)
    at.sit(10)
    at.desk.lock.set(False)
    assert [one.outcome for one in at.kept()] == [BreakOutcome.CREDITED]
    at.breaks.undo_credit()
    assert at.kept() == ()


def test_leg_symptoms_show_what_to_do(at: Office) -> None:
    """The link in the break window leads to the warning signs."""
    at.breaks.now()
    at.run.signs_asked.emit()
    assert at.hands.window.key == WARNINGS


def test_skipping_elsewhere_ends_the_break_that_goes_on(at: Office) -> None:
    """From the tray or a terminal: the window goes, what was done is kept."""
    at.breaks.now()
    at.breaks.skip()
    assert not at.goes_on()
    [kept] = at.kept()
    assert (kept.outcome, kept.done_ms, kept.given) == (BreakOutcome.PARTLY, 20_000, True)
