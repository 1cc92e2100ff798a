"""What is heard of a session, and when."""

from __future__ import annotations

from itertools import pairwise

import pytest

from coach.aloud.acts import Hush, Play, Say, Weight
from coach.aloud.prompter import Prompter
from coach.content.load_library import load_library
from coach.content.vocabulary import Area, Mode
from coach.plan.compile import compile as compile_routine
from coach.plan.pacing import speech_ms
from coach.plan.timeline import Cue, CueKind, Preferences, SegmentKind
from coach.ports.sounds import Earcon
from coach.resources import assets
from coach.session.engine import Engine
from coach.session.events import CueDue, GapKind, PackDue, PackRefused
from coach.session.state import Need, Phase
from tests.aloud.listening import THERMAL, Ear, choices

_KNEE = "knee left: prepare 5, enter 3, hold 30, release 2, rest 12, enter 3, hold 30, release 2"
_HEAT = "heat buttock left: 15"


def _ready(text: str, **chosen: object) -> Ear:
    ear = Ear(text, choices(**chosen))
    ear.do(ear.engine.start())
    return ear


def _warm(text: str = _HEAT, **chosen: object) -> Ear:
    """A session whose heat pack is on."""
    ear = _ready(text, **chosen)
    ear.do(ear.engine.confirm_pack(all_yes=True))
    ear.do(ear.engine.pack_is_on())
    return ear


def test_a_held_stretch_from_beginning_to_end() -> None:
    """Start with each hold, rest when it is over, three ticks before each end, done at the last."""
    ear = _ready(_KNEE)
    ear.pass_s(90)
    assert ear.of(Play) == [
        (2, "tick"), (3, "tick"), (4, "tick"),
        (8, "start"), (35, "tick"), (36, "tick"), (37, "tick"), (38, "rest"),
        (49, "tick"), (50, "tick"), (51, "tick"),
        (55, "start"), (82, "tick"), (83, "tick"), (84, "tick"), (85, "rest"), (87, "done"),
    ]  # fmt: skip


def test_repetitions_and_sides() -> None:
    """A set of repetitions has one start, a change of sides its own sound."""
    ear = _ready("bridge: prepare 2.5, reps 4, reps 4\nknee right: switch 5, enter 3, hold 9, release 2")
    ear.pass_s(40)
    assert [name for _at, name in ear.of(Play) if name != "tick"] == ["start", "switch", "start", "rest", "done"]


def test_every_cue_is_said_at_its_moment() -> None:
    """The sentences of the plan, in order, each when it is due and with its weight."""
    ear = _ready(_KNEE)
    ear.pass_s(90)
    assert ear.of(Say) == [(cue.at_ms / 1000, cue.text) for cue in ear.timeline.cues]
    weights = {act.text: act.weight for _at, act in ear.heard if isinstance(act, Say)}
    assert weights == {"step": Weight.GUIDE, "halfway": Weight.COUNT, "five-seconds": Weight.COUNT}


@pytest.mark.parametrize("kind", list(CueKind))
def test_every_kind_of_cue_can_be_said(kind: CueKind) -> None:
    """Whatever the plan says is spoken; only the question for a rating is left out where nobody is asked."""
    cue = CueDue(at_ms=5, cue=Cue(at_ms=5, segment=0, kind=kind, text="Words."))
    (said,) = Ear(_KNEE).prompter.hear(cue)
    assert isinstance(said, Say)
    silent = Ear(_KNEE, choices(asks=False)).prompter.hear(cue)
    assert bool(silent) is (kind is not CueKind.ASK)


def test_a_learning_week_asks_aloud_whatever_is_chosen_otherwise() -> None:
    """The week was chosen on purpose; the questions before and after may be off."""
    shelf = load_library(assets())
    timeline = compile_routine(shelf.routines["gentle-start"], shelf, Preferences(learning="s"))
    cue = next(one for one in timeline.cues if one.kind is CueKind.ASK)
    heard = Prompter(timeline, choices(asks=False)).hear(CueDue(at_ms=0, cue=cue))
    assert [type(act) for act in heard] == [Say]


def test_without_a_voice_the_sounds_stay_and_the_other_way_round() -> None:
    """Voice and each sound are chosen by themselves; a sound at 0 still flashes."""
    ear = _ready(_KNEE, voice=False, levels={**choices().levels, Earcon.TICK: 0})
    ear.pass_s(90)
    assert ear.of(Say) == []
    assert {act.level for _at, act in ear.heard if isinstance(act, Play) and act.earcon is Earcon.TICK} == {0}
    assert {act.level for _at, act in ear.heard if isinstance(act, Play) and act.earcon is not Earcon.TICK} == {70}


