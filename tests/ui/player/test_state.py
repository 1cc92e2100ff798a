"""A moment of a session in words, colours and shapes."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from coach.content.library import Library
from coach.content.vocabulary import Side
from coach.plan.compile import compile as compile_routine
from coach.plan.timeline import SegmentKind, Timeline
from coach.session.state import Need, Phase
from coach.ui.player.state import (
    Face,
    caption_of,
    clock_of,
    face_of,
    left_words,
    pack_words,
    progress_of,
    stage_view,
)
from coach.ui.tokens import Tone
from tests.ui.player.conftest import find, heat_pack, moment


def test_a_hold_says_side_count_and_what_comes(library: Library, ease: Timeline) -> None:
    """A hold is amber, says its side in big words, which of how many it is, and the rest that follows."""
    at = find(ease, SegmentKind.HOLD, "knee_to_chest_single", rep=2)
    view = stage_view(ease, library, moment(ease, at, 3_000))
    assert view.title == "Single knee to chest"
    assert (view.word, view.count, view.tone) == ("Hold", "2 of 3", Tone.HOLD)
    assert (view.side, view.side_words) == (Side.LEFT, "Left side")
    assert view.next_up == "Rest, 10 seconds"
    assert view.figure == ("knee_to_chest_single", True)
    assert view.moving
    assert view.face is Face.NOTHING


def test_a_rest_counts_nothing(library: Library, ease: Timeline) -> None:
    """A rest is grey, keeps the step's name and does not count itself."""
    at = find(ease, SegmentKind.REST, "knee_to_chest_single")
    view = stage_view(ease, library, moment(ease, at, 1_000))
    assert (view.title, view.word, view.count, view.tone) == ("Single knee to chest", "Rest", "", Tone.REST)
    assert view.next_up == "Hold, 20 seconds"


def test_a_walk_of_a_given_time_counts_down(library: Library, ease: Timeline) -> None:
    """An open movement counts up until the person goes on; in a break at the desk it has an end."""
    at = find(ease, SegmentKind.REST, "knee_to_chest_single")
    segments = list(ease.segments)
    for duration_ms, up in ((90_000, False), (None, True)):
        segments[at] = replace(segments[at], kind=SegmentKind.MOVE, exercise="walking", duration_ms=duration_ms)
        view = stage_view(replace(ease, segments=tuple(segments)), library, moment(ease, at, 1_000))
        assert (view.title, view.word, view.counts_up) == ("Short walk", "Keep moving", up)


def test_a_pause_is_said_in_the_ring(library: Library, ease: Timeline) -> None:
    """A pause turns grey, says so and stands still; the instruction stays."""
    at = find(ease, SegmentKind.HOLD, "knee_to_chest_single")
    view = stage_view(ease, library, moment(ease, at, 3_000, phase=Phase.PAUSED))
    assert (view.word, view.tone, view.moving, view.face) == ("Paused", Tone.REST, False, Face.PAUSED)
    assert view.caption


def test_heat_says_where_and_how_long(library: Library, packs: Timeline) -> None:
    """Heat is coral, names the place, and says how long the pack has been on."""
    at = find(packs, SegmentKind.HEAT)
    view = stage_view(packs, library, moment(packs, at, 28_000, pack=heat_pack(28_000)))
    assert (view.title, view.tone, view.icon) == ("Heat", Tone.HEAT, "flame")
    assert view.side_words == "Buttock"
    assert view.pack_words == "Pack on for 0:28 of 15:00"
    assert view.next_up == "Skin check"


def test_an_uncertain_pack_says_at_least(packs: Timeline) -> None:
    """After a gap nobody knows how long the pack was on."""
    at = find(packs, SegmentKind.HEAT)
    words = pack_words(moment(packs, at, pack=heat_pack(300_000, certain=False)))
    assert words == "Pack on for at least 5:00 of 15:00"
    assert pack_words(moment(packs, at)) == ""


