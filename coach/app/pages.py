"""Makes the pages, shows each its state, and sends their wishes where they belong."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from coach.app.context import Context
from coach.app.entries_desk import EntriesDesk
from coach.app.frame import Frame
from coach.app.journal_desk import JournalDesk
from coach.app.links import open_address
from coach.app.own_routines_desk import OwnRoutinesDesk
from coach.app.sessions_desk import SessionsDesk
from coach.app.settings_page import settings_page, show_settings
from coach.content.own_routines import own_keys
from coach.errors import CoachError
from coach.files import write_atomic
from coach.i18n import _
from coach.journal.entries import answer_draft
from coach.journal.records import Entry, Marker
from coach.plan.own_dose import with_own
from coach.ui.main_window import COMPARISON, PACKS, PRESENTER, STAGE, SUITS, WARNINGS

if TYPE_CHECKING:
    from coach.app.report_desk import ReportDesk


def make_page(key: str, frame: Frame, entries: EntriesDesk, sessions: SessionsDesk, diary: JournalDesk) -> QWidget:
    """Make a page and connect its wishes; called once for each, when it is first shown."""
    makers: dict[str, Callable[[], QWidget]] = {
        "today": lambda: _today(frame, entries, sessions),
        "exercises": lambda: _exercises(frame, sessions),
        "routines": lambda: _routines(frame, sessions),
        "progress": lambda: _progress(frame),
        "journal": lambda: _journal(frame, diary),
        "breaks": frame.breaks_page.page,
        "settings": lambda: _settings(frame, sessions),
        WARNINGS: lambda: _warnings(frame, sessions),
        COMPARISON: lambda: _comparison(frame),
        SUITS: sessions.suits.page,
        STAGE: _stage,
        PACKS: _stage,
        PRESENTER: _presenter,
    }
    return makers[key]()


def _today(frame: Frame, entries: EntriesDesk, sessions: SessionsDesk) -> QWidget:
    from coach.ui.today.page import TodayPage

    page = TodayPage()
    page.start_routine.connect(sessions.start)
    page.log_entry.connect(entries.log)
    page.open_page.connect(frame.window.show_page)
    page.resume.connect(sessions.resume)
    page.end_unfinished.connect(sessions.end_unfinished)
    page.discard_unfinished.connect(sessions.discard_unfinished)
    page.undo_entry.connect(entries.undo)
    entries.saved.connect(page.entry.saved)
    entries.failed.connect(page.entry.failed)
    entries.taken_back.connect(page.entry.taken_back)
    return page


def _exercises(frame: Frame, sessions: SessionsDesk) -> QWidget:
    from coach.ui.library.page import ExercisesPage

    page = ExercisesPage()
    page.suits_asked.connect(sessions.suits.open)
    page.present_exercise.connect(lambda key: frame.present("exercise", key))
    page.open_source.connect(open_address)
    return page


def _routines(frame: Frame, sessions: SessionsDesk) -> QWidget:
    from coach.ui.routines.page import RoutinesPage

    page = RoutinesPage()
    page.start_routine.connect(sessions.start)
    page.present_routine.connect(lambda key: frame.present("routine", key))
    page.open_exercise.connect(lambda key: _open_exercise(frame, key))
    own = OwnRoutinesDesk(frame, page)
    page.rename_asked.connect(own.rename)
    page.delete_asked.connect(own.delete)
    page.handout_asked.connect(lambda key, path, a4: _hand_out(frame, key, path, a4=a4))
    page.print_asked.connect(lambda key: _hand_out(frame, key))
    page.own_dose_back.connect(lambda key: sessions.keep_dose(key, {}))
    page.suits_asked.connect(sessions.suits.open)
    page.open_source.connect(open_address)
    return page


def _hand_out(frame: Frame, key: str, path: str = "", *, a4: bool = True) -> None:
    """Make a hand-out of a routine with the person's own dose, as its page shows it."""
    context = frame.context
    if context is not None and key in context.library.routines:
        routine = with_own(context.library.routines[key].routine, context.settings.doses.get(key, {}))
        frame.hand_out(routine, path, a4=a4)


def _open_exercise(frame: Frame, key: str) -> None:
    from coach.ui.library.page import ExercisesPage

    frame.window.show_page("exercises")
    page = frame.window.page("exercises")
    if isinstance(page, ExercisesPage):
        page.show_exercise(key)


def _progress(frame: Frame) -> QWidget:
    from coach.ui.progress.page import ProgressPage

    page = ProgressPage()
    page.open_page.connect(frame.window.show_page)
    page.export_picture.connect(lambda kind, path: _save_picture(frame, page.picture, kind, Path(path)))
    page.answered.connect(lambda key, value: frame.journal.save([answer_draft(key, value, frame.clock.stamp())]))
    page.report_asked.connect(lambda: _reports(frame).report(page))
    return page


def _reports(frame: Frame) -> ReportDesk:
    """Return what makes reports; nothing of it is loaded before one is asked for."""
    from coach.app.report_desk import ReportDesk

    return ReportDesk(frame)


