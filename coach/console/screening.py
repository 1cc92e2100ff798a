"""What comes before a session in a terminal: the warning signs, what is true for the person, and what got worse."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from coach.analysis.went_worse import EASIER, OUT, USUAL, GotWorse, reason_words
from coach.console.input_lines import Lines
from coach.content.exercise import Exercise
from coach.content.library import Library
from coach.content.screening import Question
from coach.content.vocabulary import Area
from coach.content.words import place_words
from coach.i18n import _
from coach.plan.suited import easier_words, shorter_words
from coach.safety.suitability import PLACES, Said

Say = Callable[[str], None]


class NobodyThereError(Exception):
    """The input has ended, so nothing can be asked."""


class NotNowError(Exception):
    """The person would rather not begin."""


def screen(library: Library, said: Said, lines: Lines, say: Say) -> dict[str, tuple[Area, ...]]:
    """Show the warning signs, ask which sentences are true, and return the ticks with their places (none: everywhere).

    Raises `NobodyThereError` where no line can come, `NotNowError` when the person types q.
    """
    _tell_signs(library, say)
    questions = library.screening.questions
    again = said.again(library.screening)
    say(_(library.screening.about))
    for number, question in enumerate(questions, 1):
        say(f"{number:>4}  {_(question.text)}{_before(question, said.ticked, again)}")
    asked = _("Type the numbers of all that is true for you, with spaces between; 0 if none is, q to begin nothing.")
    true = _numbers(asked, len(questions), lines, say)
    return {questions[number - 1].id: _places(questions[number - 1], lines, say) for number in true}


def ask_about_worse(one: GotWorse, exercise: Exercise, lines: Lines, say: Say) -> str:
    """Ask how an exercise that got worse is done from now on; raises as `screen`."""
    say(_("Last time you stopped here: {exercise}").format(exercise=_(exercise.name)))
    say(" ".join(words for words in (reason_words(one.reason), easier_words(exercise), shorter_words()) if words))
    ways = {"e": EASIER, "o": OUT, "u": USUAL}
    while True:
        say(_("Type e for the easier way, o to leave it out, u for as usual; q to begin nothing."))
        word = _line(lines)
        if word in ways:
            return ways[word]


def _tell_signs(library: Library, say: Say) -> None:
    signs = library.warning_signs
    say(_("When to get help first"))
    say(_(signs.any_one_rule))
    for tier in signs.tiers:
        say(f"{_(tier.title)}. {_(tier.action)}")
        for sign in tier.signs:
            say(f"  - {_(sign.text)}")
    say("")


def _before(question: Question, ticked: Mapping[str, object], again: Iterable[str]) -> str:
    """What was said about a sentence before, behind it."""
    if question.id in again:
        return " " + _("(you said so a while ago; is it still true?)")
    return " " + _("(you said so before)") if question.id in ticked else ""


def _places(question: Question, lines: Lines, say: Say) -> tuple[Area, ...]:
    if not question.places:
        return ()
    say(_("“{said}” Where?").format(said=_(question.text)))
    for number, area in enumerate(PLACES, 1):
        say(f"{number:>4}  {place_words(area, None)}")
    asked = _("Type the numbers of the places, or 0 if it is everywhere.")
    return tuple(PLACES[number - 1] for number in _numbers(asked, len(PLACES), lines, say))


def _numbers(asked: str, most: int, lines: Lines, say: Say) -> Sequence[int]:
    """Ask until somebody types numbers from 1 to `most`, or 0 alone: no answer is never taken for "none"."""
    while True:
        say(asked)
        words = _line(lines).replace(",", " ").split()
        if words == ["0"]:
            return ()
        if words and all(word.isascii() and word.isdigit() and 1 <= int(word[:4]) <= most for word in words):
            return sorted({int(word) for word in words})


def _line(lines: Lines) -> str:
    line = lines.get(None)
    if line is None:
        raise NobodyThereError
    word = line.strip().lower()
    if word == "q":
        raise NotNowError
    return word
