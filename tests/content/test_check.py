"""What is right as a whole: doses that add up, packs with their gaps, lengths, ids. Wrong ones: test_broken.py."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import msgspec
import pytest

from coach.content.check import check_files, check_routine
from coach.content.check_length import least_seconds
from coach.content.library import Library
from coach.content.loader import parse_text, read_routine
from coach.content.problems import Problem
from coach.content.routine import HoldStep
from coach.resources import assets
from tests.content.texts import HEAD, ROUTINE, group, routine

PACK = 'kind = "{mode}"\narea = "{area}"\n{more}'


def problems_of(text: str, library: Library) -> list[Problem]:
    """What the checks say about a routine whose fields are in order."""
    found, problems = read_routine(text)
    assert problems == []
    assert found is not None
    parsed, _problems = parse_text(text.encode(), "mine.toml")
    assert parsed is not None
    return check_routine(found, library, parsed.lines(), "mine.toml")


def pack(mode: str, more: str = "", area: str = "low-back") -> str:
    """One heat or cold step."""
    return PACK.format(mode=mode, area=area, more=more)


def off(seconds: int) -> str:
    """A time without a pack."""
    return f'kind = "off"\nduration_s = {seconds}'


@pytest.mark.parametrize(
    "text",
    [
        routine('kind = "hold"\nexercise = "knee_to_chest_double"\nside = "both"'),
        routine('kind = "hold"\nexercise = "calf_wall"\nside = "left"\nreps = 4\nsets = 2'),
        routine('kind = "hold"\nexercise = "prone_press_up"\nhold_s = 15\nreps = 4'),
        routine('kind = "reps"\nexercise = "cat_cow"\ntempo = { out_s = 3, hold_s = 15, back_s = 3, pause_s = 15 }'),
        routine('kind = "move"\nexercise = "walking"\ntarget_s = 300'),
        routine('kind = "hold"\nexercise = "pelvic_tilt"\nrest_s = 600'),
        group('repeat = 5\norder = "alternate"', 'kind = "hold"\nexercise = "knee_to_chest_single"\nreps = 1'),
        routine(
            'kind = "hold"\nexercise = "knee_to_chest_single"\nside = "left"\nreps = 5',
            'kind = "hold"\nexercise = "knee_to_chest_single"\nside = "right"\nreps = 5',
        ),
    ],
)
def test_doses_inside_the_safe_range_pass(text: str, library: Library) -> None:
    """Both sides at once, sets, held press-ups, slow tempos, single repetitions made up by a group, side by side."""
    assert problems_of(text, library) == []


def test_repetitions_on_one_side_add_up(library: Library) -> None:
    """Left alone, then both: the left gets too many, the right does not, and one sentence says so."""
    text = routine(
        'kind = "hold"\nexercise = "knee_to_chest_single"\nside = "left"\nreps = 3',
        'kind = "hold"\nexercise = "knee_to_chest_single"\nside = "right-then-left"\nreps = 3',
    )
    [problem] = problems_of(text, library)
    assert (problem.line, "adds up to 6 repetitions on each side" in problem.sentence) == (15, True)


def test_a_range_of_exercises_is_held_at_both_ends(library: Library) -> None:
    """For every held exercise the ends of the range pass, and a second more or less does not."""
    for exercise in library.exercises.values():
        hold = exercise.dose.hold_s
        if exercise.kind != "hold" or hold is None:
            continue
        for seconds, right in ((hold.min, True), (hold.max, True), (hold.min - 1, False), (hold.max + 1, False)):
            if seconds >= 1:
                text = routine(f'kind = "hold"\nexercise = "{exercise.id}"\nhold_s = {seconds}')
                assert (problems_of(text, library) == []) is right, (exercise.id, seconds)


@pytest.mark.parametrize(
    "text",
    [
        routine(pack("heat", "duration_s = 1200"), off(7200), pack("heat"), off(7200), pack("heat", "duration_s = 30")),
        routine(pack("heat"), off(1800), pack("cold", "duration_s = 900")),
        routine(pack("heat"), pack("heat", area="hip")),
        routine(pack("heat", 'side = "left"', "calf"), pack("heat", 'side = "right"', "calf")),
        routine(pack("cold"), off(3600), pack("heat"), off(3600), pack("cold")),
        group("repeat = 3", pack("heat"), off(3600), pack("cold"), off(3600)),
    ],
    ids=["with gaps", "other kind", "other place", "other side", "gap made up of two", "in a group"],
)
def test_packs_with_their_gaps_pass(text: str, library: Library) -> None:
    """The gap counts the same kind on the same skin only, and all `off` in between."""
    assert problems_of(text, library) == []


def test_left_and_both_are_the_same_skin(library: Library) -> None:
    """A pack on both calves covers the left one too."""
    text = routine(pack("heat", 'side = "left"', "calf"), pack("heat", 'side = "both"', "calf"))
    [problem] = problems_of(text, library)
    assert "Put 120 minutes" in problem.sentence


HEAT, COLD = pack("heat", "duration_s = 240"), pack("cold", "duration_s = 60")


def contrast(*packs: str, repeat: int = 1) -> str:
    """A contrast group as steps of a routine."""
    head = f'kind = "group"\nexposure = "contrast"\nrepeat = {repeat}\n'
    return head + "".join(f"\n[[steps.steps]]\n{step}\n" for step in packs)


@pytest.mark.parametrize(
    "text",
    [
        routine(contrast(HEAT, COLD, repeat=3), contrast(HEAT)),
        routine(contrast(HEAT, COLD, repeat=4)),
        routine(contrast(HEAT, COLD, HEAT, COLD, HEAT, COLD, HEAT)),
        routine(contrast(COLD, HEAT, repeat=3)),
        routine(contrast(HEAT, COLD, repeat=3), off(7200), contrast(HEAT, COLD, repeat=3)),
    ],
    ids=["ending on heat", "four rounds", "written out", "cold first", "twice a day"],
)
def test_contrast_sets_as_thermal_says_pass(text: str, library: Library) -> None:
    """Three or four rounds, groups that follow each other as one set, and a second set after the gap."""
    assert problems_of(text, library) == []


def test_a_third_contrast_set_a_day_is_too_many(library: Library) -> None:
    """Two a day; the third is refused at its own line even with its gap."""
    three = contrast(HEAT, COLD, repeat=3)
    [problem] = problems_of(routine(three, off(7200), three, off(7200), three), library)
    assert "at most 2" in problem.sentence


def test_a_pack_after_a_contrast_set_needs_the_gap(library: Library) -> None:
    """A contrast set is heat and cold for the skin."""
    [problem] = problems_of(routine(contrast(HEAT, COLD, repeat=3), pack("cold")), library)
    assert "Put 120 minutes" in problem.sentence


def test_time_off_is_not_counted_and_two_hours_are(library: Library) -> None:
    """Six hours of `off` are fine; two hours of rest and one second are not."""
    hour = 'kind = "rest"\nduration_s = 3600'
    assert problems_of(routine(off(10_800), off(10_800), hour, hour), library) == []
    [problem] = problems_of(routine(hour, hour, 'kind = "rest"\nduration_s = 1'), library)
    assert "longer than 2 hours" in problem.sentence


def test_two_hundred_steps_pass_and_one_more_does_not(library: Library) -> None:
    """The limit counts groups written out."""
    rest = 'kind = "rest"\nduration_s = 1'
    assert problems_of(group("repeat = 100", rest, rest), library) == []
    more = group("repeat = 100", rest, rest) + f"\n[[steps]]\n{rest}\n"
    [problem] = problems_of(more, library)
    assert "more than 200 steps" in problem.sentence


def test_the_least_length_counts_work_rests_and_sides(library: Library) -> None:
    """3 x 20 s with 10 s rests on two sides and 5 s to change them: 165 s."""
    found, _problems = read_routine(ROUTINE)
    assert found is not None
    assert least_seconds(HoldStep(exercise="knee_to_chest_single"), found, library) == 2 * (60 + 20) + 5


def test_an_exercise_among_the_files_is_known_to_the_routines(tmp_path: Path, library: Library) -> None:
    """A routine may use an exercise that is checked with it, whatever the order."""
    text = (assets() / "exercises" / "pelvic_tilt.toml").read_text(encoding="utf-8")
    own = tmp_path / "own.toml"
    own.write_text(text.replace('id = "pelvic_tilt"', 'id = "own_tilt"'), encoding="utf-8")
    uses = tmp_path / "uses.toml"
    uses.write_text(HEAD + '\n[[steps]]\nkind = "hold"\nexercise = "own_tilt"\n', encoding="utf-8")
    assert check_files([uses, own], library) == []
    assert [problem.line for problem in check_files([uses], library)] == [7]


def test_a_copy_of_a_shipped_file_is_no_second_one(tmp_path: Path, library: Library) -> None:
    """The same routine or exercise under its own id is fine; a changed one needs an id of its own."""
    for folder, name in (("routines", "neutral"), ("exercises", "bridge")):
        text = (assets() / folder / f"{name}.toml").read_text(encoding="utf-8")
        copy = tmp_path / f"{name}.toml"
        copy.write_text(text, encoding="utf-8")
        assert check_files([copy], library) == []
        copy.write_text(text.replace("name = ", "name = 'My own' #", 1), encoding="utf-8")
        assert "which comes with Limber" in check_files([copy], library)[0].sentence


def test_an_exercise_is_known_by_its_fields_and_its_folder(tmp_path: Path, library: Library) -> None:
    """The fields tell what a file means to be; where they do not, the folder does."""
    folder = tmp_path / "exercises"
    folder.mkdir()
    for path, word in ((tmp_path / "a.toml", "A routine"), (folder / "a.toml", "An exercise")):
        path.write_text('id = "a"\n', encoding="utf-8")
        assert all(problem.sentence.startswith(word) for problem in check_files([path], library))
    path = tmp_path / "b.toml"
    path.write_text('id = "b"\ncategory = "nerve"\nper_side = false\n', encoding="utf-8")
    assert check_files([path], library)[0].sentence.startswith("An exercise")


def test_caps_come_from_thermal_toml(library: Library) -> None:
    """With other caps in thermal.toml the same file is judged by those."""
    limits = msgspec.structs.replace(library.thermal.heat, max_selectable_min=5.0)
    thermal = msgspec.structs.replace(library.thermal, heat=limits)
    stricter = dataclasses.replace(library, thermal=thermal)
    text = routine(pack("heat", "duration_s = 600"))
    assert problems_of(text, library) == []
    assert "10 minutes of heat is over the cap of 5 minutes" in problems_of(text, stricter)[0].sentence
