"""Identities and the texts that are hashed."""

from __future__ import annotations

import json
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.journal.canonical import canonical_json, sha256_hex
from coach.journal.identity import is_id, new_id


def test_the_example_of_the_standard() -> None:
    """RFC 9562, appendix A.6: its time and its random bits give its UUID."""
    noise = (0xCC3 << 62) | 0x18C4DC0C0C07398F
    made = new_id(0x017F22E279B0 * 1000, lambda _n: noise.to_bytes(10, "big"))
    assert made == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"


@given(st.integers(min_value=-(10**18), max_value=4 * 10**15), st.binary(min_size=10, max_size=10))
def test_an_id_is_a_version_7_uuid(utc_us: int, noise: bytes) -> None:
    """Whatever the clock and the randomness say, version and variant are right and the text is lower case."""
    made = new_id(utc_us, lambda _n: noise)
    assert is_id(made)
    assert UUID(made).version == 7
    assert UUID(made).variant == "specified in RFC 4122"


def test_ids_of_later_milliseconds_sort_later() -> None:
    """The text orders by time down to the millisecond."""
    ids = [new_id(ms * 1000) for ms in (1, 2, 1_000, 1_777_878_900_000)]
    assert ids == sorted(ids)


def test_two_ids_of_one_moment_differ() -> None:
    """The random part makes a clock that stands still harmless."""
    assert len({new_id(5) for _ in range(1000)}) == 1000


@pytest.mark.parametrize(
    "text", ["", "x", "017F22E2-79B0-7CC3-98C4-DC0C0C07398F", "017f22e2-79b0-7cc3-98c4-dc0c0c07398f "]
)
def test_other_texts_are_no_ids(text: str) -> None:
    """Only the usual lower-case form is one."""
    assert not is_id(text)


def test_canonical_json_is_one_text() -> None:
    """Keys are in order, there are no spaces, signs stay themselves."""
    assert canonical_json({"b": 1, "a": [1.5, None, "ä"]}) == '{"a":[1.5,null,"ä"],"b":1}'


@pytest.mark.parametrize("value", [float("nan"), float("inf"), {"a": float("-inf")}, "\ud800"])
def test_what_has_no_canonical_form_is_refused(value: object) -> None:
    """NaN, infinities and broken Unicode never reach the journal."""
    with pytest.raises(ValueError):
        canonical_json(value)


@given(
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers()
        | st.floats(allow_nan=False, allow_infinity=False)
        | st.text(st.characters(exclude_categories=["Cs"])),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner),
        max_leaves=12,
    )
)
def test_canonical_text_survives_reading_and_writing(value: object) -> None:
    """Reading the text and writing it again gives the same bytes."""
    text = canonical_json(value)
    assert canonical_json(json.loads(text)) == text


def test_sha256_is_the_known_one() -> None:
    """FIPS 180-4's example for "abc"."""
    assert sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