def test_mute_keeps_every_flash() -> None:
    """Nothing is said, every sound is there at level 0, at the same moments as ever."""
    loud, mute = _ready(_KNEE), Ear(_KNEE)
    mute.muted = True
    mute.do(mute.engine.start())
    loud.pass_s(90)
    mute.pass_s(90)
    assert mute.of(Say) == []
    assert mute.of(Play) == loud.of(Play)
    assert {act.level for _at, act in mute.heard if isinstance(act, Play)} == {0}


def test_a_jump_stops_what_is_being_said() -> None:
    """Skip, back and a pause: the sentence is about something that is over."""
    ear = _ready(_KNEE + "\nknee right: prepare 5, enter 3, hold 30, release 2")
    ear.pass_s(6)
    assert ear.of(Hush) == []
    ear.do(ear.engine.skip())
    ear.pass_s(1)
    ear.do(ear.engine.pause())
    assert ear.of(Hush) == [(6, ""), (7, "")]


def test_after_a_pause_three_ticks_lead_back() -> None:
    """The get-ready after a pause is counted down, each time."""
    ear = _ready(_KNEE)
    ear.pass_s(12)
    for _time in range(2):
        ear.do(ear.engine.pause())
        ear.heard.clear()
        ear.do(ear.engine.resume())
        ear.pass_s(3)
        assert [name for _at, name in ear.of(Play)].count("tick") == 3


def test_going_back_counts_down_again() -> None:
    """A stretch done once more has its ticks once more."""
    ear = _ready(_KNEE)
    ear.pass_s(4.5)
    ear.do(ear.engine.nudge(-10_000))
    ear.heard.clear()
    ear.pass_s(5)
    assert [name for _at, name in ear.of(Play)] == ["tick", "tick", "tick"]


def test_a_pack_as_planned() -> None:
    """Start when it is on, a sound with each skin check, the alarm and the words when it has to come off."""
    ear = _warm()
    for _check in range(2):
        ear.pass_s(300)
        assert ear.engine.snapshot().need is Need.SKIN_CHECK
        ear.do(ear.engine.skin_ok())
    ear.pass_s(300)
    assert [name for _at, name in ear.of(Play)] == ["start", "switch", "switch", "alarm"]
    (level,) = [act.level for _at, act in ear.heard if isinstance(act, Play) and act.earcon is Earcon.ALARM]
    assert level == 50
    assert ear.of(Say)[-1] == (900, "Take the heat off now and look at the skin.")
    assert ear.heard[-1][1] == Say("Take the heat off now and look at the skin.", Weight.ALARM, 900_000)


def test_a_look_out_of_turn_is_asked_for_like_the_others() -> None:
    """After a locked screen: the sound, then the sentence; unanswered for a minute it is said again."""
    ear = _warm()
    ear.pass_s(100)
    ear.heard.clear()
    ear.do(ear.engine.ask_skin())
    assert [act for _at, act in ear.heard] == [Play(Earcon.SWITCH, 70), Say("Look.", Weight.CARE, 100_000)]
    ear.pass_s(61)
    assert ear.of(Say) == [(100, "Look."), (160, "Look.")]
    assert ear.of(Play)[1:][0][1] == "alarm"


def test_an_alarm_nobody_answers_rises_until_somebody_does() -> None:
    """Unanswered checks and packs call every five seconds, louder with time, and say it again and again."""
    ear = _warm()
    ear.pass_s(300 + 119)
    alarms = [act.level for _at, act in ear.heard if isinstance(act, Play) and act.earcon is Earcon.ALARM]
    assert len(alarms) >= 10
    assert alarms == sorted(alarms)
    assert (alarms[0], alarms[-1] > 95) == (62, True)
    ear.pass_s(60)
    later = [(at, act) for at, act in ear.heard if isinstance(act, Play) and act.level == 100]
    assert len(later) >= 10
    assert all(2_000 <= second - first <= 5_000 for (first, _a), (second, _b) in pairwise(later))
    off = [text for at, text in ear.of(Say) if at >= 420]
    assert len(off) >= 4
    assert set(off) - {"step"} == {"Take the heat off now and look at the skin."}
    ear.do(ear.engine.pack_is_off())
    ear.heard.clear()
    ear.pass_s(60)
    assert ear.heard == []


def test_mute_does_not_silence_an_alarm_that_nobody_answers() -> None:
    """The first call can be muted; once nobody has answered for a while it is heard all the same."""
    ear = _warm()
    ear.heard.clear()
    ear.muted = True
    ear.pass_s(300 + 29)
    assert {act.level for _at, act in ear.heard if isinstance(act, Play)} == {0}
    ear.pass_s(91)
    alarms = [act.level for _at, act in ear.heard if isinstance(act, Play) and act.earcon is Earcon.ALARM]
    assert min(alarms) > 50
    assert max(alarms) == 100
    assert ear.of(Say) == []


