"""What a session in the terminal stands on: the person's answers, asked for where there are none, and no pack left on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from coach.analysis.tracked import Place, tracked
from coach.analysis.went_worse import KEY, unanswered, way_value
from coach.app.journals import Desk
from coach.app.sittings import Circumstances
from coach.console.input_lines import Lines
from coach.console.screening import NobodyThereError, Say, ask_about_worse, screen
from coach.content.library import RoutineFile
from coach.errors import DataError
from coach.i18n import _
from coach.journal.alternating import split
from coach.journal.entries import answer_draft
from coach.journal.records import Unfinished
from coach.journal.unfinished import end_unfinished, trace_of
from coach.plan.suited import exercises_of
from coach.safety.suitability import SCREENING, screening_value
from coach.settings.model import Settings


def asked(
    found: RoutineFile, journal: Desk, read: Callable[[], Circumstances], lines: Lines, say: Say
) -> Circumstances:
    """Screen whoever has not been, ask about what got worse, and return what the session depends on afterwards.

    Raises `NotNowError` when the person would rather not begin.
    """
    given = read()
    library = given.library
    try:
        if not given.said.answered(library.screening):
            ticked = screen(library, given.said, lines, say)
            _keep(journal, SCREENING, screening_value(ticked, library.screening, journal.clock.stamp()))
        here = exercises_of(found.routine) & library.exercises.keys()
        sessions, answers = journal.read(lambda reader: (reader.sessions(), reader.answers()))
        for one in unanswered(sessions, answers, here):
            way = ask_about_worse(one, library.exercises[one.exercise], lines, say)
            _keep(journal, KEY + one.exercise, way_value(way, one.session))
    except NobodyThereError:
        return given
    return read()


def tracked_places(journal: Desk, settings: Settings) -> tuple[Place, ...]:
    """Return the places that are asked about before and after, as in the window."""
    today = date.fromisoformat(journal.clock.stamp().local_day)
    return tracked(settings.tracked, journal.read(lambda reader: reader.entries()), today)


def first_to_resume(waiting: Sequence[Unfinished]) -> Unfinished:
    """Return the session to go on with: one with a pack left on, else the newest. Raises `DataError` without any."""
    if not waiting:
        raise DataError(_("No interrupted session is waiting. Start one with: limber play ROUTINE --text"))
    return next((one for one in waiting if trace_of(one.checkpoint).pack is not None), waiting[0])


def ended_instead(one: Unfinished, journal: Desk, lines: Lines, say: Say, *, yes: bool) -> bool:
    """End a session that cannot go on, and keep what was done, where the person says so; returns whether they did."""
    say(_("Type yes to end it and keep what was done; no pack may be on any more."))
    line = "yes" if yes else lines.get(None)
    if line is None or line.strip().lower() not in {_("yes"), "yes"}:
        return False
    journal.writer.append(end_unfinished(one))
    return True


def refuse_beside_a_pack(waiting: Sequence[Unfinished]) -> None:
    """Raise `DataError` while a pack that was on when a session broke off has not been taken off."""
    if name := _left_on(waiting):
        words = _(
            "A pack was on when “{name}” broke off. Take it off now and look at the skin, and say so first: {how}"
        )
        raise DataError(words.format(name=name, how="limber play --resume --text"))


def refuse_beside_alternating(journal: Desk) -> None:
    """Raise the same for packs that alternate; to be asked when nobody else can have a pack on."""
    if name := _left_on(split(journal.read(lambda reader: reader.unfinished()))[1]):
        words = _(
            "A pack was on when “{name}” broke off. Take it off now and look at the skin, and say so first: {how}"
        )
        raise DataError(words.format(name=name, how="limber"))


def _left_on(unfinished: Sequence[Unfinished]) -> str:
    """Name the first of these under which a pack was on, '' when there is none."""
    names = (_(one.routine_name) for one in unfinished if trace_of(one.checkpoint).pack is not None)
    return next(names, "")


def _keep(journal: Desk, key: str, value: Any) -> None:
    journal.writer.append([answer_draft(key, value, journal.clock.stamp())])
