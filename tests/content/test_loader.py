"""Reading one exercise or routine: what comes out, and what is said when something is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.content.exercise import Tempo
from coach.content.loader import read_exercise, read_routine
from coach.content.routine import AskStep, Group, HoldStep, RepsStep
from coach.content.vocabulary import Advance, Area, Order, SidePlan, When
from coach.content.walk import MOST
from coach.resources import assets
from tests.content.texts import HEAD, ROUTINE, group, routine


def test_a_routine_becomes_its_model() -> None:
    """Every field ends where it belongs, and what is left out has its default."""
    text = routine('kind = "hold"\nexercise = "calf_wall"\nside = "worse-first"\nhold_s = 15.5\nreps = 2')
    found, problems = read_routine(text, "mine.toml")
    assert problems == []
    assert found is not None
    assert (found.id, found.place, found.prep_s, found.switch_s) == ("mine", "anywhere", 5, 5)
    assert found.advance is Advance.AUTO
    step = HoldStep(exercise="calf_wall", side=SidePlan.WORSE_FIRST, hold_s=15.5, reps=2)
    assert found.steps == (step,)


def test_groups_and_inline_tables_become_models() -> None:
    """A group holds its steps; a tempo in braces and one under its own heading are the same."""
    inline = 'kind = "reps"\nexercise = "cat_cow"\ntempo = { out_s = 3, hold_s = 5, back_s = 3 }'
    headed = 'kind = "reps"\nexercise = "cat_cow"\n[steps.steps.tempo]\nout_s = 3\nhold_s = 5\nback_s = 3'
    step = RepsStep(exercise="cat_cow", tempo=Tempo(out_s=3, hold_s=5, back_s=3))
    for text in (group('repeat = 2\norder = "alternate"', inline), group('repeat = 2\norder = "alternate"', headed)):
        found, problems = read_routine(text)
        assert problems == []
        assert found is not None
        assert found.steps == (Group(steps=(step,), repeat=2, order=Order.ALTERNATE),)


def test_an_ask_needs_no_area() -> None:
    """A rating may leave the place open, or name it."""
    found, _problems = read_routine(
        routine('kind = "ask"\nwhen = "after"', 'kind = "ask"\nwhen = "after"\narea = "hip"')
    )
    assert found is not None
    assert found.steps == (AskStep(when=When.AFTER), AskStep(when=When.AFTER, area=Area.HIP))


def test_a_file_and_its_text_give_the_same() -> None:
    """A path is read as a file, a string as TOML."""
    path = assets() / "exercises" / "cat_cow.toml"
    assert read_exercise(path) == read_exercise(path.read_text(encoding="utf-8"))
    assert read_exercise(path)[0] is not None


def test_the_name_of_a_text_is_in_its_problems() -> None:
    """A text is called what the caller says, a file by its path."""
    assert read_routine("x = 1", "pasted")[1][0].file == "pasted"
    assert read_routine(Path("/no/such.toml"))[1][0].file == "/no/such.toml"


def test_all_problems_are_named_at_once() -> None:
    """Ten mistakes are ten sentences, not one after the other."""
    wrong = (
        'kind = "hold"\nexercise = "calf_wall"\nhold_s = nan\nreps = "2"\nside = "l"\nrest_s = -1\nsets = 0\ncolour = 1'
    )
    found, problems = read_routine(routine(wrong, 'kind = "ask"', 'kind = "off"', "x = 1"))
    assert found is None
    assert len(problems) == 9
    assert [problem.line for problem in problems] == sorted(problem.line for problem in problems)


def test_a_hopeless_file_stops_at_a_hundred() -> None:
    """Thousands of mistakes are cut short, and the last sentence says so."""
    text = HEAD + "".join(f"field{number} = 1\n" for number in range(5000))
    problems = read_routine(text)[1]
    assert MOST < len(problems) < MOST + 10
    assert problems[-1].sentence == "There are more problems than the 100 named here. Mend these first."


def test_text_is_brought_into_composed_form() -> None:
    """Letters with separate accents are composed, and lengths are counted after that."""
    name = "e\u0301" * 120
    found, problems = read_routine(ROUTINE.replace("Mine", name))
    assert problems == []
    assert found is not None
    assert found.name == "\u00e9" * 120


@pytest.mark.parametrize("text", ["हिन्दी में दिनचर्या", "تمدد الصباح", "Dehnübungen 🧘‍♀️", "Việt Nam"])
def test_names_of_the_world_are_welcome(text: str) -> None:
    """Other scripts, vowel signs and joined emoji are text like any other."""
    assert read_routine(ROUTINE.replace("Mine", text))[1] == []


def test_notes_may_have_lines() -> None:
    """Notes go over several lines; everything else stays on one."""
    assert read_routine(ROUTINE.replace("\n\n", '\nnotes = """one\ntwo\n"""\n\n', 1))[1] == []


def test_line_ends_and_byte_order_marks_do_not_matter() -> None:
    """Files from Windows editors read like others, with the same line numbers."""
    wrong = routine('kind = "hold"\nexercise = "calf_wall"\nhold_s = 0')
    lines = [read_routine(text)[1][0].line for text in (wrong, wrong.replace("\n", "\r\n"), "\ufeff" + wrong)]
    assert lines == [8, 8, 8]
