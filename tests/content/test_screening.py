"""The sentences a person may tick."""

from __future__ import annotations

from coach.content.load_library import load_library
from coach.content.screening import Screening
from coach.resources import assets


def test_the_sentences_are_plain_and_about_oneself() -> None:
    """First person, short, one thought; found by id."""
    screening = load_library(assets()).screening
    assert len(screening.questions) > 12
    for question in screening.questions:
        assert len(question.text) < 120
        assert {"I", "My", "my"} & set(question.text.replace(",", " ").split())
        assert "!" not in question.text
        assert screening.question(question.id) is question
    assert Screening().question("pregnancy") is None
