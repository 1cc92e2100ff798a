"""What the person said stands beside the exercise and the routine, with its sources."""

from __future__ import annotations

import pytest

from coach.analysis.went_worse import EASIER, OUT
from coach.content.library import Library
from coach.content.load_library import load_library
from coach.content.vocabulary import Area
from coach.resources import assets
from coach.safety.suitability import Said
from coach.ui.yours import Yours, exercise_lines, learning_words, offered, routine_lines


@pytest.fixture(scope="module")
def library() -> Library:
    """The shipped content."""
    return load_library(assets())


def test_an_exercise_says_what_was_ticked_and_who_says_so(library: Library) -> None:
    """The sentence ticked, the content's own words, and its sources."""
    knee = library.exercises["knee_to_chest_single"]
    lines = exercise_lines(knee, library, Yours(Said({"osteoporosis": (), "bending": ()})))
    assert [line.against for line in lines] == [True, False]
    assert "osteoporosis" in lines[0].title
    assert lines[0].text == library.cautions["osteoporosis_or_vertebral_fracture"].text
    assert lines[0].sources
    assert exercise_lines(knee, library, Yours()) == ()


def test_an_exercise_says_how_it_is_done_since_it_got_worse(library: Library) -> None:
    """Left out first, easier last."""
    bridge = library.exercises["bridge"]
    (out,) = exercise_lines(bridge, library, Yours(ways={"bridge": OUT}))
    assert out.against
    (easier,) = exercise_lines(bridge, library, Yours(ways={"bridge": EASIER}))
    assert not easier.against
    assert bridge.easier[0].text in easier.text


def test_a_routine_says_what_is_left_out_and_why(library: Library) -> None:
    """Exercises and packs, each once; a mere mark is not repeated here."""
    found = library.routines["heat-stretch-cold"].routine
    said = Said({"hip_replacement": (), "numb_skin": (Area.BUTTOCK,), "bending": ()})
    titles = [line.title for line in routine_lines(found, library, Yours(said))]
    assert titles == ["Left out: Lying figure four", "Heat: buttock", "Cold: buttock"]
    assert all(line.against for line in routine_lines(found, library, Yours(said)))
    assert all(line.sources for line in routine_lines(found, library, Yours(said)))
    assert routine_lines(found, library, Yours(Said({"bending": ()}))) == ()
    contrast = library.routines["contrast-packs"].routine
    (line,) = routine_lines(contrast, library, Yours(Said({"cold_reaction": ()})))
    assert "in turn" in line.title


def test_a_numb_place_has_no_source_but_the_person(library: Library) -> None:
    """It is their own word of today."""
    found = library.routines["heat-stretch-cold"].routine
    lines = routine_lines(found, library, Yours(Said(numb=((Area.BUTTOCK, None),))))
    assert len(lines) == 2
    assert all("numb" in line.text and not line.sources for line in lines)


def test_easier_is_told_in_the_routine(library: Library) -> None:
    """With the easier way in words."""
    found = library.routines["gentle-start"].routine
    (line,) = routine_lines(found, library, Yours(ways={"pelvic_tilt": EASIER}))
    assert not line.against
    assert "Pelvic tilt" in line.title
    assert "easier way" in line.text


def test_a_routine_of_which_nothing_is_left_is_not_offered(library: Library) -> None:
    """By a tick, or because each exercise got worse and is left out."""
    keys = tuple(library.routines)
    assert offered(library, keys, Yours()) == keys
    surgery = offered(library, keys, Yours(Said({"surgery": ()})))
    assert "bending-friendly" not in surgery
    assert "desk-reset-neck" in surgery
    alone = Yours(ways={"piriformis_seated_figure_four": OUT})
    assert "desk-reset-hips" not in offered(library, keys, alone)


def test_a_learning_week_is_said_with_its_day() -> None:
    """Which day it is and what is other than usual; outside one, nothing."""
    words = learning_words(3)
    assert words.startswith("Learning week: day 3 of 7; the order is shuffled where that is safe")
    assert learning_words(0) == ""
