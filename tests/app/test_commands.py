"""The command line as a contract: names, JSON fields, sentences and exit codes."""

from __future__ import annotations

import errno
import io
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from coach.app.journals import writing
from coach.app.shelf import library
from coach.cli import main
from coach.clock import SystemClock
from coach.journal.entries import answer_draft
from coach.resources import assets
from coach.safety.suitability import SCREENING, screening_value


class Answer(NamedTuple):
    """What a command said."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        return json.loads(self.out)


Limber = Callable[..., Answer]


@pytest.fixture
def limber(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Limber:
    monkeypatch.setenv("LIMBER_DATA_DIR", str(tmp_path / "data"))

    def run(*words: str) -> Answer:
        code = main(words)
        told = capsys.readouterr()
        return Answer(code, told.out, told.err)

    return run


def test_exercises_lists_all_twenty_five(limber: Limber) -> None:
    """Every exercise is listed with id and name."""
    rows = limber("exercises", "--json").json()
    assert len(rows) == 25
    assert {row["id"]: row["name"] for row in rows}["knee_to_chest_single"] == "Single knee to chest"


def test_own_routines_are_listed_and_planned(limber: Limber, tmp_path: Path) -> None:
    """They stand behind the shipped ones under their own ids; a file that is none is named on stderr."""
    folder = tmp_path / "data" / "routines"
    folder.mkdir(parents=True)
    text = (assets() / "routines" / "neutral.toml").read_text()
    (folder / "mine.toml").write_text(text.replace('id = "neutral"', 'id = "mine"'))
    (folder / "odd.toml").write_text("name = 3\n")
    listed = limber("routines", "--json")
    assert listed.json()[-1]["id"] == "mine"
    assert "odd.toml:1" in listed.err
    assert limber("plan", "mine", "--json").code == 0


def test_routines_have_their_length(limber: Limber) -> None:
    """Every routine's total is the sum of its plan's durations."""
    rows = limber("routines", "--json").json()
    assert {row["id"] for row in rows} >= {"morning-ease", "heat-stretch-cold", "contrast-packs", "desk-reset-hips"}
    for row in rows:
        plan = limber("plan", row["id"], "--json").json()
        assert plan["total_s"] == row["total_s"]
        assert sum(one["duration_s"] or 0 for one in plan["segments"]) == pytest.approx(row["total_s"])


def test_plan_json_has_the_contract_fields(limber: Limber) -> None:
    """A plan's JSON has exactly the fields that were promised."""
    plan = limber("plan", "heat-stretch-cold", "--json").json()
    assert set(plan) == {"routine", "total_s", "segments", "cues"}
    fields = {"start_s", "duration_s", "kind", "exercise", "side", "set", "rep"}
    assert all(set(one) == fields for one in plan["segments"])
    assert all(set(one) == {"at_s", "kind", "text"} for one in plan["cues"])
    kinds = [one["kind"] for one in plan["segments"]]
    heat = [one for one in plan["segments"] if one["kind"] == "heat"]
    assert [one["duration_s"] for one in heat] == [300, 300, 300]
    assert kinds[kinds.index("heat") : kinds.index("heat") + 5] == ["heat", "check", "heat", "check", "heat"]


def test_worse_side_decides_where_worse_first_begins(limber: Limber) -> None:
    """`worse-first` begins on the left unless the right is worse."""

    def first(*more: str) -> str:
        plan = limber("plan", "heat-stretch-cold", "--json", *more).json()
        return str(next(one["side"] for one in plan["segments"] if one["kind"] == "hold"))

    assert first() == "left"
    assert first("--worse-side", "right") == "right"


@pytest.mark.parametrize("what", ["routine", "exercise"])
def test_schema_is_a_json_schema(limber: Limber, what: str) -> None:
    """Editors get a schema that names itself."""
    schema = limber("schema", what).json()
    assert "json-schema.org" in schema["$schema"]


