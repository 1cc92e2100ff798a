"""One function per command of the command line; each calls a package below and prints what it returns."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from coach.app.folders import data_folder
from coach.errors import WrongUseError
from coach.files import private_umask
from coach.i18n import _


def _folder(chosen: Namespace) -> Path:
    private_umask()  # from here on every file this process makes is the person's alone
    return data_folder(getattr(chosen, "data_dir", None))


def run_exercises(chosen: Namespace) -> int:
    """List the exercises."""
    from coach.app.shelf import library
    from coach.console import lists

    rows = lists.exercise_rows(library())
    print(lists.as_json(rows) if chosen.json else lists.table(rows, ("id", "name"), ""))
    return 0


def run_routines(chosen: Namespace) -> int:
    """List the routines with their length, the person's own last."""
    from coach.app.planned import plans
    from coach.app.shelf import library_with_own
    from coach.console import lists
    from coach.content.words import clock_text

    folder = _folder(chosen)
    shelf = library_with_own(folder)
    rows = lists.routine_rows(shelf, plans(folder, shelf).__getitem__)
    if chosen.json:
        print(lists.as_json(rows))
        return 0
    for row in rows:
        row["length"] = clock_text(int(row["total_s"] * 1000))
    print(lists.table(rows, ("id", "length", "name"), ""))
    return 0


def run_check(chosen: Namespace) -> int:
    """Print every problem in the files; 1 when there is any."""
    from coach.app.shelf import library
    from coach.content.check import check_files

    problems = check_files([Path(name) for name in chosen.files], library())
    for problem in problems:
        print(problem)
    return 1 if problems else 0


def run_schema(chosen: Namespace) -> int:
    """Print a JSON Schema."""
    from coach.console import lists
    from coach.content import schema

    print(lists.as_json(schema.routine_schema() if chosen.what == "routine" else schema.exercise_schema()))
    return 0


def run_plan(chosen: Namespace) -> int:
    """Print a routine's plan."""
    from coach.app.planned import plan
    from coach.app.shelf import library_with_own
    from coach.console import lists
    from coach.content.vocabulary import Side
    from coach.plan.as_json import plan_json
    from coach.plan.text import plan_lines

    folder = _folder(chosen)
    worse = Side(chosen.worse_side) if chosen.worse_side else None
    timeline = plan(chosen.routine, folder, library_with_own(folder), worse)
    print(lists.as_json(plan_json(timeline)) if chosen.json else "\n".join(plan_lines(timeline)))
    return 0


def run_draw(chosen: Namespace) -> int:
    """Draw figures into a file."""
    from coach.app.draw import draw

    print(draw(chosen))
    return 0


def run_play(chosen: Namespace) -> int:
    """Do a session, in this terminal or in the window."""
    if chosen.resume and chosen.routine:
        raise WrongUseError(_("Give a routine or --resume, not both."))
    if not chosen.resume and not chosen.routine:
        raise WrongUseError(_("Name a routine, for example: limber play morning-ease --text"))
    if chosen.text:
        from coach.app.play import play

        return play(chosen, _folder(chosen))
    return _window(chosen, chosen.routine, resume=chosen.resume)


def run_sessions(chosen: Namespace) -> int:
    """List the sessions."""
    from coach.app.journals import reading
    from coach.console import lists

    with reading(_folder(chosen)) as journal:
        rows = lists.session_rows(journal.sessions())
        warn(journal.damaged())
    print(lists.as_json(rows) if chosen.json else lists.session_table(rows))
    return 0


def run_entries(chosen: Namespace) -> int:
    """List the entries."""
    from coach.app.journals import reading
    from coach.console import lists

    with reading(_folder(chosen)) as journal:
        rows = lists.entry_rows(journal.entries())
        warn(journal.damaged())
    print(lists.as_json(rows) if chosen.json else lists.entry_table(rows))
    return 0


def run_insights(chosen: Namespace) -> int:
    """Say what the journal tells."""
    from coach.app.journals import reading
    from coach.console.insights import insights, sentences
    from coach.console.lists import as_json

    with reading(_folder(chosen)) as journal:
        found = insights(journal.entries(), journal.sessions())
        warn(journal.damaged())
    print(as_json(found) if chosen.json else "\n".join(sentences(found)))
    return 0


def run_status(chosen: Namespace) -> int:
    """Say how breaks stand in the program that runs."""
    from coach.app.break_commands import status

    print(status(_folder(chosen), as_json=chosen.json))
    return 0


