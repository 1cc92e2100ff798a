"""A plan in words."""

from __future__ import annotations

from coach.content.routine import AskStep, BreatheStep, Group, HeatStep, HoldStep, MoveStep, OffStep, RepsStep
from coach.content.vocabulary import Area, Order, Side, When
from coach.content.words import clock_text
from coach.plan.text import plan_lines
from tests.plan.shelf import plan
from tests.plan.test_packs import cold, contrast, heat


def test_equal_repetitions_are_one_line() -> None:
    """Three holds with their rests are one line on each side."""
    assert plan_lines(plan(HoldStep(exercise="hug"))) == [
        "Trial: 3:48.",
        "",
        "   0:00  Hug, left side.",
        "           Lie on your back with both knees bent.",
        "           Draw one knee in.",
        "           Stop if the leg tingles.",
        "   0:21  Hold for 20 seconds, three times. Rest 10 seconds in between.",
        "           Feel an easy pull in the low back.",
        "           Breathe slowly.",
        "   2:02  Change sides. Now the right.",
        "   2:07  Hold for 20 seconds, three times. Rest 10 seconds in between.",
        "           Feel an easy pull in the low back.",
        "           Breathe slowly.",
    ]


def test_sides_in_turn_are_one_line() -> None:
    """Rounds of one repetition on each side read as one thing to do."""
    group = Group(steps=(HoldStep(exercise="hug", reps=1),), order=Order.ALTERNATE, repeat=3)
    lines = plan_lines(plan(group))
    assert any(line.endswith("Left and right in turn, 20 seconds at a time, 3 times each side.") for line in lines)
    assert not any("Change sides" in line for line in lines)


def test_a_movement_says_how_often_and_how_long() -> None:
    """Repetitions with the length of one."""
    lines = plan_lines(plan(RepsStep(exercise="cat", sets=2)))
    assert any(line.endswith("Eight times. 2 sets. 16 seconds each. Rest 30 seconds in between.") for line in lines)


def test_a_walk_says_that_it_is_open() -> None:
    """A move says about how long and who ends it."""
    assert plan_lines(plan(MoveStep(exercise="walk")))[-2].endswith("About 10 minutes. It counts up until you go on.")


def test_a_circuit_says_its_rounds() -> None:
    """Each later round has a line of its own."""
    group = Group(steps=(HoldStep(exercise="tilt", reps=5), HoldStep(exercise="calf")), repeat=3)
    rounds = [line.split(maxsplit=1)[1] for line in plan_lines(plan(group)) if "Round" in line]
    assert rounds == ["Round 2.", "Round 3."]


def test_a_pack_says_how_often_to_look() -> None:
    """One pack: where, how long, what lies between, how often to look, when it comes off."""
    assert plan_lines(plan(HeatStep(area=Area.BUTTOCK, side=Side.LEFT)))[2:] == [
        "   0:00  Heat on your left buttock, 15 minutes.",
        "           A dry towel between. Never on high.",
        "           Look at the skin every 5 minutes.",
        "  15:00  Take the heat off now and look at the skin.",
    ]


def test_heat_and_cold_in_turn_are_one_line() -> None:
    """A contrast set names its packs in order."""
    lines = plan_lines(plan(contrast(heat(4), cold(1), heat(4))))
    assert lines[2].endswith("Heat and cold in turn on your left buttock, 10 minutes in all.")
    assert lines[4].endswith("In turn: heat 4:00, cold 1:00, heat 4:00. Look at the skin at every swap.")


def test_quiet_steps_say_how_long() -> None:
    """Breathing and time off have their length behind them, a question has none; the headline says it is extra."""
    lines = plan_lines(plan(BreatheStep(duration_s=90), OffStep(duration_s=7200), AskStep(when=When.AFTER)))
    assert lines[0] == "Trial: 2:01:30, and the time you take to answer."
    assert [line.rsplit(maxsplit=1)[-1] for line in lines[2:]] == ["(1:30)", "(2:00:00)", "10?"]


def test_times_are_written_as_people_do() -> None:
    """Minutes and seconds, hours where there are any."""
    assert [clock_text(ms) for ms in (0, 59_999, 60_000, 3_600_000)] == ["0:00", "0:59", "1:00", "1:00:00"]