def test_after_a_sleep_the_alarm_is_at_its_loudest() -> None:
    """The machine slept with a pack on: silence for what was said, then the alarm and take it off."""
    ear = _warm()
    ear.pass_s(100)
    ear.heard.clear()
    ear.do(ear.engine.gap(GapKind.SLEPT, 0, 3_600_000))
    assert isinstance(ear.heard[0][1], Hush)
    assert Play(Earcon.ALARM, 100) in [act for _at, act in ear.heard]
    assert ("Take the heat off now and look at the skin.") in [text for _at, text in ear.of(Say)]


def test_after_a_restart_it_names_the_pack_that_was_on() -> None:
    """Nothing began yet in this process: what is to come off is known from where the session stands."""
    ear = _warm(text="heat buttock left: 15\nknee: prepare 5, hold 30\ncold calf right: 10")
    ear.pass_s(100)
    point = ear.engine.checkpoint()
    again = Ear(ear.timeline)
    again.engine = Engine.from_checkpoint(ear.timeline, THERMAL, point)
    again.prompter = Prompter(ear.timeline, choices(), again.engine.snapshot().segment)
    again.do(again.engine.advance(20_000))
    assert {text for _at, text in again.of(Say)} == {"Take the heat off now and look at the skin."}
    assert len(again.of(Say)) == 2


def test_a_refused_pack_says_why() -> None:
    """The sentence that is on the screen is spoken as well."""
    refused = PackRefused(at_ms=1, mode=Mode.HEAT, area=Area.BUTTOCK, side=None, reason="Not today.")
    assert Ear(_HEAT).prompter.hear(refused) == [Say("Not today.", Weight.GUIDE, 1)]


def test_an_early_end_is_silent() -> None:
    """Whoever ends it hears no fanfare and no rest of a sentence."""
    ear = _ready(_KNEE)
    ear.pass_s(12)
    ear.heard.clear()
    ear.do(ear.engine.end())
    assert [act for _at, act in ear.heard] == [Hush()]


_LIBRARY = load_library(assets())
_ANSWERS = {
    Need.RATING: Engine.go_on,
    Need.ADVANCE: Engine.go_on,
    Need.CONFIRM_PACK: lambda engine: engine.confirm_pack(all_yes=True),
    Need.PACK_ON: Engine.pack_is_on,
    Need.SKIN_CHECK: Engine.skin_ok,
    Need.PACK_OFF: Engine.pack_is_off,
}


def test_a_contrast_set_that_ends_early_names_what_is_on() -> None:
    """Its last pack is heat; ended under cold, cold has to come off: at once, each time it is said again, after a restart."""
    timeline = compile_routine(_LIBRARY.routines["contrast-packs"], _LIBRARY)
    ear = Ear(timeline)
    ear.engine = Engine(timeline, _LIBRARY.thermal, "session")
    ear.do(ear.engine.start())
    while timeline.segments[ear.engine.snapshot().segment].kind is not SegmentKind.COLD:
        answer = _ANSWERS.get(ear.engine.snapshot().need)
        ear.do(answer(ear.engine) if answer is not None else ear.engine.advance(1_000))
    ear.heard.clear()
    ear.do(ear.engine.end())
    ear.pass_s(20)
    assert [text for _at, text in ear.of(Say)] == ["Take the cold off now and look at the skin."] * 2
    pack = ear.engine.snapshot().pack
    assert pack is not None
    assert pack.mode is Mode.COLD
    restored = Engine.from_checkpoint(timeline, _LIBRARY.thermal, ear.engine.checkpoint())
    (due,) = (event for event in restored.advance(1) if isinstance(event, PackDue))
    assert due.mode is Mode.COLD


@pytest.mark.parametrize("routine", sorted(_LIBRARY.routines))
def test_shipped_routines_are_heard_in_order_without_overlap(routine: str) -> None:
    """At the pace the plan reckons with, each sentence ends before the next is due, and the last sound is done."""
    timeline = compile_routine(_LIBRARY.routines[routine], _LIBRARY)
    ear = Ear(timeline)
    ear.engine = Engine(timeline, _LIBRARY.thermal, "session")
    ear.do(ear.engine.start())
    while ear.engine.snapshot().phase is not Phase.OVER:
        ear.pass_s(10)
        answer = _ANSWERS.get(ear.engine.snapshot().need)
        at, last = next((at, act) for at, act in reversed(ear.heard) if isinstance(act, Say))
        if answer is not None and ear.engine.session_ms > at + speech_ms(last.text):
            ear.do(answer(ear.engine))
    said = [(at, act) for at, act in ear.heard if isinstance(act, Say)]
    for (at, act), (later, _next) in pairwise(said):
        assert at + speech_ms(act.text) <= later, act.text
    assert all(at == act.due_ms for at, act in said)
    assert [name for _at, name in ear.of(Play)][-1] == "done"
