"""Taking the journal along by the command line: export, import, and through the program that is open."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest

from coach.app.importing import Imported
from coach.app.journals import OwnedJournal, desk, import_into
from coach.app.taking import export, import_file
from coach.cli import main
from coach.clock import SystemClock
from coach.errors import DataError
from coach.exchange.cells import read_table
from coach.exchange.export import Form
from coach.exchange.lines import Days
from coach.journal.entries import answer_draft
from coach.store.backups import manifest
from coach.store.open import open_journal, open_reader
from coach.store.take_in import TakenIn
from tests.app.test_commands import Answer, Limber
from tests.exchange.journals import fill, state
from tests.fakes import FakeClock
from tests.journal.samples import entry


@pytest.fixture
def clock() -> FakeClock:
    """Monday, 4 May 2026, 09:15 in Berlin."""
    return FakeClock()


@pytest.fixture
def limber(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Limber:
    """Run a command on the data folder `full`."""
    monkeypatch.setenv("LIMBER_DATA_DIR", str(tmp_path / "full"))

    def run(*words: str) -> Answer:
        code = main(words)
        told = capsys.readouterr()
        return Answer(code, told.out, told.err)

    return run


@pytest.fixture
def full(tmp_path: Path, clock: FakeClock) -> Path:
    """A data folder whose journal has one of everything."""
    store = open_journal(tmp_path / "full", app_version="0.1", clock=clock)
    fill(store, clock)
    store.close()
    return tmp_path / "full"


def test_each_format_is_written_and_told(limber: Limber, full: Path, tmp_path: Path) -> None:
    """The sentence says where it is and what is in it; the format follows the name where none is given."""
    for name, words in (
        ("j.jsonl", "15 events"),
        ("e.csv", "3 entries"),
        ("f.json", "3 entries, 1 session, 1 marker"),
    ):
        answer = limber("export", "--out", str(tmp_path / name))
        assert (answer.code, answer.out, answer.err) == (0, f"{tmp_path / name}: {words}.\n", "")
    answer = limber("export", "--format", "csv", "--out", str(tmp_path / "all"))
    assert answer.out == f"{tmp_path / 'all'}: 3 entries, 1 session, 1 marker.\n"
    assert json.loads((tmp_path / "f.json").read_text())["resourceType"] == "Bundle"


def test_a_period_is_taken(limber: Limber, full: Path, tmp_path: Path) -> None:
    """Days outside of it stay; a word that is no day is a sentence."""
    limber("export", "--out", str(tmp_path / "e.csv"), "--from", "2026-05-05")
    assert list(read_table((tmp_path / "e.csv").read_text())) == []
    for words, told in (
        (("--from", "May"), "--from is a day such as 2026-11-20, not “May”."),
        (("--from", "2026-05-05", "--to", "2026-05-01"), "--to 2026-05-01 lies before --from 2026-05-05."),
    ):
        answer = limber("export", "--out", str(tmp_path / "x.csv"), *words)
        assert (answer.code, answer.err) == (2, f"{told}\n")
    assert not (tmp_path / "x.csv").exists()


def test_nothing_is_overwritten_unasked(limber: Limber, full: Path, tmp_path: Path) -> None:
    """It says so and what to add."""
    path = tmp_path / "j.jsonl"
    path.write_bytes(b"mine")
    answer = limber("export", "--out", str(path))
    assert (answer.code, path.read_bytes()) == (1, b"mine")
    assert "add --force" in answer.err
    assert limber("export", "--out", str(path), "--force").code == 0
    assert limber("export", "--out", str(tmp_path / "what")).code == 2


def test_an_import_says_what_was_new(
    limber: Limber, full: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of it the first time, after a backup; nothing the second time, and no backup either."""
    path = tmp_path / "j.jsonl"
    limber("export", "--out", str(path))
    monkeypatch.setenv("LIMBER_DATA_DIR", str(tmp_path / "two"))
    limber("log", "3", "--area", "low-back")
    first = limber("import", str(path))
    assert first.out == (
        "Imported: 15 events are new. What was said about heat, cold and exercises came along; look at it under “What suits you”.\n"
    )
    assert [info.reason for info in manifest(tmp_path / "two")][-1] == "import"
    made = len(manifest(tmp_path / "two"))
    assert limber("import", str(path)).out == "Nothing new: all 15 events of the file are here already.\n"
    assert len(manifest(tmp_path / "two")) == made
    assert len(limber("entries", "--json").json()) == 4


def test_a_wrong_file_writes_nothing(limber: Limber, full: Path, tmp_path: Path) -> None:
    """One sentence, and the journal is untouched to the byte."""
    before = (full / "journal.db").read_bytes()
    (tmp_path / "f").write_text("hello\n")
    for path, words in ((tmp_path / "f", "line 1: this is no journal"), (tmp_path / "none", "does not exist")):
        answer = limber("import", str(path))
        assert answer.code == 1
        assert words in answer.err
    assert (full / "journal.db").read_bytes() == before
    with pytest.raises(DataError):
        import_file(tmp_path / "new", tmp_path / "f", FakeClock())
    assert not (tmp_path / "new" / "journal.db").exists()


