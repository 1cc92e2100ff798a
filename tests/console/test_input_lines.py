"""Typed lines, read by a thread: what was typed in its order, and the end of it."""

from __future__ import annotations

from io import StringIO

from coach.console.input_lines import TypedLines


def test_lines_come_in_order_and_then_end() -> None:
    """Each line comes once, without its line end; behind the last one the stream has ended."""
    lines = TypedLines(StringIO("yes\n\nq\n"))
    assert [lines.get(5) for _each in range(4)] == ["yes", "", "q", None]
    assert lines.ended()


def test_a_closed_input_is_an_input_at_its_end() -> None:
    """Started with its input closed, nobody can answer, and that is known at once."""
    lines = TypedLines(None)
    assert lines.get(5) is None
    assert lines.ended()