@pytest.mark.parametrize(
    ("milliseconds", "minutes", "seconds"),
    [
        (0, "", "0"),
        (1, "", "1"),
        (20_000, "", "20"),
        (98_001, "", "99"),
        (99_001, "1 min", "40"),
        (272_000, "4 min", "32"),
    ],
)
def test_the_clock_counts_down_to_the_second(milliseconds: int, minutes: str, seconds: str) -> None:
    """What is left is rounded up; from 100 seconds on the minutes stand above."""
    clock = clock_of(milliseconds)
    assert (clock.minutes, clock.seconds) == (minutes, seconds)


def test_the_clock_counts_up_by_whole_seconds() -> None:
    """Counting up, a second counts once it is over."""
    assert clock_of(1_999, up=True).seconds == "1"


@pytest.mark.parametrize(
    ("phase", "need", "face"),
    [
        (Phase.RUNNING, Need.NOTHING, Face.NOTHING),
        (Phase.PAUSED, Need.NOTHING, Face.PAUSED),
        (Phase.PAUSED, Need.GAP_CHOICE, Face.GAP),
        (Phase.PAUSED, Need.PACK_OFF, Face.PACK_OFF),
        (Phase.RESUMING, Need.NOTHING, Face.RESUMING),
        (Phase.WAITING, Need.RATING, Face.RATING),
        (Phase.WAITING, Need.CONFIRM_PACK, Face.CONFIRM),
        (Phase.WAITING, Need.PACK_ON, Face.PACK_ON),
        (Phase.RUNNING, Need.SKIN_CHECK, Face.SKIN_CHECK),
        (Phase.WAITING, Need.ADVANCE, Face.NOTHING),
        (Phase.STOPPED, Need.WORSE_CHOICE, Face.WORSE),
        (Phase.OVER, Need.NOTHING, Face.OVER),
    ],
)
def test_what_is_asked_comes_before_what_goes_on(ease: Timeline, phase: Phase, need: Need, face: Face) -> None:
    """A question lies over a pause; the end lies over everything."""
    assert face_of(moment(ease, 1, phase=phase, need=need)) is face


def test_the_instruction_follows_the_voice(ease: Timeline) -> None:
    """While getting ready the sentence that was said last is shown, in the order it is said."""
    prepare = find(ease, SegmentKind.PREPARE)
    start = ease.segments[prepare].start_ms
    said = [cue for cue in ease.cues if cue.segment == prepare]
    for cue in said[1:]:
        assert caption_of(ease, prepare, cue.at_ms) == cue.text
    assert caption_of(ease, prepare, start) != ""


def test_counts_are_not_instructions(ease: Timeline) -> None:
    """The words Two or Five seconds never takes the place of the instruction."""
    at = find(ease, SegmentKind.HOLD, "knee_to_chest_single", rep=2)
    segment = ease.segments[at]
    assert caption_of(ease, at, segment.end_ms - 1) == segment.text


def test_progress_fills_from_left_to_right(ease: Timeline) -> None:
    """Steps before are full, the present one part full, those to come empty; shares add up to one."""
    at = find(ease, SegmentKind.HOLD, "knee_to_chest_single", rep=2)
    pieces = progress_of(ease, moment(ease, at, 3_000))
    here = next(number for number, piece in enumerate(pieces) if piece.here)
    assert all(piece.done == 1 for piece in pieces[:here])
    assert 0 < pieces[here].done < 1
    assert all(piece.done == 0 for piece in pieces[here + 1 :])
    assert sum(piece.share for piece in pieces) == pytest.approx(1)


def test_time_left_is_in_minutes(ease: Timeline) -> None:
    """The whole session is said in minutes, its end in words."""
    assert left_words(ease, 0) == f"{round(ease.total_ms / 60_000)} minutes left"
    assert left_words(ease, ease.total_ms - 5_000) == "Less than a minute left"
    assert left_words(ease, ease.total_ms - 148_000) == "2½ minutes left"
    assert left_words(ease, ease.total_ms - 125_000) == "2 minutes left"


def test_every_segment_of_every_routine_can_be_shown(library: Library) -> None:
    """No stretch of a shipped routine is without a name, a word, a shape and a next."""
    for file in library.routines.values():
        timeline = compile_routine(file, library)
        for index in range(len(timeline.segments)):
            view = stage_view(timeline, library, moment(timeline, index))
            assert view.title
            assert view.word
            assert view.icon
            assert view.next_up
