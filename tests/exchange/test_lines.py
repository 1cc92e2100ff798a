"""The whole journal as lines of JSON, there and back."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coach.errors import DataError
from coach.exchange import read_lines
from coach.exchange.check_line import ALONE
from coach.exchange.lines import Days, event_line, journal_lines, of_days
from coach.exchange.read_lines import JournalFile, read_journal_file
from coach.journal.bodies import BODIES, SESSION_KINDS
from coach.journal.event import is_intact
from coach.journal.fold import fold
from coach.store.journal_store import Store
from coach.store.open import open_journal
from tests.exchange.journals import export, fill, resealed, state, take_in
from tests.fakes import FakeClock
from tests.journal.samples import entry, sealed
from tests.journal.test_fold import history


@pytest.fixture
def clock() -> FakeClock:
    """Monday, 4 May 2026, 09:15 in Berlin."""
    return FakeClock()


@pytest.fixture
def full(tmp_path: Path, clock: FakeClock) -> Store:
    """A journal with one of everything."""
    store = open_journal(tmp_path / "full", app_version="0.1", clock=clock)
    fill(store, clock)
    return store


def read_or_told(path: Path) -> tuple[JournalFile | None, str]:
    """What a file holds, or what is said about it."""
    try:
        return read_journal_file(path), ""
    except DataError as error:
        return None, str(error)


def wrong(path: Path, content: bytes) -> str:
    """What is said about a file with this content."""
    path.write_bytes(content)
    with pytest.raises(DataError) as caught:
        read_journal_file(path)
    return str(caught.value)


def test_an_empty_journal_becomes_the_same(full: Store, tmp_path: Path, clock: FakeClock) -> None:
    """Every projection row is equal, and what is exported again is the same to the byte."""
    path = export(full, tmp_path / "journal.jsonl")
    other = open_journal(tmp_path / "other", app_version="0.2", clock=clock)
    taken = take_in(other, path, clock)
    assert (taken.new, taken.known) == (full.event_count(), 0)
    assert state(other) == state(full)
    assert other.damaged() == []
    assert export(other, tmp_path / "again.jsonl").read_bytes() == path.read_bytes()


def test_the_second_time_changes_nothing(full: Store, tmp_path: Path, clock: FakeClock) -> None:
    """All were there, and the file of the journal has the same events."""
    path = export(full, tmp_path / "journal.jsonl")
    other = open_journal(tmp_path / "other", app_version="0.2", clock=clock)
    other.append([entry(clock, 3)])
    take_in(other, path, clock)
    before = other.events()
    assert take_in(other, path, clock) == (0, len(full.events()))
    assert other.events() == before
    assert take_in(full, path, clock) == (0, len(full.events()))


def test_the_head_says_what_it_is(full: Store, tmp_path: Path) -> None:
    """Format, version, program, number of events, proof; no name of anybody or of a computer."""
    head = json.loads(export(full, tmp_path / "journal.jsonl").read_text().splitlines()[0])
    assert head.pop("sha256")
    count = full.event_count()
    told = {"damaged": 0, "events": count, "first": None, "last": None}
    assert head == told | {"format": "limber-journal", "program": "0.1", "version": 1}


@settings(max_examples=100)
@given(st.randoms(use_true_random=False))
def test_any_events_come_back_as_they_were(tmp_path_factory: pytest.TempPathFactory, chance: random.Random) -> None:
    """In any order and any choice: the same events, and so the same state."""
    events = [event for event in history() if chance.random() < 0.8]
    chance.shuffle(events)
    path = tmp_path_factory.mktemp("lines") / "journal.jsonl"
    path.write_bytes(journal_lines(events, "0.1"))
    found = read_journal_file(path).events
    assert found == events
    assert fold(found) == fold(events)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0), st.sampled_from([b"", b"\x00", b"\xff", b"{", b"}", b'"', b"\n", b"9", b"NaN", b"[[[[[[[["]))
def test_no_changed_byte_goes_unnoticed(tmp_path: Path, where: int, instead: bytes) -> None:
    """A file with one byte gone or another in its place is refused with a sentence, whatever it is."""
    content = journal_lines(history(), "0.1")
    at = where % len(content)
    changed = content[:at] + instead + content[at + 1 :]
    path = tmp_path / "changed.jsonl"
    path.write_bytes(changed)
    head_end = content.index(b"\n")
    found, told = read_or_told(path)
    if found is None:
        assert str(path) in told
    else:
        assert at < head_end or changed == content  # the program's name in the head proves nothing
        assert found.events == history()


def test_each_wrong_line_is_named(full: Store, tmp_path: Path) -> None:
    """The file, the line and what to do; ten at most."""
    lines = export(full, tmp_path / "journal.jsonl").read_bytes().splitlines(keepends=True)
    lines[3] = lines[3].replace(b'"tz":"Europe/Berlin"', b'"tz":"Europe/London"')
    lines[5] = b"{}\n"
    told = wrong(tmp_path / "j.jsonl", b"".join(lines)).splitlines()
    assert told[0] == f"{tmp_path / 'j.jsonl'}, line 4: the event is damaged: it is not what was written."
    assert told[1] == f"{tmp_path / 'j.jsonl'}, line 6: this is no event of a journal."
    assert told[2].startswith("Nothing was imported. Export the journal once more")
    many = wrong(tmp_path / "j.jsonl", lines[0] + b"{}\n" * 15).splitlines()
    assert many[10] == "5 more lines are wrong."


def test_a_line_too_few_or_moved_is_seen(full: Store, tmp_path: Path) -> None:
    """Each line is good, and yet it is not the file that was written."""
    lines = export(full, tmp_path / "journal.jsonl").read_bytes().splitlines(keepends=True)
    path = tmp_path / "j.jsonl"
    count = len(lines) - 1
    assert f"holds {count - 1} events and its first line says {count}" in wrong(path, b"".join(lines[:-1]))
    assert "one was moved" in wrong(path, b"".join([lines[0], lines[2], lines[1], *lines[3:]]))
    assert f"line {count}: this is the same event as in line 2" in wrong(
        path, b"".join([*lines[:-2], lines[1], lines[-1]])
    )
    assert "ends in the middle" in wrong(path, b"".join(lines)[:-1])


def headed(*lines: bytes) -> bytes:
    """Lines under a head that fits them."""
    empty = journal_lines([], "0.1").replace(b'"events":0', b'"events":%d' % len(lines))
    return empty + b"".join(lines)


def test_what_no_journal_can_say_is_refused(tmp_path: Path, clock: FakeClock) -> None:
    """Though its hash fits: numbers off the scale, unknown words, days that do not exist, moments off every clock."""
    (good,) = sealed([entry(clock, 3, note="fine")])
    body = json.loads(good.body)
    bodies = [
        {**body, "tightness": 11},
        {**body, "area": "nose"},
        {**body, "note": "x" * 4001},
        {**body, "note": "a\x00b"},
        {**body, "note": "\u202egnp.exe"},
        {},
    ]
    events = [
        resealed(good, body=json.dumps(one, sort_keys=True, separators=(",", ":"), ensure_ascii=False))
        for one in bodies
    ]
    events += [
        resealed(good, body=good.body.replace(":", ": ", 1)),
        resealed(good, body='{"area":"hip","area":"foot","side":null,"tightness":3}'),
        resealed(good, local_day="2026-02-30"),
        resealed(good, hlc=2**62),
        resealed(good, occurred_utc_us=2**62),
        resealed(good, target="s-1"),
        resealed(good, kind="step"),
        resealed(good, kind="correct", target=good.id, body='{"at":[9e99,0,"UTC","2026-01-01"]}'),
        resealed(good, kind="correct", target=good.id, body='{"at":[99999999999999999999,0,"UTC","2026-01-01"]}'),
        resealed(good, kind="marker", body='{"kind":"flare","last_day":"2026-13-01"}'),
        resealed(good, dev_seq=0),
        resealed(good, device="Somebody's computer"),
        resealed(good, source="file:///etc"),
    ]
    path = tmp_path / "j.jsonl"
    for event in events:
        assert is_intact(event)
        told = wrong(path, journal_lines([event], "0.1"))
        assert "line 2:" in told, event


def test_every_kind_of_event_is_known_to_stand_alone_or_not() -> None:
    """Whoever adds one says here whether it names what it is about."""
    about = {*SESSION_KINDS, "correct", "tombstone", "undelete", "routine", "felt"}
    assert set(BODIES) == ALONE | about
    assert not ALONE & about


def test_a_newer_program_s_events_are_left_to_it(tmp_path: Path, clock: FakeClock) -> None:
    """Neither a kind nor a schema nor a format that nobody knows here is guessed at."""
    (good,) = sealed([entry(clock, 3)])
    path = tmp_path / "j.jsonl"
    assert "dream" not in BODIES
    for event in (resealed(good, kind="dream"), resealed(good, schema=2)):
        assert "line 2: a newer Limber wrote this" in wrong(path, journal_lines([event], "0.1"))
    newer = journal_lines([good], "9.9").replace(b'"version":1', b'"version":2')
    assert "made by a newer Limber (9.9)" in wrong(path, newer)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n",
        b"{}\n",
        b"PK\x03\x04",
        b"[" * 100_000,
        b'{"format":"limber-journal"}\n',
        b"\xff\xfe{\x00}\x00\n",
        b"x" * 9999,
    ],
)
def test_other_files_are_named_as_such(tmp_path: Path, content: bytes) -> None:
    """One sentence, and how to make the right one."""
    assert "line 1: this is no journal that Limber exported" in wrong(tmp_path / "f", content)


def test_hostile_lines_cost_little(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Too long, too deep, too many: refused before anything is made of them."""
    monkeypatch.setattr(read_lines, "LONGEST_LINE", 4096)
    path = tmp_path / "j.jsonl"
    assert "line 2: the line is longer" in wrong(path, headed(b"x" * 100_000 + b"\n"))
    assert "line 2: the line nests deeper" in wrong(path, headed(b"[" * 1000 + b"\n"))
    monkeypatch.setattr(read_lines, "MOST_EVENTS", 3)
    assert "larger than any journal" in wrong(path, headed(*[b"{}\n"] * 9))
    monkeypatch.setattr(read_lines, "MOST_BYTES", 10)
    assert "larger than any journal" in wrong(path, headed())


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=20),
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(st.text(max_size=8), inside, max_size=4),
    max_leaves=12,
)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_JSON, min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_whatever_a_line_holds_it_is_a_sentence(tmp_path: Path, values: list[object], chance: random.Random) -> None:
    """Any JSON as a line, and an event with any field exchanged for any JSON under a hash that fits."""
    path = tmp_path / "any.jsonl"
    assert "line 2" in wrong(path, headed(*[json.dumps(value).encode() + b"\n" for value in values]))
    line = json.loads(event_line(chance.choice(history())))
    field = chance.choice(sorted(line))
    line[field] = values[0]
    path.write_bytes(headed(json.dumps(line).encode() + b"\n"))
    found, told = read_or_told(path)
    assert found is None
    assert str(path) in told