def run_break(chosen: Namespace) -> int:
    """Say something about breaks to the program that runs."""
    from coach.app.break_commands import say

    print(say(chosen, _folder(chosen)))
    return 0


def warn(sentences: list[str]) -> None:
    """Say on stderr what could not be counted."""
    for sentence in sentences:
        print(sentence, file=sys.stderr)


def run_report(chosen: Namespace) -> int:
    """Put a period of the journal on paper."""
    from coach.app.report import report
    from coach.clock import SystemClock

    path, damaged = report(chosen, _folder(chosen), SystemClock())
    warn(damaged)
    print(path)
    return 0


def run_log(chosen: Namespace) -> int:
    """Write down one tightness entry."""
    from coach.app.journals import writing
    from coach.clock import SystemClock
    from coach.console import arguments
    from coach.content.vocabulary import SIDED_AREAS, Area, Side
    from coach.journal.entries import entry_draft

    clock = SystemClock()
    area = arguments.one_of(Area, chosen.area, "--area")
    side = arguments.one_of(Side, chosen.side, "--side") if chosen.side else None
    if side is None and area in SIDED_AREAS:
        raise WrongUseError(_("The {area} has two sides: add --side left, right or both.").format(area=area.value))
    now = clock.stamp()
    draft = entry_draft(
        arguments.moment(chosen.at, now),
        arguments.tightness(chosen.tightness, "limber log"),
        area,
        side,
        quality=arguments.quality(chosen.quality),
        note=chosen.note,
    )
    with writing(_folder(chosen), clock) as journal:
        journal.append([draft])
    print(_("Saved."))
    return 0


def run_tour(chosen: Namespace) -> int:
    """Save a picture of every page."""
    from coach.app.tour import stage_tour, tour

    for path in (stage_tour if chosen.session else tour)(Path(chosen.out)):
        print(path)
    return 0


def run_export(chosen: Namespace) -> int:
    """Write the journal into files; 1 when some of it was damaged and is not in them."""
    from coach.app.taking import export
    from coach.clock import SystemClock
    from coach.console.periods import open_period
    from coach.exchange.export import Form, form_of
    from coach.exchange.lines import Days

    path = Path(chosen.out)
    form = Form(chosen.format) if chosen.format else form_of(path)
    if form is None:
        raise WrongUseError(_("--format says as what to write it: csv, jsonl or fhir."))
    days = Days(*open_period(chosen.first, chosen.last))
    sentence, damaged = export(_folder(chosen), form, path, days, SystemClock(), force=chosen.force)
    print(sentence)
    warn(damaged)
    return 1 if damaged else 0


def run_import(chosen: Namespace) -> int:
    """Take in a journal that was exported as JSON lines."""
    from coach.app.taking import import_file
    from coach.clock import SystemClock

    print(import_file(_folder(chosen), Path(chosen.file), SystemClock()))
    return 0


def run_backup(chosen: Namespace) -> int:
    """Make a verified copy of the journal."""
    from coach.app.care import backup
    from coach.clock import SystemClock

    print(backup(_folder(chosen), SystemClock()))
    return 0


def run_restore(chosen: Namespace) -> int:
    """Put a backup back."""
    from coach.app.care import restore
    from coach.clock import SystemClock

    print(restore(_folder(chosen), Path(chosen.file), SystemClock()))
    return 0


def run_doctor(chosen: Namespace) -> int:
    """Say what works here and what does not; 1 when something is wrong with the data."""
    from coach.app.care import examine, journal_line
    from coach.console.doctor import doctor_lines

    folder = _folder(chosen)
    journal = journal_line(folder)
    print("\n".join(doctor_lines(examine(folder, journal))))
    return 0 if journal.ok else 1


def run_sound_process(chosen: Namespace) -> int:
    """Play the sounds for a window of ours."""
    from coach.desktop.sound_process import main

    return main(Path(chosen.folder), look=chosen.look)


def run_window(chosen: Namespace) -> int:
    """Open the window."""
    return _window(chosen, None)


def _window(chosen: Namespace, routine: str | None, *, resume: bool = False) -> int:
    from coach.app.window import open_window

    speed = 1.0
    if hasattr(chosen, "speed"):
        from coach.console import arguments

        speed = arguments.speed(chosen.speed)
    aside = bool(getattr(chosen, "in_tray", False))
    return open_window(_folder(chosen), speed=speed, routine=routine, resume=resume, aside=aside)
