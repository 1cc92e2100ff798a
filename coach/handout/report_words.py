"""The lines of a report: one fact each, with its number."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Protocol

from coach.analysis.done import DoneFacts, PackFacts, Stop
from coach.analysis.middle import LEAST
from coach.analysis.period import FeelingFacts, PlaceFacts, Span
from coach.content.vocabulary import MarkerKind, Mode
from coach.content.words import marker_word, place_words, quality_words
from coach.i18n import _, ngettext
from coach.journal.records import Entry, Marker

_MS_PER_MIN = 60_000
_PERCENT = 100
_IN_HOURS = 120

#: Writes a local day, given as an ordinal.
Day = Callable[[int], str]


class _Writing(Protocol):
    def day(self, ordinal: int, /) -> str: ...

    def decimal(self, value: float, /) -> str: ...

    def change(self, value: float, /) -> str: ...


def capital(words: str) -> str:
    """Begin with a capital letter."""
    return words[:1].upper() + words[1:]


def minutes_text(milliseconds: int) -> str:
    """Write a length in whole minutes, at least one; from two hours on in hours and minutes."""
    minutes = max(round(milliseconds / _MS_PER_MIN), 1)
    if minutes >= _IN_HOURS:
        hours, rest = divmod(minutes, 60)
        return _("{hours} h {minutes} min").format(hours=hours, minutes=rest)
    return ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes)


def change_words(fact: PlaceFacts, write: _Writing) -> str:
    """Say the median change in a session, between what it lies, and over how many sessions; '' where there is none."""
    change = fact.change
    if change is None:
        return ""
    sessions = ngettext("{n} session", "{n} sessions", change.n).format(n=change.n)
    if not change.sure:
        return _("{change}, {sessions}").format(change=write.change(change.median), sessions=sessions)
    return _("{change}, between {low} and {high}, {sessions}").format(
        change=write.change(change.median),
        low=write.change(round(change.low, 1)),
        high=write.change(round(change.high, 1)),
        sessions=sessions,
    )


def sure_words() -> str:
    """Say what the interval of a median is, and when there is none."""
    words = _(
        "The median lies between the two numbers in 95 of 100 samples like this; below {n} sessions none are given."
    )
    return words.format(n=LEAST)


def done_lines(done: DoneFacts, span: Span, write: _Writing) -> tuple[str, ...]:
    """Say how many sessions there were, on how many days, and how much of what was planned was done."""
    if not done.sessions:
        return (_("No session in this time."),)
    count = ngettext("{n} session", "{n} sessions", done.sessions).format(n=done.sessions)
    days = ngettext("{sessions} on {n} of {all} days", "{sessions} on {n} of {all} days", done.days).format(
        sessions=count, n=done.days, all=span.days
    )
    per_week = write.decimal(done.sessions * 7 / span.days)
    lines = [
        _("{words}, {number} a week; {time} in all.").format(
            words=days, number=per_week, time=minutes_text(done.done_ms)
        )
    ]
    if done.share is not None:
        share = round(done.share * _PERCENT)
        lines.append(_("{share} % of the time planned in these sessions was done.").format(share=share))
    return tuple(lines)


def pack_line(fact: PackFacts) -> str:
    """Say what was worn where, how often and for how long in all."""
    mode = _("Heat") if fact.mode is Mode.HEAT else _("Cold")
    times = ngettext("{n} time", "{n} times", fact.times).format(n=fact.times)
    return _("{mode} on the {place}: {times}, {time} in all").format(
        mode=mode, place=place_words(fact.area, fact.side), times=times, time=minutes_text(fact.worn_ms)
    )


def stop_line(stop: Stop, day: Day) -> str:
    """Say when which exercise was stopped, and what the person said."""
    reasons = {
        "pain": _("pain got stronger"),
        "down-the-leg": _("it moved further down the leg"),
        "numb-or-weak": _("new numbness or weakness"),
    }
    reason = reasons.get(stop.reason, _("it got worse"))
    return _("{day}: {exercise}, {reason}").format(day=day(_ordinal(stop.day)), exercise=_(stop.title), reason=reason)


def feeling_line(fact: FeelingFacts, write: _Writing) -> str:
    """Say what was felt where, how often, how strong and when last."""
    times = ngettext("{n} time", "{n} times", fact.entries).format(n=fact.entries)
    return _("{feeling}, {place}: {times}, mean {mean}, most {highest}, last on {day}").format(
        feeling=capital(quality_words(fact.quality)),
        place=place_words(*fact.key),
        times=times,
        mean=write.decimal(fact.mean),
        highest=fact.highest,
        day=write.day(_ordinal(fact.last_day)),
    )


def marker_line(marker: Marker, day: Day) -> str:
    """Say what happened when, in the person's own words where there are some."""
    when = day(_ordinal(marker.at.local_day))
    if marker.last_day is not None and marker.last_day != marker.at.local_day:
        when = _("{first} to {last}").format(first=when, last=day(_ordinal(marker.last_day)))
    if not marker.words:
        return _("{day}: {words}").format(day=when, words=marker_word(marker.kind))
    if marker.kind is MarkerKind.OTHER:
        return _("{day}: {words}").format(day=when, words=marker.words)
    return _("{day}: {kind}, {words}").format(day=when, kind=marker_word(marker.kind), words=marker.words)


def note_line(entry: Entry, day: Day) -> str:
    """Say a note with its day, place and number."""
    return _("{day}, {place} {value}: {note}").format(
        day=day(_ordinal(entry.at.local_day)),
        place=place_words(entry.area, entry.side),
        value=entry.tightness,
        note=" ".join(entry.note.split()),
    )


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()
