"""The stored event and its proof."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.journal.event import Event, canonical_event, check_draft, is_intact
from coach.journal.repository import Draft
from tests.fakes import FakeClock
from tests.journal.samples import entry, sealed

_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


def one() -> Event:
    """An entry as it is stored."""
    return sealed([entry(FakeClock(), note="stiff after sitting")])[0]


def test_the_hash_is_of_known_bytes() -> None:
    """The canonical text of an event never changes: a released journal must still prove itself."""
    event = one()._replace(id="i", body='{"tightness":6}')
    assert canonical_event(event).decode() == (
        '{"app_version":"0.1","body":{"tightness":6},"clock_suspect":0,"dev_seq":1,"device":"d1","hlc":1000,"id":"i",'
        '"kind":"entry","local_day":"2026-05-04","occurred_utc_us":1777878900000000,"recorded_utc_us":1777878900000000,'
        '"schema":1,"source":"self","target":null,"tz":"Europe/Berlin","utc_offset_min":120}'
    )


@given(tz=_TEXT, app_version=_TEXT, target=st.none() | _TEXT, hlc=st.integers(-(2**63), 2**63 - 1))
def test_the_envelope_is_canonical_json(tz: str, app_version: str, target: str | None, hlc: int) -> None:
    """Whatever the columns hold, the text is what Python's json writes with sorted keys."""
    event = one()._replace(tz=tz, app_version=app_version, target=target, hlc=hlc)
    columns: dict[str, Any] = event._asdict()
    del columns["sha"]
    columns["body"] = json.loads(event.body)
    assert canonical_event(event).decode() == json.dumps(
        columns, ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )


@pytest.mark.parametrize("column", Event._fields)
def test_a_change_in_any_column_shows(column: str) -> None:
    """Every column is covered by the hash."""
    event = one()
    value: Any = getattr(event, column)
    other: Any = value + 1 if isinstance(value, int) else (value or "") + "x"
    assert is_intact(event)
    assert not is_intact(event._replace(**{column: other}))


@pytest.mark.parametrize("odd", [None, b"\xff", 3.5, "not json", "{"])
def test_a_column_of_another_type_is_damage_not_a_crash(odd: Any) -> None:
    """A flipped bit may turn a number into bytes or the body into no JSON at all."""
    assert not is_intact(one()._replace(body=odd))
    assert not is_intact(one()._replace(hlc=odd))


def test_drafts_of_no_known_kind_or_shape_are_refused() -> None:
    """A bug in a caller is found before it is written for ever."""
    good = entry(FakeClock())
    check_draft(good)
    with pytest.raises(ValueError, match="no such kind"):
        check_draft(Draft(id=good.id, kind="feeling", at=good.at, body={}))
    with pytest.raises(ValueError):
        check_draft(Draft(id=good.id, kind="entry", at=good.at, body={**good.body, "tightness": 11}))