def test_log_and_entries(limber: Limber) -> None:
    """An entry is saved and listed as it was given."""
    assert (
        limber("log", "7", "--area", "calf", "--side", "right", "--quality", "cramp", "--note", "at night").out
        == "Saved.\n"
    )
    (row,) = limber("entries", "--json").json()
    assert (row["tightness"], row["area"], row["side"], row["quality"], row["note"]) == (
        7,
        "calf",
        "right",
        "cramp",
        "at night",
    )


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("log", "11", "--area", "calf", "--side", "left"), 2),
        (("log", "4", "--area", "calf"), 2),
        (("log", "4"), 2),
        (("plan", "no-such-routine"), 2),
        (("play", "--text"), 2),
        (("play", "morning-ease", "--resume", "--text"), 2),
        (("play", "--resume", "--text"), 1),
        (("play", "morning-ease", "--text", "--speed", "0"), 2),
        (("restore", "nothing.db"), 1),
        (("dance",), 2),
        (("sessions", "--yaml"), 2),
    ],
)
def test_mistakes_are_one_sentence(limber: Limber, words: tuple[str, ...], code: int) -> None:
    """Whatever is wrong, stderr holds a sentence, perhaps an example, stdout nothing, and the exit code tells use from data."""
    answer = limber(*words)
    assert (answer.code, answer.out) == (code, "")
    assert answer.err.count("\n") == 1 + answer.err.count("For example: ")
    assert answer.err.splitlines()[0].endswith((".", "help", "--text", "ROUTINE --text"))


def test_check_names_every_problem_with_file_and_line(limber: Limber, tmp_path: Path) -> None:
    """Each line of `check` is FILE:LINE: sentence; a good file says nothing and exits 0."""
    bad = tmp_path / "bad.toml"
    bad.write_text('id = "bad"\nname = "Bad"\nsummary = "x"\nwrong = 1\n[[steps]]\nkind = "rest"\nduration_s = -4\n')
    answer = limber("check", str(bad))
    assert answer.code == 1
    lines = answer.out.splitlines()
    assert lines[0].startswith(f"{bad}:4: ")
    assert lines[1].startswith(f"{bad}:7: ")
    good = tmp_path / "good.toml"
    good.write_text('id = "good"\nname = "Good"\nsummary = "x"\n[[steps]]\nkind = "rest"\nduration_s = 4\n')
    assert limber("check", str(good)) == Answer(0, "", "")


def test_a_backup_is_restored_and_the_old_set_is_kept(limber: Limber, tmp_path: Path) -> None:
    """What was logged after the backup is gone after restoring it, and kept in a folder that is named."""
    limber("log", "3", "--area", "low-back")
    made = limber("backup")
    assert made.code == 0
    limber("log", "9", "--area", "low-back")
    file = made.out.split(": ")[0]
    answer = limber("restore", file)
    assert answer.code == 0
    assert [row["tightness"] for row in limber("entries", "--json").json()] == [3]
    assert any((tmp_path / "data").glob("set-aside-*"))


def test_sessions_of_an_empty_folder(limber: Limber, tmp_path: Path) -> None:
    """Reading makes nothing: an empty journal is an empty list, and no folder appears."""
    assert limber("sessions", "--json").json() == []
    assert limber("entries", "--json").json() == []
    assert not (tmp_path / "data").exists()


def test_data_dir_may_stand_before_or_after_the_command(limber: Limber, tmp_path: Path) -> None:
    """`--data-dir` is understood in both places and wins over the environment."""
    other = str(tmp_path / "other")
    limber("--data-dir", other, "log", "1", "--area", "low-back")
    assert len(limber("entries", "--json", "--data-dir", other).json()) == 1
    assert limber("entries", "--json").json() == []


@pytest.mark.parametrize("command", ["export", "report", "draw", "log"])
def test_what_is_left_out_is_answered_with_an_example(limber: Limber, command: str) -> None:
    """One sentence about what is missing, and a line that would do."""
    said, example = limber(command).err.splitlines()
    assert said.endswith(f"See: limber {command} --help")
    assert example.startswith(f"For example: limber {command} ")


