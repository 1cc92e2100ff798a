"""What an entry or a marker said before it was corrected, in words. No Qt."""

from __future__ import annotations

from collections.abc import Sequence

from coach.content.words import marker_word
from coach.i18n import _
from coach.journal.records import Entry, Marker
from coach.ui.journal.words import lasting_words, score_words, time_words
from coach.ui.words import day_words, place_word, quality_word


def history_lines(past: Sequence[Entry | Marker], today: str) -> tuple[str, ...]:
    """Return a line for each earlier value, oldest first."""
    return tuple(_line(one, today) for one in past)


def _line(noted: Entry | Marker, today: str) -> str:
    when = _("{day}, {time}").format(day=day_words(noted.at.local_day, today), time=time_words(noted.at))
    if isinstance(noted, Marker):
        parts = [marker_word(noted.kind), day_words(noted.at.local_day, today), lasting_words(noted), noted.words]
    else:
        place = place_word(noted.area, noted.side)
        parts = [score_words(noted.tightness), place, quality_word(noted.quality), when, noted.note]
    return " · ".join(" ".join(part.split()) for part in parts if part)
