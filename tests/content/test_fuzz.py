"""Changed, cut and shuffled files: only problems come out, whatever goes in."""

from __future__ import annotations

import random
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from coach.content.check import check_exercise, check_routine
from coach.content.exercise import Exercise
from coach.content.library import Library
from coach.content.loader import convert, parse_text
from coach.content.routine import Routine
from coach.resources import assets

FILES = sorted((assets() / "routines").glob("*.toml")) + sorted((assets() / "exercises").glob("*.toml"))[::5]
BROKEN = Path(__file__).parent / "broken"
#: Pieces that have a meaning in TOML or have broken readers before.
PIECES = (
    b'"', b"'", b'"""', b"'''", b"[", b"]", b"[[steps]]\n", b"{", b"}", b"=", b".", b",", b"\n", b"\r", b"#", b"\\",
    b"nan", b"-inf", b"1e999", b"0x", b"9" * 30, b"true", b"1979-05-27", b"\x00", b"\xff", b"\xed\xa0\x80", b"\\u0000",
    b"\xe2\x80\xae", b"a.b.c", b"steps", b'kind = "group"\n', b"hold_s = -1\n", b"exposure = 'contrast'\n", b"repeat = 9\n",
)  # fmt: skip


def examined(data: bytes, library: Library) -> int:
    """Read and check bytes as both kinds of file; the number of problems. Anything else that happens is a failure."""
    parsed, problems = parse_text(data, "fuzzed.toml")
    count = len(problems)
    if parsed is None:
        assert count == 1
        return count
    for model in (Routine, Exercise):
        made, problems = convert(parsed, model)
        if isinstance(made, Routine):
            problems += check_routine(made, library, parsed.lines(), parsed.name)
        elif isinstance(made, Exercise):
            problems += check_exercise(made, library, parsed.lines(), parsed.name)
        last = data.count(b"\n") + 1
        assert all(1 <= problem.line <= last and problem.sentence for problem in problems)
        assert not any("does not fit the format" in problem.sentence for problem in problems)
        count += len(problems)
    return count


def mutated(data: bytes, chance: random.Random) -> bytes:
    """A copy with a few pieces put in, taken out, doubled or swapped."""
    for _turn in range(chance.randint(1, 4)):
        start = chance.randrange(len(data) + 1)
        end = min(len(data), start + chance.randint(0, 30))
        middle = chance.choice((b"", data[start:end] * 2, chance.choice(PIECES), data[end:start:-1]))
        data = data[:start] + middle + data[end:]
    return data


def test_mutated_files_give_only_problems(library: Library) -> None:
    """A thousand damaged copies of our files and of broken ones: sentences or a model, never an exception."""
    chance = random.Random(20260504)
    texts = [path.read_bytes() for path in (*FILES, *sorted(BROKEN.glob("*.toml")))]
    texts = [text for text in texts if len(text) < 4000]
    told = sum(examined(mutated(chance.choice(texts), chance), library) > 0 for _turn in range(1000))
    assert told > 800


_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["hold", "contrast"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["kind", "steps", "hold_s", "x"]), inner)
    ),
    max_leaves=6,
)


@settings(max_examples=60)
@given(
    fields=st.dictionaries(st.sampled_from(["id", "name", "summary", "steps", "areas", "prep_s", "notes", ""]), _values)
)
def test_any_values_in_known_fields_give_only_problems(fields: dict[str, object]) -> None:
    """Whatever a parser could hand over is walked without an exception."""
    from coach.content.loader import Parsed  # here: only this test builds one by hand

    made, problems = convert(Parsed("made.toml", "", fields), Routine)
    assert (made is None) == bool(problems)


@settings(max_examples=300)
@given(st.binary(max_size=200))
def test_any_bytes_give_only_problems(data: bytes) -> None:
    """Noise is refused or, rarely, read."""
    parsed, problems = parse_text(data, "noise")
    assert (parsed is None) == bool(problems)
