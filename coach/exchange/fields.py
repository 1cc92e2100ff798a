"""What the columns of the tables mean, in plain words: the README beside them."""

from __future__ import annotations

from collections.abc import Iterator

from coach.i18n import _


def explanation() -> Iterator[str]:
    """Yield the lines of the README."""
    yield _("Your journal as tables, made by Limber. Everything in it is self-reported.")
    yield ""
    yield _("How to read the files")
    yield from (f"- {line}" for line in _how())
    for name, fields in (
        ("entries.csv", _entries()),
        ("sessions.csv", _sessions()),
        ("steps.csv", _steps()),
        ("markers.csv", _markers()),
        ("packs.csv", _packs()),
        ("breaks.csv", _breaks()),
    ):
        yield ""
        yield name
        width = max(map(len, fields))
        yield from (f"  {column.ljust(width)}  {words}" for column, words in fields.items())


def _how() -> tuple[str, ...]:
    return (
        _("UTF-8 with a byte order mark, commas between cells, texts in quotation marks, numbers with a point."),
        _(
            "A text that a spreadsheet could take for a formula has an apostrophe (') before it; the apostrophe is not part of it."
        ),
        _("Times have the offset from UTC that your clock had; “day” is the day as you saw it."),
        _("A rehearsal is a session run faster than real time; leave its rows out when you count."),
        _("To bring the journal to another computer, export JSON lines: these tables cannot be imported."),
    )


def _common() -> dict[str, str]:
    return {
        "day": _("the day, as you saw it (year-month-day)"),
        "time": _("the time of day, as you saw it"),
        "at": _("the moment it is about, with the offset from UTC"),
        "side": _("left, right or both; empty for the area as a whole"),
        "area": _("low-back, buttock, hip, hamstring, calf or foot"),
        "rehearsal": _("yes when the session ran faster than real time"),
        "session": _("the id of the session it belongs to"),
        "exercise": _("the id of the exercise"),
        "id": _("a name that no other row has"),
    }


def _of(names: str, **more: str) -> dict[str, str]:
    """The columns in their order; what several tables share comes from one place."""
    known = {**_common(), **more}
    return {name: known[name] for name in names.split()}


def _entries() -> dict[str, str]:
    return _of(
        "day time at tightness area side quality when exercise session rehearsal note together id",
        tightness=_("how strong it was, 0 (none) to 10 (the most you can imagine), whatever the quality"),
        quality=_(
            "what it felt like: tightness, spasm, twitching, cramp, shooting pain, numbness, tingling or weakness"
        ),
        when=_("before, during or after the session; empty without one"),
        exercise=_("the id of the exercise it was asked right after, in a learning week"),
        note=_("your own words"),
        together=_("the same for rows that were saved at once"),
    )


def _sessions() -> dict[str, str]:
    return _of(
        "day time started ended routine name status done_s planned_s pauses paused_s worse rehearsal id",
        started=_("when it began, with the offset from UTC"),
        ended=_("when it ended; empty when it was interrupted"),
        routine=_("the id of the routine"),
        name=_("the name of the routine"),
        status=_("done, ended (before its end) or interrupted"),
        done_s=_("seconds of exercise done; pauses do not count"),
        planned_s=_("seconds of exercise planned"),
        pauses=_("how many pauses there were"),
        paused_s=_("seconds of pauses"),
        worse=_("what you said when it got worse; empty when it did not"),
    )


def _steps() -> dict[str, str]:
    return _of(
        "day session step kind exercise title side area outcome done_s planned_s done_reps planned_reps reason",
        step=_("which step of the routine, from 1; one row for each side"),
        kind=_("hold, reps, heat, cold and so on"),
        title=_("the name of the step"),
        outcome=_("done, partly, skipped, interrupted or unattended"),
        done_s=_("seconds done"),
        planned_s=_("seconds planned"),
        done_reps=_("repetitions done"),
        planned_reps=_("repetitions planned"),
        reason=_("why it was left out or stopped, if that is known"),
    )


def _markers() -> dict[str, str]:
    return _of(
        "day last_day time at kind words id",
        last_day=_("the last day it went on; empty for that day only"),
        kind=_("flare, rest, new-chair, long-drive, physio-visit, travel, illness or other"),
        words=_("your own words"),
    )


def _packs() -> dict[str, str]:
    return _of(
        "day time on off mode area side worn_s certain contrast rehearsal session",
        on=_("when it went on, with the offset from UTC"),
        off=_("when it came off; empty when nobody said"),
        mode=_("heat or cold"),
        worn_s=_("seconds it was on the skin"),
        certain=_("no when it was on at least this long, perhaps longer"),
        contrast=_("yes for heat and cold in turn, counted as one"),
    )


def _breaks() -> dict[str, str]:
    return _of(
        "day time due ended kind cadence outcome why given length_s done_s away_s snoozes felt"
        " exercise side exercise_done_s exercise_reps id",
        due=_("when it became due, with the offset from UTC"),
        ended=_("when it ended"),
        kind=_("nudge, move or stand"),
        cadence=_("which of your reminders it was"),
        outcome=_("done, partly, skipped, credited (you had been away) or expired"),
        why=_("more about the outcome: answered, locked, slept, idle, session, ignored, hours and so on"),
        given=_("yes when you asked for it"),
        length_s=_("seconds it was to take"),
        done_s=_("seconds done"),
        away_s=_("seconds you had been away, when that was counted as the break"),
        snoozes=_("how often it was put off"),
        felt=_("how it was after it: easier, same, worse or leg; empty when you did not say"),
        exercise_done_s=_("seconds of the exercise done on this side; one row for each exercise and side"),
        exercise_reps=_("repetitions done"),
        id=_("a name that no other break has; rows of one break share it"),
    )
