"""Text that may be shown, and text that may not."""

from __future__ import annotations

import pytest

from coach.content.hygiene import normalised, objection


@pytest.mark.parametrize("sign", ["\x00", "\x1b", "\x7f", "\x85", "\ud800", "\u202e", "\u2066", "a" + "\u0301" * 5])
def test_hiding_reversing_and_piling_up_is_refused(sign: str) -> None:
    """Control characters, lone surrogates, direction overrides and towers of accents."""
    assert objection(f"a{sign}b", several_lines=True) is not None


@pytest.mark.parametrize(
    "text", ["plain", "é", "naïve – “quoted” 20 °C", "שלום", "👩‍⚕️", "a" + "\u0301" * 4, "tab\there"]
)
def test_what_people_write_is_fine(text: str) -> None:
    """Accents, quotes, other scripts and emoji stay."""
    assert objection(text, several_lines=False) is None


def test_lines_are_for_notes() -> None:
    """A line break is refused in a name and welcome in notes."""
    assert objection("a\nb", several_lines=False) is not None
    assert objection("a\nb", several_lines=True) is None


def test_composed_form() -> None:
    """A letter and its accent become one."""
    assert normalised("e\u0301") == "\u00e9"
