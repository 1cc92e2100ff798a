"""What the page holds and what there is to choose from."""

from __future__ import annotations

from coach.analysis.series import Key
from coach.content.vocabulary import Area, Quality, Side
from coach.ui.progress.choice import Choice
from coach.ui.progress.state import build_state, place_chips, quality_chips
from tests.analysis.make import entry
from tests.ui.progress.sample import LEFT, TODAY, state


def test_rehearsals_alone_are_nothing_to_show() -> None:
    """The page stays empty until an entry counts; they are counted all the same."""
    rehearsed = build_state([entry("2025-05-20T08:00", rehearsal=True)], [], TODAY)
    assert rehearsed.empty
    assert rehearsed.rehearsals == 1
    assert not state().empty


def test_two_feelings_are_a_choice() -> None:
    """Each that was logged, in their usual order, and all of them."""
    entries = [entry("2025-05-19T08:00", 3), entry("2025-05-20T08:00", 8, quality=Quality.CRAMP)]
    chips = quality_chips(build_state(entries, [], TODAY), Choice({LEFT: 0}))
    assert [chip.words for chip in chips] == ["All feelings", "Tightness", "Cramp"]


def test_one_feeling_needs_no_choice() -> None:
    """As long as only tightness was logged, nobody is asked which feeling."""
    assert quality_chips(build_state([entry("2025-05-20T08:00")], [], TODAY), Choice({LEFT: 0})) == ()


def test_every_tracked_place_can_be_chosen_four_at_a_time() -> None:
    """The fifth chip waits until one of the four is taken away."""
    areas = [Area.BUTTOCK, Area.HIP, Area.CALF, Area.FOOT, Area.HAMSTRING]
    folded = build_state([entry("2025-05-20T08:00", area=area) for area in areas], [], TODAY)
    choice = Choice({Key(area, Side.LEFT): n for n, area in enumerate(areas[:4])})
    chips = place_chips(folded, choice)
    assert [(chip.words, chip.chosen, chip.enabled) for chip in chips] == [
        ("Buttock, left", True, True),
        ("Calf, left", True, True),
        ("Foot, left", True, True),
        ("Hamstring, left", False, False),
        ("Hip, left", True, True),
    ]
