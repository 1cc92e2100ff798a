"""What holds for every day at the desk, whatever anyone does and whatever the machine does meanwhile."""

from __future__ import annotations

import msgspec
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from coach.reminders.engine import Engine
from coach.reminders.memory import Memory, read
from coach.settings.breaks import Breaks, Cadence, Range, Rotation
from tests.reminders.acting import ACTIONS, History
from tests.reminders.world import ALWAYS, World

_MIN = 60_000
#: Shrinking a long day takes minutes; the seed that is printed is enough to find it again.
_PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
#: As often as it goes, so that much happens in a short history.
_OFTEN = (
    Cadence(key="nudge", moves=False, every_min=5, length_s=60),
    Cadence(key="move", moves=True, every_min=10, length_s=150),
    Cadence(key="water", moves=False, every_min=7, length_s=20),
)
#: What happens all the time; everything else now and then.
_OFTEN_DONE = [
    "works",
    "works",
    "takes",
    "finishes",
    "unlocks",
    "locks",
    "snoozes",
    "hands off",
    "mic",
    "dnd",
    "skips",
    "naps",
]
_DAY = (Range(begin_min=540, end_min=720), Range(begin_min=780, end_min=1020))
_breaks = st.builds(
    Breaks,
    on=st.just(True),
    mode=st.sampled_from(["soft", "firm", "strict"]),
    cadences=st.sampled_from([ALWAYS.cadences, _OFTEN, _OFTEN, ALWAYS.cadences[:1]]),
    rotation=st.builds(Rotation, on=st.booleans()),
    hours=st.sampled_from([ALWAYS.hours, ALWAYS.hours, (_DAY, _DAY, _DAY, _DAY, _DAY, (), ())]),
)
#: Waits around everything that is counted: seconds of a card, two and five minutes, an interval, the cap.
_WAITS = [0, 7_000, 35_000, 61_000, *(minutes * _MIN for minutes in (2, 3, 4, 5, 6, 7, 10, 11, 31, 61, 95))]
_doings = st.lists(
    st.tuples(
        st.sampled_from(_WAITS),
        st.sampled_from([*_OFTEN_DONE * 3, *sorted(ACTIONS)]),
    ),
    min_size=20,
    max_size=40,
)


def _play(breaks: Breaks, doings: list[tuple[int, str]]) -> History:
    history = History(World(breaks))
    for wait_ms, name in doings:
        history.pass_ms(wait_ms)
        history.do(name)
    return history


@settings(max_examples=300, deadline=None, phases=_PHASES, report_multiple_bugs=False)
@given(breaks=_breaks, doings=_doings)
def test_the_promises_hold(breaks: Breaks, doings: list[tuple[int, str]]) -> None:
    """Never two prompts within five minutes, none to who is away, none while busy but the one silent; each break ends once."""
    history = _play(breaks, doings)
    watcher = history.watcher
    view = history.world.engine.view()
    assert watcher.open == ({view.card.id} if view.card is not None else set()), "a break got lost"
    assert view.why, "nothing goes without a reason"
    assert history.world.engine.status().reason == view.why
    assert history.world.engine.next_look_ms() <= 60_000


@settings(max_examples=100, deadline=None, phases=_PHASES, report_multiple_bugs=False)
@given(breaks=_breaks, doings=_doings)
def test_everything_ends_when_everybody_goes_home(breaks: Breaks, doings: list[tuple[int, str]]) -> None:
    """Whatever happened, switched off nothing stays open but a break window, and that is over ten minutes after its time."""
    history = _play(breaks, doings)
    world = history.world
    world.session = world.locked = False
    world.take(world.engine.settle(replace(breaks, on=False)))
    history.pass_ms(30 * _MIN)
    assert not history.watcher.open
    assert world.engine.view().card is None


@settings(max_examples=100, deadline=None, phases=_PHASES, report_multiple_bugs=False)
@given(breaks=_breaks, doings=_doings)
def test_it_is_looked_at_rarely(breaks: Breaks, doings: list[tuple[int, str]]) -> None:
    """An hour left alone needs no more than a look in five seconds, and with nobody there one a minute."""
    history = _play(breaks, doings)
    history.do("unknown")
    assert history.pass_ms(60 * _MIN) <= 60 * 12
    history.world.locked = True
    history.world.look()
    history.pass_ms(20 * _MIN)
    assert history.pass_ms(60 * _MIN) <= 62


@settings(max_examples=100, deadline=None, phases=_PHASES, report_multiple_bugs=False)
@given(breaks=_breaks, doings=_doings)
def test_what_is_written_down_is_all_there_is(breaks: Breaks, doings: list[tuple[int, str]]) -> None:
    """The checkpoint reads back as it was, and a damaged one begins anew instead of failing."""
    world = _play(breaks, doings).world
    kept = world.engine.checkpoint()
    memory = read(kept)
    assert memory is not None
    assert msgspec.json.encode(memory) == kept
    assert read(kept[:-2]) is None
    assert Engine(breaks, world.sight(), kept[:-2]).checkpoint() == Engine(breaks, world.sight()).checkpoint()


@settings(max_examples=100, deadline=None, phases=_PHASES, report_multiple_bugs=False)
@given(doings=_doings)
def test_the_timeline_holds_no_more_than_the_day(doings: list[tuple[int, str]]) -> None:
    """All stretches together are never longer than the real time that passed, and none is negative."""
    history = _play(ALWAYS, doings)
    memory: Memory = history.world.engine._run.memory
    assert all(span.ms > 0 for span in memory.spans)
    assert sum(span.ms for span in memory.spans) <= history.watcher.real_ms + len(doings) * 2_000
    assert all(value >= 0 for value in memory.counters.values())
