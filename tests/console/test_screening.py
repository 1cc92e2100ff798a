"""Before the first session in a terminal: static words, numbers typed, and no answer that is only a silence."""

from __future__ import annotations

import pytest

from coach.analysis.went_worse import EASIER, OUT, USUAL, GotWorse
from coach.console.screening import NobodyThereError, NotNowError, ask_about_worse, screen
from coach.content.library import Library
from coach.content.load_library import load_library
from coach.content.vocabulary import Area
from coach.resources import assets
from coach.safety.suitability import Said


class Typed:
    """Lines that come one after the other, then none."""

    def __init__(self, *lines: str) -> None:
        self.left = list(lines)

    def get(self, timeout_s: float | None) -> str | None:
        assert timeout_s is None
        return self.left.pop(0) if self.left else None

    def ended(self) -> bool:
        return not self.left


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(assets())


def number(library: Library, key: str) -> int:
    return [question.id for question in library.screening.questions].index(key) + 1


def test_every_warning_sign_and_every_sentence_is_shown(library: Library) -> None:
    """All three tiers with what to do, before anything is asked; then each sentence with its number."""
    said: list[str] = []
    assert screen(library, Said(), Typed("0"), said.append) == {}
    text = "\n".join(said)
    for tier in library.warning_signs.tiers:
        assert f"{tier.title}. {tier.action}" in text
        assert all(f"  - {sign.text}" in said for sign in tier.signs)
    for position, question in enumerate(library.screening.questions, 1):
        assert f"{position:>4}  {question.text}" in said
    assert text.index(library.warning_signs.tiers[-1].title) < text.index(library.screening.questions[0].text)


def test_ticks_with_and_without_places(library: Library) -> None:
    """Numbers in any order, with spaces or commas; places where a sentence has them, 0 for everywhere."""
    words = f"{number(library, 'knees')}, {number(library, 'numb_skin')} {number(library, 'new_injury')}"
    given = screen(library, Said(), Typed(words, "5 1", "0"), lambda _text: None)
    assert given == {"numb_skin": (Area.LOW_BACK, Area.CALF), "new_injury": (), "knees": ()}


@pytest.mark.parametrize("odd", ["", "yes", "0 3", "99", "-1", "1 x", "²"])
def test_what_is_not_understood_is_asked_again(library: Library, odd: str) -> None:
    """An empty line is not "none of these"."""
    said: list[str] = []
    assert screen(library, Said(), Typed(odd, "0"), said.append) == {}
    assert sum("0 if none is" in line for line in said) == 2


def test_nobody_there_and_not_now(library: Library) -> None:
    """The end of the input is no answer, and q is one."""
    with pytest.raises(NobodyThereError):
        screen(library, Said(), Typed(), lambda _text: None)
    with pytest.raises(NotNowError):
        screen(library, Said(), Typed("q"), lambda _text: None)


def test_what_was_said_before_is_marked(library: Library) -> None:
    """A tick whose time is over is asked about; the others say that they were given before."""
    said: list[str] = []
    before = Said({"new_injury": (), "knees": ()}, frozenset(), (), None)
    screen(library, before, Typed("0"), said.append)
    assert sum("is it still true?" in line for line in said) == 1
    assert sum("you said so before" in line for line in said) == 1


@pytest.mark.parametrize(("word", "way"), [("e", EASIER), ("o", OUT), ("u", USUAL)])
def test_after_worse_the_way_is_chosen(library: Library, word: str, way: str) -> None:
    """The reason and the easier way are told; an empty line chooses nothing."""
    said: list[str] = []
    one = GotWorse("bridge", "session", "2026-05-04", "pain")
    assert ask_about_worse(one, library.exercises["bridge"], Typed("", word), said.append) == way
    assert "The pain got stronger." in said[1]