def test_what_is_no_file_is_said(tmp_path: Path) -> None:
    """A folder, a device, nothing at all."""
    for path in (tmp_path, tmp_path / "missing", Path("/dev/zero")):
        with pytest.raises(DataError, match="does not exist or is not a file"):
            read_journal_file(path)


def test_some_days_bring_all_that_belongs_to_them(full: Store, tmp_path: Path, clock: FakeClock) -> None:
    """An entry comes with its corrections whenever they were made, a session with its routine; others stay."""
    clock.advance(40 * 86_400)
    late = entry(clock, 9)
    full.append([late])
    events = full.events()
    first = of_days(events, Days("2026-05-01", "2026-05-31"), lambda _key: False)
    assert [event.id for event in events if event not in first] == [late.id]
    only = of_days(events, Days(first="2026-06-01"), lambda _key: False)
    assert [event.id for event in only] == [late.id]
    shown = of_days(events, Days(first="2026-06-01"), lambda key: key == "s-1")
    assert {event.kind for event in shown} >= {"session", "step", "pack", "finish", "routine", "entry"}
    path = tmp_path / "june.jsonl"
    path.write_bytes(journal_lines(only, "0.1", Days(first="2026-06-01")))
    assert read_journal_file(path).head.first == "2026-06-01"


def test_days_are_both_included() -> None:
    """The first, the last, and no more."""
    days = Days("2026-05-01", "2026-05-02")
    assert [days.hold(f"2026-05-0{n}") for n in (1, 2, 3)] == [True, True, False]
    assert Days().all


def test_events_are_plain_rows(full: Store) -> None:
    """What is exported is what was written."""
    assert all(is_intact(event) for event in full.events())
