"""`limber play --text`: one session in a terminal, recorded like any other."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from coach.app.holding import Holding, hold_for
from coach.app.journals import Desk, desk
from coach.app.one_session import packs_of_session, session_of
from coach.app.personal import circumstances_of
from coach.app.play_before import (
    asked,
    ended_instead,
    first_to_resume,
    refuse_beside_a_pack,
    refuse_beside_alternating,
    tracked_places,
)
from coach.app.shelf import library_with_own
from coach.app.sittings import ChangedError, Circumstances, Sitting, fresh, resumed
from coach.clock import Clock, SystemClock
from coach.console import arguments
from coach.console.arguments import Rating
from coach.console.book import Book
from coach.console.input_lines import TypedLines
from coach.console.player import TextPlayer
from coach.console.ratings import RatingDraft, Ratings
from coach.console.screening import NotNowError
from coach.content.library import Library
from coach.content.load_library import load_routine
from coach.content.vocabulary import When
from coach.desktop.terminal_wake_lock import terminal_wake_lock
from coach.errors import DataError
from coach.i18n import _, ngettext
from coach.journal.alternating import split
from coach.journal.repository import Draft
from coach.journal.scribe import Scribe
from coach.plan.gate import packs_of
from coach.session.pacemaker import Pacemaker
from coach.session.state import Snapshot
from coach.settings.model import Settings


def play(chosen: Namespace, folder: Path) -> int:
    """Do a session in this terminal; 0 when it was recorded, 1 when something could not be saved."""
    clock, shelf = SystemClock(), library_with_own(folder)
    before = arguments.ratings(chosen.before, "--before")
    after = arguments.ratings(chosen.after, "--after")
    speed = arguments.speed(chosen.speed) if hasattr(chosen, "speed") else 1.0
    with desk(folder, clock) as journal, session_of(folder), ExitStack() as stack:
        lines, settings = TypedLines(sys.stdin), journal.settings()
        try:
            sitting = _sitting(chosen, journal, shelf, lines, settings=settings, speed=speed)
        except NotNowError:
            _print(_("Ended. What was done is kept.") if chosen.resume else _("Nothing was begun."))
            return 0
        if packs_of(sitting.timeline):
            stack.enter_context(packs_of_session(folder))
            refuse_beside_alternating(journal)
        book = Book(journal.writer, sitting.session, _complain)
        if not sitting.resumed:
            book.save(sitting.recorder.started(), sitting.recorder.resume_note(sitting.engine.checkpoint()))
        ratings = Ratings(before, after, _rating_drafts(sitting), book, _print)
        ratings.tracked = tracked_places(journal, settings)
        ratings.wanted = settings.ask_ratings or bool(sitting.timeline.preferences.learning)
        player = _player(sitting, shelf, clock, book, ratings, lines=lines)
        player.yes = chosen.yes
        if not sitting.rehearsal:
            player.moved = _staying_awake(stack)
        _greet(sitting)
        try:
            over = player.run(resumed=sitting.resumed)
        except KeyboardInterrupt:
            if sitting.engine.snapshot().pack is not None:
                _print(_("The pack is still on: take it off now and look at your skin."))
            _print(_("Stopped. To go on from here: limber play --resume --text"))
            raise
        finally:
            unsaved = book.close()
        return _farewell(unsaved, empty=over.empty)


def _sitting(
    chosen: Namespace, journal: Desk, shelf: Library, lines: TypedLines, *, settings: Settings, speed: float
) -> Sitting:
    def read() -> Circumstances:
        found: Circumstances = journal.read(
            lambda reader: circumstances_of(reader, settings, shelf, journal.clock, speed)
        )
        return found

    waiting, _alternating = split(journal.read(lambda reader: reader.unfinished()))
    if chosen.resume:
        one = first_to_resume(waiting)
        try:
            return resumed(one, read())
        except ChangedError as changed:
            _complain(str(changed))
            if ended_instead(one, journal, lines, _print, yes=chosen.yes):
                raise NotNowError from changed
            raise DataError(_("It still waits.")) from changed
    found = load_routine(chosen.routine, shelf)
    refuse_beside_a_pack(waiting)
    if waiting:
        words = _("“{name}” was interrupted and is waiting; to go on with it: limber play --resume --text")
        _complain(words.format(name=_(waiting[0].routine_name)))
    given = read() if chosen.yes or speed != 1 else asked(found, journal, read, lines, _print)
    if speed == 1 and not given.said.answered(shelf.screening):
        _complain(_("What does not suit you has not been asked: start without --yes, or open the window once."))
    return fresh(found, given)


def _player(
    sitting: Sitting, shelf: Library, clock: Clock, book: Book, ratings: Ratings, *, lines: TypedLines
) -> TextPlayer:
    return TextPlayer(
        engine=sitting.engine,
        timeline=sitting.timeline,
        library=shelf,
        clock=clock,
        pacemaker=Pacemaker(clock, sitting.speed),
        scribe=Scribe(sitting.recorder),
        book=book,
        ratings=ratings,
        lines=lines,
        say=_print,
    )


def _staying_awake(stack: ExitStack) -> Callable[[Snapshot], None]:
    """Keep the screen on and, under a pack, the machine awake, until `stack` closes."""
    holding = Holding(terminal_wake_lock(), _complain)
    stack.callback(holding.close)
    return lambda snapshot: holding.want(hold_for(snapshot))


def _rating_drafts(sitting: Sitting) -> RatingDraft:
    def draft(given: Rating, when: When) -> Draft:
        done = sitting.just_done()
        return sitting.recorder.entry(given.tightness, given.area, given.side, when=when, exercise=done)

    return draft


def _greet(sitting: Sitting) -> None:
    if sitting.rehearsal:
        _print(_("Rehearsal: the clock runs {speed} times faster.").format(speed=f"{sitting.speed:g}"))
    _print(sitting.timeline.name)
    if sitting.timeline.preferences.learning:
        _print(
            _("Learning week: it also asks after each exercise, in an order that changes. Enter leaves a rating out.")
        )


def _farewell(unsaved: int, *, empty: bool) -> int:
    if unsaved:
        _complain(
            ngettext("{n} event could not be saved.", "{n} events could not be saved.", unsaved).format(n=unsaved)
        )
        return 1
    if not empty:
        _print(_("Saved."))
    return 0


def _print(text: str) -> None:
    # Flushed line by line: a cue that waits in a buffer is a late cue.
    print(text, flush=True)


def _complain(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
