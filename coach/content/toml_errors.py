"""What the TOML reader says, in words for people who have not read the TOML standard."""

from __future__ import annotations

import re

from coach.content.depth import open_bracket_line
from coach.content.problems import Problem
from coach.i18n import _

_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_LONG_NUMBER = re.compile(r"[0-9_]{4000,}")


def syntax_problem(text: str, name: str, error: ValueError) -> Problem:
    """The line and the sentence for a text that cannot be read as TOML."""
    message = str(error)
    place = _PLACE.search(message)
    if place is not None:
        line = int(place[1]) if place[1] else _last_line(text)
        said = _PLACE.sub("", message)
        if said.startswith("Unclosed"):
            line = open_bracket_line(text, _position(text, line, int(place[2] or 0))) or line
        return Problem(name, line, _sentence(said))
    found = _LONG_NUMBER.search(text)
    line = text.count("\n", 0, found.start()) + 1 if found else 1
    return Problem(name, line, _("This number has far too many digits. Write a number such as 20."))


def _position(text: str, line: int, column: int) -> int:
    """Where a line and column are in the text; the end of the text without a column."""
    if not column:
        return len(text)
    lines = text.split("\n")
    return sum(len(each) + 1 for each in lines[: line - 1]) + column - 1


def _last_line(text: str) -> int:
    return text.rstrip("\n").count("\n") + 1


def _sentence(message: str) -> str:
    known = {
        "Cannot overwrite a value": _("This name stands here for the second time. Keep one of the two lines."),
        "Duplicate inline table key": _("A name stands twice between these braces. Keep one of the two."),
        "Cannot declare": _("This table stands here for the second time. Put its lines under the first one."),
        "Cannot mutate": _("This table is already finished above. Put the line there."),
        "Cannot redefine": _("This name is already used above. Choose another, or take one of the two out."),
        "Expected '=' after": _("There is no = after the name. Write it as name = value, for example reps = 3."),
        "Expected newline or end of document": _(
            "There is something after the value. Write one field on a line, a time in plain seconds (90), a fraction with a "
            "point (2.5)."
        ),
        "Expected ']": _("This heading is not closed. Write it as [[steps]] or [dose], with the same brackets."),
        "Unclosed array": _("A list is opened with [ and never closed. Add ] after its last entry."),
        "Unclosed inline table": _("A brace { is opened and never closed. Add } after the last field."),
        "Unterminated string": _("A text is opened with a quote and never closed. Add the quote at its end."),
        "Illegal character '\\n'": _("A text is not closed on this line. Add the quote at its end."),
        "Unescaped '\\' in a string": _("A backslash \\ in a text must be written twice: \\\\."),
        "Escaped character is not": _("This \\u sign stands for no letter. Take it out."),
        "Invalid initial character for a key": _("This line does not begin with a name. Write name = value."),
        "Invalid statement": _("This line does not begin with a name. Write name = value, or # for a remark."),
        "Invalid value": _('This value cannot be read. Put text in quotes: side = "left". Numbers stand without: 20.'),
        "Invalid date": _("This date does not exist. A routine needs no dates; put text in quotes."),
        "Illegal character": _("There is an invisible control character here. Type the line again."),
        "Found invalid character": _("There is an invisible control character here. Type the line again."),
    }
    for start, sentence in known.items():
        if message.startswith(start):
            return sentence
    return _("This line cannot be read as TOML ({reason}).").format(reason=message)