def test_damaged_rows_are_said_and_left_out(limber: Limber, full: Path, tmp_path: Path) -> None:
    """The export is made without them, says so, and ends with 1; what it holds can be taken in."""
    import sqlite3

    connection = sqlite3.connect(full / "journal.db")
    trigger = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'event_no_update'").fetchone()[0]
    connection.execute("DROP TRIGGER event_no_update")
    connection.execute(
        "UPDATE event SET body = replace(body, 'öfter', 'immer') WHERE body LIKE '%öfter%' AND kind = 'entry'"
    )
    connection.execute(trigger)
    connection.commit()
    connection.close()
    answer = limber("export", "--out", str(tmp_path / "j.jsonl"))
    assert (answer.code, "14 events" in answer.out) == (1, True)
    assert "A record of 2026-05-04 is damaged and left out" in answer.err
    head = json.loads((tmp_path / "j.jsonl").read_text().splitlines()[0])
    assert (head["events"], head["damaged"]) == (14, 1)
    assert import_file(tmp_path / "two", tmp_path / "j.jsonl", FakeClock()).startswith("Imported: 14 events are new.")
    with open_reader(tmp_path / "two") as reader:
        assert reader.damaged() == []


def test_the_program_that_is_open_takes_it_in(full: Path, tmp_path: Path, clock: FakeClock) -> None:
    """A command hands the path over and says what the owner says; the export reads beside it."""
    path = tmp_path / "j.jsonl"
    with desk(full, clock):
        export(full, Form.JSONL, path, Days(), clock, force=False)
    with desk(tmp_path / "two", clock) as open_desk:
        assert import_file(tmp_path / "two", path, clock).startswith("Imported: 15 events are new.")
        assert len(open_desk.read(lambda journal: journal.entries())) == 3
        with pytest.raises(DataError, match="does not exist"):
            import_file(tmp_path / "two", tmp_path / "none", clock)
        (tmp_path / "f").write_text("x")
        with pytest.raises(DataError, match="line 1: this is no journal"):
            import_file(tmp_path / "two", tmp_path / "f", clock)


def test_entries_written_meanwhile_are_all_there(full: Path, tmp_path: Path, clock: FakeClock) -> None:
    """The journal's own thread does one after the other: nothing is lost, nothing refused."""
    path = tmp_path / "j.jsonl"
    export(full, Form.JSONL, path, Days(), clock, force=False)
    journal = OwnedJournal(tmp_path / "two", clock)
    drafts = [entry(clock, number % 11) for number in range(40)]
    done: list[Imported] = []

    def write() -> None:
        for draft in drafts:
            journal.append([draft])

    writer = threading.Thread(target=write)
    taker = threading.Thread(target=lambda: done.append(import_into(journal, tmp_path / "two", path, clock)))
    for thread in (writer, taker):
        thread.start()
    for thread in (writer, taker):
        thread.join()
    assert done[0].taken == (15, 0)
    assert len(journal.read(lambda store: store.entries())) == 43
    assert journal.read(lambda store: store.damaged()) == []
    journal.close()


def test_a_stranger_with_an_id_of_ours_is_named_by_its_line(full: Path, tmp_path: Path, clock: FakeClock) -> None:
    """Line and remedy; nothing is written, and no backup was needed."""
    from coach.exchange.lines import journal_lines
    from tests.exchange.journals import resealed

    with open_reader(full) as reader:
        events = reader.events()
    events[4] = resealed(events[4], tz="Europe/Paris")
    (tmp_path / "j.jsonl").write_bytes(journal_lines(events, "0.1"))
    with pytest.raises(DataError, match="line 6: another event with the same id is in this journal"):
        import_file(full, tmp_path / "j.jsonl", clock)
    assert manifest(full) == []


@pytest.mark.parametrize(
    ("did", "words"),
    [
        (Imported(TakenIn(1, 0), None, 1), "Imported: 1 event is new."),
        (Imported(TakenIn(3, 2), None, 5), "Imported: 3 events are new. 2 were here already."),
        (Imported(TakenIn(0, 1), None, 1), "Nothing new: the 1 event of the file is here already."),
        (Imported(TakenIn(1, 0), None, 1, answers=True, careful=True), "Imported: 1 event is new. What you said here"),
    ],
)
def test_the_sentence_counts(did: Imported, words: str) -> None:
    """One and many, new and known."""
    assert did.sentence.startswith(words)


def test_what_was_said_here_stays_said(tmp_path: Path, full: Path, clock: FakeClock) -> None:
    """And the sentence says so."""
    path = tmp_path / "j.jsonl"
    export(full, Form.JSONL, path, Days(), clock, force=False)
    store = open_journal(tmp_path / "two", app_version="0.1", clock=clock)
    said = {"asked": ["a"], "at_utc_us": 3, "ticked": {"b": ["hip"]}}
    store.append([answer_draft("screening", said, clock.stamp())])
    store.close()
    assert "still counts" in import_file(tmp_path / "two", path, clock)
    with open_reader(tmp_path / "two") as reader:
        assert reader.answers()["screening"]["ticked"] == {"a": [], "b": ["hip"]}


def test_the_journal_of_a_new_computer_is_the_same(tmp_path: Path, full: Path) -> None:
    """Every projection row, with the real clock as well."""
    clock: SystemClock = SystemClock()
    export(full, Form.JSONL, tmp_path / "j.jsonl", Days(), clock, force=False)
    import_file(tmp_path / "two", tmp_path / "j.jsonl", clock)
    with open_reader(full) as one, open_reader(tmp_path / "two") as two:
        assert state(two) == state(one)