def _save_picture(frame: Frame, picture: Callable[[str], bytes], kind: str, path: Path) -> None:
    """Write what a chart is saved as; what goes wrong is one sentence."""
    try:
        write_atomic(path, picture(kind))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        frame.complain(_("The file could not be saved as {path}: {reason}.").format(path=path, reason=reason))
    else:
        frame.tell(_("Saved as {path}.").format(path=path))


def _journal(frame: Frame, diary: JournalDesk) -> QWidget:
    from coach.ui.journal.page import JournalPage

    page = JournalPage()
    page.delete.connect(diary.delete)
    page.correct.connect(partial(_correct, frame, diary))
    page.undo.connect(diary.undo)
    page.print_asked.connect(lambda: _reports(frame).diary(page))
    page.history_asked.connect(lambda key: diary.history(key, lambda past: page.show_history(key, past)))
    return page


def _correct(frame: Frame, diary: JournalDesk, fixed: Entry | Marker, before: Entry | Marker) -> None:
    try:
        diary.correct(fixed, before)
    except CoachError as trouble:
        frame.complain(str(trouble))


def _settings(frame: Frame, sessions: SessionsDesk) -> QWidget:
    page: Any = settings_page(frame)
    page.suits.opened.connect(sessions.suits.open)
    return page  # type: ignore[no-any-return]


def _warnings(frame: Frame, sessions: SessionsDesk) -> QWidget:
    from coach.ui.learn.page import WarningsPage

    page = WarningsPage()
    page.open_source.connect(open_address)
    page.suits_asked.connect(sessions.suits.open)
    page.compare_asked.connect(lambda: frame.window.show_page(COMPARISON))
    return page


def _comparison(frame: Frame) -> QWidget:
    from coach.ui.learn.comparison_page import ComparisonPage

    page = ComparisonPage()
    page.left.connect(lambda: frame.window.leave(COMPARISON))
    page.signs_asked.connect(frame.window.show_warnings)
    page.open_source.connect(open_address)
    return page


def _stage() -> QWidget:
    from coach.ui.player.page import StagePage

    return StagePage()


def _presenter() -> QWidget:
    from coach.ui.presenter.page import PresenterPage

    return PresenterPage()


def show(frame: Frame, key: str, context: Context, diary: JournalDesk) -> None:
    """Give one page its state."""
    builders: dict[str, Callable[[Any, Context], None]] = {
        "today": _show_today,
        "exercises": _show_exercises,
        "routines": _show_routines,
        "progress": _show_progress,
        "journal": lambda page, given: _show_journal(page, given, diary),
        "breaks": lambda _page, _context: frame.breaks_page.show(),
        "settings": show_settings,
        WARNINGS: _show_warnings,
        COMPARISON: _show_comparison,
        STAGE: _use_settings,
        PACKS: _use_settings,
        PRESENTER: _use_settings,
    }
    build = builders.get(key)
    if build is None:
        return
    try:
        build(frame.window.page(key), context)
    except CoachError as trouble:
        frame.complain(str(trouble))


def _show_today(page: Any, context: Context) -> None:
    from coach.ui.today.state import Past, build_state

    memory = context.memory
    past = Past(memory.sessions, memory.entries, memory.unfinished)
    page.show_state(
        build_state(context.library, context.plans, past, context.now, context.yours, body=context.settings.body)
    )


def _show_exercises(page: Any, context: Context) -> None:
    from coach.ui.library.state import build_state

    page.show_state(build_state(context.library, context.yours))


def _show_routines(page: Any, context: Context) -> None:
    from coach.ui.routines.state import build_state

    own = own_keys(context.folder, context.library)
    page.show_state(build_state(context.library, context.plans, context.yours, own))


def _show_progress(page: Any, context: Context) -> None:
    from coach.ui.progress.state import ProgressState

    memory = context.memory
    today = date.fromisoformat(context.now.local_day)
    page.show_state(ProgressState(today, memory.folds, len(memory.damaged), memory.answers))


def _show_journal(page: Any, context: Context, diary: JournalDesk) -> None:
    from coach.ui.journal.state import build_state, named

    memory, day = context.memory, context.now.local_day
    notice = diary.notice()
    made = build_state(
        memory.entries,
        memory.sessions,
        memory.damaged,
        day,
        happened=(*memory.markers, *memory.breaks),
        notice=notice,
        can_undo=diary.can_undo,
    )
    page.show_state(named(made, context.library.exercises))


def _use_settings(page: Any, context: Context) -> None:
    """Let a change of the settings reach a session that runs, or a presentation."""
    page.use_settings(context.settings)


def _show_warnings(page: Any, context: Context) -> None:
    from coach.ui.learn.state import build_state

    territory = QLocale.territoryToCode(QLocale().territory())
    page.show_state(build_state(context.library, territory))


def _show_comparison(page: Any, context: Context) -> None:
    from coach.ui.learn.comparison_state import build_comparison

    page.show_state(build_comparison(context.library))
