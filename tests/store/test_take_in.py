"""Taking in events that were written elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.content.vocabulary import Area, Mode
from coach.errors import CoachError
from coach.exchange.answers import said_again
from coach.journal.bodies import PackBody, plain
from coach.journal.entries import answer_draft, correct_draft, tombstone_draft
from coach.journal.event import Event
from coach.journal.fold import fold
from coach.store.backups import make_backup
from coach.store.connection import transaction
from coach.store.journal_store import Store
from coach.store.open import open_journal
from coach.store.projections import read_events, rebuild
from coach.store.restore import restore
from coach.store.take_in import RivalError, TakenIn
from tests.exchange.journals import fill, resealed, state
from tests.fakes import FakeClock
from tests.journal.samples import entry, sealed, whole_session


@pytest.fixture
def other(tmp_path: Path, clock: FakeClock) -> Iterator[Store]:
    """The journal of another computer, with one of everything."""
    opened = open_journal(tmp_path / "other", app_version="0.1", clock=clock)
    fill(opened, clock, "other")
    yield opened
    opened.close()


def take(store: Store, events: list[Event], clock: FakeClock) -> TakenIn:
    """Take events in; what was said here about health is said again where it must be."""
    return store.take_in(events, lambda before, after: said_again(before, after, clock.stamp()))


def as_rebuilt(store: Store) -> dict[str, Any]:
    """The projections made anew."""
    with transaction(store._connection):
        rebuild(store._connection, read_events(store._connection))
    return state(store)


def test_events_stay_what_they_are(store: Store, other: Store, clock: FakeClock) -> None:
    """Every column, the order too; the projections are those a rebuild makes, and all is intact."""
    fill(store, clock)
    own = store.events()
    assert take(store, other.events(), clock) == (len(other.events()), 0)
    assert store.events()[: len(own) + len(other.events())] == own + other.events()
    assert store.damaged() == []
    before = state(store)
    assert before == as_rebuilt(store)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 200), max_size=60), st.booleans())
def test_parts_in_any_order_come_to_the_same(
    tmp_path_factory: pytest.TempPathFactory, picks: list[int], many: bool
) -> None:
    """Taken in by halves, twice, in any order: as if at once; nothing is ever called missing."""
    clock = FakeClock()
    events = sealed([*whole_session(clock, "s-1"), *(entry(clock, n) for n in range(11))], device="far")
    part = [events[pick % len(events)] for pick in dict.fromkeys(pick % len(events) for pick in picks)]
    store = open_journal(tmp_path_factory.mktemp("parts"), app_version="0.1", clock=clock)
    take(store, part, clock)
    assert store.damaged() == []
    if many:
        take(store, part[::-1], clock)
    taken = take(store, events, clock)
    assert taken == (len(events) - len(part), len(part))
    shown = fold(events)
    assert {found.id: found for found in store.entries()} == shown.entries
    assert {found.id: found for found in store.sessions()} == shown.sessions
    assert store.damaged() == []
    store.close()


def test_a_part_is_not_a_loss_but_a_loss_is(store: Store, other: Store, clock: FakeClock) -> None:
    """Numbers that were never here are not missing; one that goes missing afterwards is."""
    take(store, other.events()[5:], clock)
    assert store.damaged() == []
    made = make_backup(store.path.parent, now=clock.stamp())
    assert made.info.events == len(store.events())
    store._connection.execute("DROP TRIGGER event_no_delete")
    store._connection.execute("DELETE FROM event WHERE id = ?", (other.events()[7].id,))
    store._verdict = None
    assert any("missing" in sentence for sentence in store.damaged())


def test_what_is_written_afterwards_counts_more(store: Store, clock: FakeClock) -> None:
    """A file from a computer whose clock stood in 2099 does not win against what is corrected here now."""
    (far,) = sealed([entry(clock, 9)], device="far", hlc=4_000_000_000_000_000)
    take(store, [far], clock)
    (shown,) = store.entries()
    store.append([correct_draft(type(shown)(**{**_fields(shown), "tightness": 1}), clock.stamp())])
    assert [found.tightness for found in store.entries()] == [1]


def _fields(shown: Any) -> dict[str, Any]:
    return {name: getattr(shown, name) for name in shown.__struct_fields__}


def test_a_copied_folder_s_numbers_do_not_collide(store: Store, clock: FakeClock) -> None:
    """Two that went on from one copy: what has the same number gets a device of its own, the same each time."""
    store.append([entry(clock, 1)])
    (mine,) = store.events()
    theirs = sealed([entry(clock, 2), entry(clock, 3)], device=mine.device, first_seq=1, hlc=mine.hlc + 5)
    assert take(store, theirs, clock) == (2, 0)
    assert take(store, theirs, clock) == (0, 2)
    assert sorted(found.tightness for found in store.entries()) == [1, 2, 3]
    store.append([entry(clock, 4)])
    assert store.damaged() == []
    devices = {event.device for event in store.events()}
    assert len(devices) == 2


def test_another_event_under_the_same_id_is_refused(store: Store, clock: FakeClock) -> None:
    """It says which; nothing of the rest is written."""
    store.append([entry(clock, 1)])
    (mine,) = store.events()
    (fresh,) = sealed([entry(clock, 5)], device="far")
    false = resealed(mine, body=mine.body.replace('"tightness":1', '"tightness":9'))
    with pytest.raises(RivalError) as caught:
        take(store, [fresh, false], clock)
    assert caught.value.index == 1
    assert [found.tightness for found in store.entries()] == [1]
    assert store.event_count() == 1


def pack(event_of: str, hlc: int, **body: Any) -> Event:
    """A pack event about a session, as a stranger would make it."""
    clock = FakeClock()
    fields: dict[str, Any] = {"state": "on", "exposure": 0, "mode": Mode.HEAT, "area": Area.LOW_BACK, "side": None}
    (made,) = sealed([entry(clock)], device="far", hlc=hlc)
    import json

    text = json.dumps(plain(PackBody(**{**fields, **body})), sort_keys=True, separators=(",", ":"))
    return resealed(made, kind="pack", target=event_of, body=text)


@pytest.mark.parametrize(
    "body",
    [
        {"state": "off", "worn_ms": 0},
        {"state": "on", "contrast": True},
        {"state": "off", "worn_ms": 1, "contrast": True},
    ],
)
def test_no_file_makes_a_worn_pack_less(store: Store, clock: FakeClock, body: dict[str, Any]) -> None:
    """Wherever a stranger's event about a session of ours comes in, what was worn stays at least what it was, or all is refused."""
    store.append(whole_session(clock, "s-1"))
    before = store.exposures(0)
    worn = {found.on.utc_us: found for found in before}
    for hlc in (1, store.events()[4].hlc, store.events()[-1].hlc + 10):
        with suppress(CoachError):
            take(store, [pack("s-1", hlc, **body)], clock)
        after = {found.on.utc_us: found for found in store.exposures(0)}
        assert all(after[key].worn_ms >= found.worn_ms for key, found in worn.items())
        assert sum(found.worn_ms for found in after.values()) >= sum(found.worn_ms for found in before)
        assert store.damaged() == []


