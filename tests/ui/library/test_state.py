"""Exercises in words."""

from __future__ import annotations

from coach.ui.library.filters import NO_EQUIPMENT, Filters
from coach.ui.library.state import ExercisesState, ExerciseView, build_state, count_words
from tests.ui.sample import sample_library


def _state() -> ExercisesState:
    return build_state(sample_library())


def _view(key: str) -> ExerciseView:
    view = _state().view(key)
    assert view is not None
    return view


def _ids(filters: Filters) -> list[str]:
    return [row.id for row in _state().matching(filters)]


def test_rows_say_what_it_is_for_and_how_much() -> None:
    """A row holds the name, the areas in plain words and the default dose."""
    first, bridge, walk = _state().rows
    assert (first.name, first.areas) == ("Single knee to chest", "Low back, buttock")
    assert [first.dose, bridge.dose, walk.dose] == ["3 × 20 seconds, each side", "8 times", "10 minutes"]


def test_a_hold_is_said_with_its_safe_range() -> None:
    """The dose of a held stretch reads like a sentence, ranges in brackets, fixed numbers without."""
    assert _view("knee_to_chest_single").dose.lines == (
        "Hold 20 seconds (5 to 30), 3 times (2 to 5) on each side.",
        "Rest 10 seconds (5 to 30) in between.",
        "Once a day (1 to 2), 7 days a week (2 to 7).",
    )


def test_a_movement_is_said_with_its_tempo_and_sets() -> None:
    """The dose of a movement names repetitions, the hold in each, the tempo and the sets."""
    assert _view("bridge").dose.lines == (
        "Repeat 8 times (5 to 12), holding each for 5 seconds (2 to 10).",
        "Each one slowly: 2 s there, 5 s held, 2 s back.",
        "1 set (1 to 3).",
        "Once a day (1 to 2), 7 days a week (4 to 7).",
    )


def test_a_walk_is_said_in_minutes() -> None:
    """The dose of a walk is minutes."""
    assert _view("walking").dose.lines[0] == "10 minutes (5 to 30)."


def test_instructions_are_grouped_by_role() -> None:
    """Each line stands with its role; the start position fills in where no set-up is written."""
    knee = _view("knee_to_chest_single")
    assert knee.set_up == ("Lie on your back, knees bent.",)
    assert knee.steps == ("Lift one knee.", "Draw it in.")
    assert knee.feel == ("An easy pull in the low back.",)
    assert knee.breathe == ("Breathe slowly.",)
    assert knee.safety == ("Ease off when it tingles.",)
    assert _view("bridge").set_up == ("On your back, knees bent.",)


def test_evidence_shows_tier_a_first() -> None:
    """The best source comes first whatever the file's order, and says what it gives."""
    evidence = _view("knee_to_chest_single").dose.evidence
    assert [(line.tier, line.says) for line in evidence] == [
        ("A", "Hold 10 to 30 s, 2 to 4 times"),
        ("B", "Hold 5 s. Morning and evening"),
    ]
    assert evidence[0].host == "acsm.example"
    assert evidence[1].seen_words == "read in a copy"


def test_every_number_says_where_it_comes_from() -> None:
    """Each number of the dose has its range, its reason and its publishers, our own choices named as such."""
    numbers = {number.name: number for number in _view("knee_to_chest_single").dose.numbers}
    hold = numbers["Hold, seconds"]
    assert (hold.value, hold.basis) == ("20 (5 to 30)", "60 seconds in all")
    assert hold.publishers == "American College of Sports Medicine; A clinic"
    assert numbers["Sets"].value == "1"
    assert numbers["Sets"].publishers == "our own choice"


def test_cautions_carry_their_sources() -> None:
    """Stop-if and not-if are kept apart, each with who says so."""
    knee = _view("knee_to_chest_single")
    [stop] = knee.stop_if
    assert stop.text == "Stop if pain moves further down the leg."
    assert [line.id for line in stop.sources] == ["ACSM", "WEB-1"]
    [never] = knee.not_if
    assert never.sources[0].tier_words == "no source found"


def test_a_harder_way_links_to_its_exercise() -> None:
    """A way that names another exercise leads there; one that does not is only a sentence."""
    knee = _view("knee_to_chest_single")
    assert [(way.exercise, way.exercise_name) for way in (*knee.easier, *knee.harder)] == [
        ("", ""),
        ("bridge", "Bridge"),
    ]


def test_filters_narrow_the_list() -> None:
    """Every filter leaves out what does not match, and together they leave out more."""
    assert _ids(Filters()) == ["knee_to_chest_single", "bridge", "walking"]
    assert _ids(Filters(area="low-back")) == ["knee_to_chest_single"]
    assert _ids(Filters(posture="supine")) == ["knee_to_chest_single", "bridge"]
    assert _ids(Filters(posture="supine", direction="neutral")) == ["bridge"]
    assert _ids(Filters(equipment="mat")) == ["bridge"]
    assert _ids(Filters(equipment=NO_EQUIPMENT)) == ["walking"]
    assert _ids(Filters(category="aerobic", area="foot")) == []


def test_search_takes_words_in_any_order() -> None:
    """The search looks at names, aliases, targets and areas, whatever the case, accents or order."""
    assert _ids(Filters(text="CHEST knee")) == ["knee_to_chest_single"]
    assert _ids(Filters(text="hug")) == ["knee_to_chest_single"]
    assert _ids(Filters(text="glutéus")) == ["knee_to_chest_single"]
    assert _ids(Filters(text="  ")) == ["knee_to_chest_single", "bridge", "walking"]
    assert _ids(Filters(text="knee zzz")) == []


def test_choices_hold_only_what_occurs() -> None:
    """A filter offers the values that some exercise has, in the order of the vocabulary."""
    offered = {choice.field: [option.value for option in choice.options] for choice in _state().choices}
    assert offered["area"] == ["low-back", "buttock"]
    assert offered["posture"] == ["supine", "walking"]
    assert offered["equipment"] == [NO_EQUIPMENT, "mat", "mat or bed"]
    assert offered["direction"] == ["flexion", "neutral"]


def test_counting() -> None:
    """The count says how many of how many."""
    assert count_words(25, 25) == "25 exercises"
    assert count_words(1, 25) == "1 of 25 exercises"
