"""The scan for nesting, which must not be fooled by strings and comments."""

from __future__ import annotations

import pytest

from coach.content.depth import MAX_DEPTH, first_too_deep, open_bracket_line

DEEP = "[" * (MAX_DEPTH + 1)


@pytest.mark.parametrize(
    "text",
    [
        f"# {DEEP}\n",
        f'a = "{DEEP}"\n',
        f"a = '{DEEP}'\n",
        f'a = """\n{DEEP}\n"""\n',
        f"a = '''\n{DEEP}\n'''\n",
        f'a = "\\"{DEEP}"\n',
        f"a = '\\'\nb = 1 # {DEEP}\n",
        f'a = """x""""\nb = "{DEEP}"\n',
        "".join(f"a{number} = [1.5, 2.5]\n" for number in range(50)),
        "".join(f"[a.b.c{number}]\nd.e = 1\n" for number in range(50)),
        "[" * MAX_DEPTH,
    ],
)
def test_what_only_looks_deep_is_not(text: str) -> None:
    """Brackets in strings and remarks, many short tables, and just the limit are fine."""
    assert first_too_deep(text) is None


@pytest.mark.parametrize(
    "text",
    [
        f"\na = {DEEP}",
        f"\na = '\\' {DEEP}",
        f"\na = '''\\''' {DEEP}",
        f'\na = """x"""" {DEEP}',
        f'\na = "" {DEEP}',
        f'\na = """""" {DEEP}',
        "\n" + "a." * (MAX_DEPTH + 1) + "b = 1",
        "\n[" + "a." * (MAX_DEPTH + 1) + "b]",
        "\nx = { a.b.c.d.e.f.g.h = { i.j.k.l.m.n.o.p.q = 1 } }",
    ],
)
def test_what_is_deep_is_found_on_its_line(text: str) -> None:
    """Deep nesting after any kind of string, and made of dotted names, is found on line 2."""
    assert first_too_deep(text) == 2


def test_an_open_bracket_is_found_where_it_was_opened() -> None:
    """The line of the innermost bracket still open, not of the place where the reader gave up."""
    text = 'a = [1]\nb = [\n  "]",  # ]\n  { c = 1 },\n\nd = 2\n'
    assert open_bracket_line(text, len(text)) == 2
    assert open_bracket_line("a = [1]\n", 8) is None