def test_deleting_a_session_elsewhere_leaves_its_heat(store: Store, clock: FakeClock) -> None:
    """It leaves the lists; what was on the skin was on the skin."""
    store.append(whole_session(clock, "s-1"))
    before = store.exposures(0)
    take(store, sealed([tombstone_draft("s-1", clock.stamp())], device="far", hlc=9_000_000_000_000_000 // 4), clock)
    assert store.sessions() == []
    assert store.exposures(0) == before


def screening(asked: list[str], ticked: dict[str, list[str]], at: int) -> dict[str, Any]:
    """What is kept of the answers."""
    return {"asked": asked, "ticked": ticked, "at_utc_us": at}


def test_what_was_said_here_is_never_unsaid(store: Store, clock: FakeClock) -> None:
    """A later answer in the file cannot untick, call asked what was not, or take back a place that is numb."""
    here = {
        "screening": screening(["a", "b"], {"a": ["low-back"], "b": []}, 100),
        "numb-today:foot:left": "2026-05-04",
        "after-worse:bridge": {"way": "out"},
    }
    there = {
        "screening": screening(["a", "b", "c"], {"a": ["hip"], "c": []}, 900),
        "numb-today:foot:left": "2026-05-01",
        "numb-today:calf:right": "2026-05-04",
        "after-worse:bridge": {"way": "usual"},
    }
    store.append([answer_draft(key, value, clock.stamp()) for key, value in here.items()])
    far = sealed([answer_draft(key, value, clock.stamp()) for key, value in there.items()], "far", 1, 4 * 10**15)
    assert take(store, far, clock) == (4, 0)
    assert store.answers() == here | {
        "screening": screening(["a", "b"], {"a": ["hip", "low-back"], "b": [], "c": []}, 100),
        "numb-today:calf:right": "2026-05-04",
    }
    count = store.event_count()
    assert take(store, far, clock) == (0, 4)
    assert store.event_count() == count


def test_a_file_cannot_delete_what_was_said(store: Store, clock: FakeClock) -> None:
    """The deletion of an answer is taken in, and the answer is said again."""
    draft = answer_draft("screening", screening(["a"], {"a": []}, 1), clock.stamp())
    store.append([draft])
    before = store.answers()
    take(store, sealed([tombstone_draft(draft.id, clock.stamp())], "far", 1, 4 * 10**15), clock)
    assert store.answers() == before


def test_answers_come_along_where_there_were_none(store: Store, other: Store, clock: FakeClock) -> None:
    """On a new computer it is the same person's journal."""
    take(store, other.events(), clock)
    assert store.answers() == other.answers()


def test_a_damaged_journal_takes_nothing_in(store: Store, other: Store, clock: FakeClock) -> None:
    """It is left as it is for a backup to mend."""
    fill(store, clock)
    store._connection.execute("DROP TRIGGER event_no_update")
    store._connection.execute("UPDATE event SET body = '{}' WHERE dev_seq = 3")
    store._verdict = None
    with pytest.raises(CoachError, match="damaged"):
        take(store, other.events(), clock)


def test_many_and_few_make_the_same(store: Store, clock: FakeClock) -> None:
    """More events than are projected one by one."""
    drafts = [entry(clock, number % 11, note=str(number)) for number in range(700)]
    take(store, sealed(drafts, "far"), clock)
    before = state(store)
    assert before == as_rebuilt(store)
    assert len(store.entries()) == 700


def test_going_back_leaves_no_trace(store: Store, other: Store, clock: FakeClock) -> None:
    """The backup made before is the journal as it was, and what came later can be taken in again."""
    store.append([entry(clock, 3)])
    made = make_backup(store.path.parent, now=clock.stamp(), reason="import")
    take(store, other.events(), clock)
    count = store.event_count()
    store.append([entry(clock, 8)])
    later = store.events()[count:]
    store.close()
    restore(store.path.parent, made.path, now=clock.stamp())
    back = open_journal(store.path.parent, app_version="0.1", clock=clock)
    take(back, later, clock)
    assert [found.tightness for found in back.entries()] == [3, 8]
    assert back.damaged() == []
    back.append([entry(clock, 5)])
    assert back.damaged() == []
    back.close()
