"""Ratings of a text session: those given on the command line, and those typed when asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from coach.console.arguments import Rating, rating, tightness
from coach.console.book import Book
from coach.content.vocabulary import When
from coach.content.words import place_words
from coach.i18n import _
from coach.journal.repository import Draft
from coach.plan.timeline import Segment


class RatingDraft(Protocol):
    """Makes the journal draft of one rating given in this session."""

    def __call__(self, given: Rating, when: When) -> Draft:
        """Return the draft."""
        ...


class Ratings:
    """Hands each rating to the book once, at its moment."""

    def __init__(
        self,
        before: Sequence[Rating],
        after: Sequence[Rating],
        draft: RatingDraft,
        book: Book,
        say: Callable[[str], None],
    ) -> None:
        self._waiting = {When.BEFORE: tuple(before), When.AFTER: tuple(after)}
        self._answered: set[When] = set()
        self._draft, self._book, self._say = draft, book, say

    def give(self, when: When) -> bool:
        """Save what the command line gave for `when`; return whether it gave anything, now or earlier."""
        given = self._waiting.pop(when, ())
        if given:
            self._save(given, when)
            self._answered.add(when)
        return when in self._answered

    def typed(self, line: str, segment: Segment) -> None:
        """Save a typed rating; an empty line leaves it out. Raises `WrongUseError` with a sentence."""
        if not line:
            return
        when = segment.when or When.DURING
        if segment.area is not None and ":" not in line:
            one = Rating(segment.area, segment.side, tightness(line, _("Tightness")))
        else:
            one = rating(line, _("Tightness"))
        self._save((one,), when)

    def _save(self, given: Sequence[Rating], when: When) -> None:
        for one in given:
            place = place_words(one.area, one.side)
            self._say(_("Tightness, {place}: {n} of 10.").format(place=place, n=one.tightness))
        self._book.save([self._draft(one, when) for one in given])
