"""Collecting what is to be translated."""

from __future__ import annotations

import pytest

pytest.importorskip("babel", reason="a developer's tool: python3 main.py setup dev")

import messages


def test_what_a_person_reads_is_collected() -> None:
    """Names, instructions and notes are for translators; ids, roles and sources are the program's own."""
    content = {
        "id": "bridge",
        "name": "Bridge",
        "areas": ["low-back"],
        "instructions": [{"role": "step", "text": "Lift."}, {"role": "feel", "text": "Feel it."}],
        "mistakes": ["Bouncing."],
        "dose": {"reps": {"default": 3, "sources": ["ACSM"], "basis": "One set."}},
    }
    assert list(messages.shown_texts(content)) == ["Bridge", "Lift.", "Feel it.", "Bouncing.", "One set."]


def test_the_template_holds_sources_and_content() -> None:
    """A sentence of the program and one of an exercise are both there, and making it twice gives the same file."""
    made = messages.template()
    assert b"coach/content/words.py" in made
    assert b'msgid "Single knee to chest"' in made
    assert made == messages.template()