def test_doctor_says_one_line_each(limber: Limber) -> None:
    """One line for each thing the program leans on."""
    names = [line.split("  ")[0] for line in limber("doctor").out.splitlines()]
    program = ["versions", "data folder", "journal check", "seen from", "sound", "voice", "windows", "tray", "messages"]
    desk = ["staying awake", "idle time", "screen lock", "sleep"]
    busy = ["microphone", "screen kept on", "do not disturb", "full screen"]
    assert names == [*program, *desk, *busy]


def test_no_display_is_one_sentence_and_points_to_the_tour(limber: Limber, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a display the window says so, names `limber tour`, and exits 2."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    answer = limber()
    assert answer.code == 2
    assert "limber tour" in answer.err
    assert answer.err.count("\n") == 1


def test_output_that_cannot_be_written_is_one_sentence(limber: Limber, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk behind the output is said in one sentence, exit code 1."""

    class Full:
        def write(self, _text: str) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

        def flush(self) -> None: ...

        def fileno(self) -> int:
            return os.open(os.devnull, os.O_WRONLY)

    with monkeypatch.context() as patch:
        patch.setattr("sys.stdout", Full())
        code = main(["exercises"])
    told = limber("--version-of-nothing")  # reads what the first call left on stderr
    assert code == 1
    assert told.err.startswith("What was asked for could not be written out: No space left on device.")


def test_doctor_fails_where_the_journal_is_damaged(limber: Limber, tmp_path: Path) -> None:
    """A journal that cannot be read is said by `limber doctor`, and its exit code is 1; what is fine gives 0."""
    assert limber("doctor").code == 0
    (tmp_path / "data").mkdir(exist_ok=True)
    (tmp_path / "data" / "journal.db").write_text("no journal")
    answer = limber("doctor")
    assert answer.code == 1
    assert "is not a journal" in answer.out


def test_a_session_says_when_settings_could_not_be_used(limber: Limber, tmp_path: Path) -> None:
    """A damaged settings file is named in the terminal, too, and the session goes on with the usual ones."""
    (tmp_path / "data").mkdir(exist_ok=True)
    (tmp_path / "data" / "settings.json").write_text("{")
    answer = limber("play", "desk-reset-neck", "--text", "--yes", "--speed", "1000")
    assert answer.code == 0
    assert "settings.json is damaged" in answer.err


def test_a_terminal_that_lacks_letters_gets_a_question_mark(
    limber: Limber, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """On an ASCII terminal a note with an accent is still listed."""
    limber("log", "4", "--area", "foot", "--side", "left", "--note", "é there")
    raw = io.BytesIO()
    with monkeypatch.context() as patch:
        patch.setattr("sys.stdout", io.TextIOWrapper(raw, "ascii"))
        code = main(["entries"])
        assert capsys.readouterr().err == ""
        printed = raw.getvalue()
    assert code == 0
    assert b"? there" in printed


def test_plan_and_lengths_are_this_person_s(limber: Limber, tmp_path: Path) -> None:
    """What was ticked holds in the terminal's plan: left out, refused, and both said on stderr; the length follows."""
    usual = limber("plan", "morning-ease", "--json").json()
    assert not (tmp_path / "data").exists()
    now = SystemClock().stamp()
    value = screening_value({"osteoporosis": (), "pregnancy": ()}, library().screening, now)
    with writing(tmp_path / "data", SystemClock()) as journal:
        journal.append([answer_draft(SCREENING, value, now)])
    mine = limber("plan", "morning-ease", "--json")
    done = {one["exercise"] for one in mine.json()["segments"]}
    assert "knee_to_chest_single" in {one["exercise"] for one in usual["segments"]} - done
    assert "Left out, because of what you said about yourself: Single knee to chest." in mine.err
    lengths = {row["id"]: row["total_s"] for row in limber("routines", "--json").json()}
    assert lengths["morning-ease"] == mine.json()["total_s"] < usual["total_s"]
    assert "I am pregnant." in limber("plan", "heat-stretch-cold").err


def test_a_plan_without_a_readable_journal(limber: Limber, tmp_path: Path) -> None:
    """A damaged journal is named; the plan is printed all the same."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "journal.db").write_text("no journal")
    answer = limber("plan", "neutral")
    assert answer.code == 0
    assert answer.out
    assert "is not a journal" in answer.err
