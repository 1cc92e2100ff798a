"""The journal as tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.content.vocabulary import BreakOutcome, Felt
from coach.exchange.cells import read_table
from coach.exchange.export import records_words
from coach.exchange.lines import Days
from coach.exchange.tables import BREAKS, COLUMNS, ENTRIES, MARKERS, PACKS, README, SESSIONS, STEPS, all_files, columns
from coach.exchange.taken import Taken, iso, taken
from coach.journal.breaks import break_draft, felt_draft
from coach.store.journal_store import Store
from coach.store.open import open_journal
from tests.exchange.journals import fill
from tests.exchange.spreadsheet import opened
from tests.exchange.test_cells import NOTES
from tests.fakes import FakeClock
from tests.journal.samples import entry, rest
from tests.seeded_year import seeded_year


@pytest.fixture
def clock() -> FakeClock:
    """Monday, 4 May 2026, 09:15 in Berlin."""
    return FakeClock()


@pytest.fixture
def full(tmp_path: Path, clock: FakeClock) -> Store:
    """A journal with one of everything."""
    store = open_journal(tmp_path / "full", app_version="0.1", clock=clock)
    fill(store, clock)
    return store


def rows(files: dict[str, str], name: str) -> list[dict[str, str]]:
    """The rows of one file."""
    return list(read_table(files[name]))


def test_an_entry_is_there_as_it_was_given(full: Store) -> None:
    """Corrected, with its local day, its offset and its note; the deleted one is not."""
    files = all_files(taken(full, Days()))
    found = rows(files, ENTRIES)
    assert [row["tightness"] for row in found] == ["6", "4", "2"]
    last = found[-1]
    assert (last["day"], last["time"], last["at"]) == ("2026-05-04", "10:19", "2026-05-04T10:19:00+02:00")
    assert (last["area"], last["side"], last["quality"]) == ("buttock", "left", "tightness")
    assert last["note"] == "=öfter\n-nachts"
    assert "\"'=öfter\n'-nachts\"" in files[ENTRIES]
    assert [row["when"] for row in found] == ["before", "after", ""]


def test_sessions_steps_markers_and_packs_come_along(full: Store) -> None:
    """Each in a table of its own, linked by the session's id."""
    files = all_files(taken(full, Days()))
    (session,) = rows(files, SESSIONS)
    assert (session["routine"], session["status"], session["done_s"]) == ("two-steps", "done", "675")
    steps = rows(files, STEPS)
    assert [(step["session"], step["step"], step["outcome"]) for step in steps] == [
        (session["id"], "1", "done"),
        (session["id"], "2", "done"),
    ]
    (pack,) = rows(files, PACKS)
    assert (pack["mode"], pack["worn_s"], pack["certain"], pack["rehearsal"]) == ("heat", "600", "yes", "no")
    (marker,) = rows(files, MARKERS)
    assert (marker["kind"], marker["day"], marker["last_day"]) == ("flare", "2026-05-04", "")


def test_a_break_has_a_row_for_each_exercise_and_side(full: Store, clock: FakeClock) -> None:
    """And one without where nothing was done; all rows of one break share its id."""
    done = rest(clock, BreakOutcome.DONE)
    full.append([break_draft(done), break_draft(rest(clock, BreakOutcome.CREDITED, "idle"))])
    full.append([felt_draft(done.id, Felt.EASIER, clock.stamp())])
    left, right, credited = rows(all_files(taken(full, Days())), BREAKS)
    assert (left["exercise"], left["side"], left["exercise_done_s"]) == ("hamstring_seated", "left", "20")
    assert (right["side"], right["felt"], right["id"]) == ("right", "easier", left["id"])
    assert (credited["outcome"], credited["why"], credited["exercise"]) == ("credited", "idle", "")


def test_every_column_is_explained_and_in_order(full: Store) -> None:
    """The README names each file and each of its columns, and each file has them, empty or not."""
    files = all_files(Taken())
    told = files[README]
    for name, names in COLUMNS.items():
        assert files[name].removeprefix("\ufeff").splitlines()[0] == ",".join(f'"{column}"' for column in names)
        part = told.split(f"\n{name}\n")[1].split("\n\n")[0]
        assert [line.split()[0] for line in part.splitlines()] == list(names)
    assert len(list(columns())) == sum(map(len, COLUMNS.values()))


def test_thirty_hostile_notes_stay_notes(full: Store, clock: FakeClock) -> None:
    """Written into a journal and exported: no cell of any file is a formula, and each note comes back."""
    drafts = [entry(clock, 1, note=note) for note in NOTES]
    full.append(drafts)
    shown = [found.note for found in full.entries()]
    files = all_files(taken(full, Days()))
    for name, text in files.items():
        if name != README:
            for separator in ",;\t":
                assert not [cell for row in opened(text, separator) for cell in row if cell.kind == "formula"]
    assert [row["note"] for row in rows(files, ENTRIES)] == shown


def test_a_spreadsheet_reads_numbers_as_numbers() -> None:
    """Of a whole year: scores and seconds can be added up, days and notes are text."""
    year = seeded_year()
    files = all_files(Taken(tuple(year.entries), tuple(year.sessions), tuple(year.markers)))
    sheet = opened(files[ENTRIES])
    assert len(sheet) == len(year.entries) + 1
    column = COLUMNS[ENTRIES].index("tightness")
    assert [cell.kind for row in sheet[1:] for cell in row[column : column + 1]] == ["number"] * len(year.entries)
    assert sum(int(row[column].shown) for row in sheet[1:]) == sum(found.tightness for found in year.entries)
    assert {row[0].kind for row in sheet[1:]} == {"text"}


def test_only_the_days_that_were_asked_for(full: Store, clock: FakeClock) -> None:
    """Both ends included; a marker that lasts counts when it reaches into them."""
    clock.advance(10 * 86_400)
    full.append([entry(clock, 9)])
    assert [found.tightness for found in taken(full, Days(first="2026-05-14")).entries] == [9]
    assert len(taken(full, Days(last="2026-05-04")).entries) == 3
    assert taken(full, Days("2026-05-05", "2026-05-13")).total == 0
    person = taken(full, Days()).person
    assert person
    assert taken(full, Days(first="2026-05-14")).person == person


def test_a_moment_keeps_its_offset(clock: FakeClock) -> None:
    """As the person's own clock had it."""
    assert iso(clock.stamp()) == "2026-05-04T09:15:00+02:00"


def test_what_is_held_is_counted_breaks_and_all(clock: FakeClock) -> None:
    """Breaks are named where there are any."""
    assert records_words(Taken()) == "0 entries, 0 sessions, 0 markers"
    breaks = (rest(clock, BreakOutcome.DONE), rest(clock, BreakOutcome.CREDITED, "idle"))
    assert records_words(Taken(breaks=breaks)) == "0 entries, 0 sessions, 0 markers, 2 breaks"
