"""Ratings of a text session: those given on the command line, and those typed when asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from coach.analysis.tracked import Place, to_ask
from coach.console.arguments import Rating, rating, tightness
from coach.console.book import Book
from coach.content.vocabulary import When
from coach.content.words import place_words
from coach.i18n import _
from coach.journal.repository import Draft
from coach.plan.timeline import Segment, Timeline


class RatingDraft(Protocol):
    """Makes the journal draft of one rating given in this session."""

    def __call__(self, given: Rating, when: When) -> Draft:
        """Return the draft."""
        ...


class Question(NamedTuple):
    """One number that is asked for: number `number` of `of`. `place` None: as the routine leaves it."""

    place: Place | None
    number: int
    of: int
    before: int | None = None


class Ratings:
    """Hands each rating to the book once, at its moment.

    `tracked`: asked about before and after, besides what the routine names. `wanted` False: nothing is asked.
    """

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
        self.tracked: tuple[Place, ...] = ()
        self.wanted = True
        self._before: dict[Place, int] = {}
        self._asked: list[Place | None] = []
        self._count = 0

    def settled(self, when: When) -> bool:
        """Save the same; return whether nothing is to be asked, because it was given or because nothing is wanted."""
        return self.give(when) or not self.wanted

    def ask(self, timeline: Timeline, at: int) -> None:
        """Begin to ask at this segment; afterwards what was rated before counts as tracked."""
        after = timeline.segments[at].when is When.AFTER
        self._asked = list(to_ask(timeline, at, tuple(self._before) if after and self._before else self.tracked))
        self._count = len(self._asked)

    def question(self, segment: Segment) -> Question:
        """Return what is asked now."""
        place = self._asked[0] if self._asked else None
        before = self._before.get(place) if place is not None and segment.when is When.AFTER else None
        return Question(place, self._count - len(self._asked) + 1, max(self._count, 1), before)

    def give(self, when: When) -> bool:
        """Save what the command line gave for `when`; return whether it gave anything, now or earlier."""
        given = self._waiting.pop(when, ())
        if given:
            self._save(given, when)
            self._answered.add(when)
        return when in self._answered

    def typed(self, line: str, segment: Segment) -> bool:
        """Save a typed rating, or leave out all that is still to be asked with an empty line; return whether all is asked.

        Raises `WrongUseError` with a sentence.
        """
        if not line:
            self._asked = []
            return True
        place = self._asked[0] if self._asked else None
        area, side = place or (segment.area, segment.side)
        if area is not None and ":" not in line:
            one = Rating(area, side, tightness(line, _("Tightness")))
        else:
            one = rating(line, _("Tightness"))
        self._save((one,), segment.when or When.DURING)
        self._asked = [other for other in self._asked[1:] if other != (one.area, one.side)]
        return not self._asked

    def _save(self, given: Sequence[Rating], when: When) -> None:
        for one in given:
            place = place_words(one.area, one.side)
            if when is When.BEFORE:
                self._before[one.area, one.side] = one.tightness
            self._say(_("Tightness, {place}: {n} of 10.").format(place=place, n=one.tightness))
        self._book.save([self._draft(one, when) for one in given])
