"""Entries and sessions in words: one row of the list, and everything when one is opened. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from coach.clock import Stamp
from coach.content.vocabulary import When
from coach.content.words import clock_text, marker_word, side_word
from coach.i18n import _, ngettext
from coach.journal.records import Entry, Marker, SessionRecord, StepDone
from coach.session.events import Outcome, Status
from coach.ui.words import (
    day_words,
    length_of_words,
    length_words,
    outcome_word,
    place_word,
    quality_word,
    status_word,
    step_title,
    tightness_word,
    times_words,
    when_word,
)

#: What is kept of a part that was still to come when the session was ended.
_OVER = "ended"


@dataclass(frozen=True, slots=True)
class EntryView:
    """One entry, opened. `session` is the id of the session it belongs to, '' when it stands alone."""

    id: str
    score: int
    score_words: str
    place: str
    quality: str
    time: str
    note: str
    session: str
    link: str
    partner: str
    rehearsal: bool


@dataclass(frozen=True, slots=True)
class StepView:
    """What came of one step on one side, planned against done."""

    title: str
    side: str
    amount: str
    outcome: Outcome
    outcome_words: str
    reason: str


@dataclass(frozen=True, slots=True)
class RatingView:
    """How it felt at one place before and after a session; '' where it was not said."""

    place: str
    before: str
    after: str
    words: str


@dataclass(frozen=True, slots=True)
class SessionView:
    """One session, opened."""

    id: str
    name: str
    time: str
    status: Status
    status_words: str
    length: str
    pauses: str
    rehearsal: bool
    steps: tuple[StepView, ...]
    ratings: tuple[RatingView, ...]


def entry_view(
    entry: Entry, sessions: Mapping[str, SessionRecord], ratings: Mapping[str, Sequence[Entry]]
) -> EntryView:
    """Put an entry into words, with its session and what was said on that session's other end."""
    session = sessions.get(entry.session or "")
    partner = _partner(entry, ratings.get(entry.session or "", ()))
    return EntryView(
        id=entry.id,
        score=entry.tightness,
        score_words=score_words(entry.tightness),
        place=place_word(entry.area, entry.side),
        quality=quality_word(entry.quality),
        time=time_words(entry.at),
        note=entry.note,
        session=session.id if session else "",
        link=_link(entry, session),
        partner=_partner_words(partner) if partner else "",
        rehearsal=entry.rehearsal,
    )


def session_view(session: SessionRecord, ratings: Sequence[Entry]) -> SessionView:
    """Put a session into words: planned and done per step and side, and the ratings around it."""
    return SessionView(
        id=session.id,
        name=_(session.name),
        time=_span(session),
        status=session.status,
        status_words=status_word(session.status),
        length=length_of_words(session.done_ms, session.planned_ms),
        pauses=_pauses(session),
        rehearsal=session.rehearsal,
        steps=tuple(_folded(step_view(step) for step in session.steps)),
        ratings=_pairs(ratings),
    )


def step_view(step: StepDone) -> StepView:
    """Put one step on one side into words; that the session was ended before it came to it says that it was not begun."""
    over = step.reason == _OVER
    return StepView(
        title=step_title(step.kind, step.title),
        side=side_word(step.side) if step.side else "",
        amount=_amount(step),
        outcome=step.outcome,
        outcome_words=_("Not begun") if over and step.outcome is Outcome.SKIPPED else outcome_word(step.outcome),
        reason="" if over else reason_words(step.reason),
    )


def _folded(steps: Iterable[StepView]) -> Iterator[StepView]:
    """Put neighbours into one that were left out for the same reason, whichever side they were for."""
    for _same, group in groupby(steps, key=lambda one: replace(one, side="")):
        held = list(group)
        if held[0].outcome is Outcome.SKIPPED:
            sides = dict.fromkeys(one.side for one in held if one.side)
            yield replace(held[0], side=", ".join(sides))
        else:
            yield from held


def score_words(score: int) -> str:
    """Say a score: "6 out of 10, moderate"."""
    return _("{score} out of 10, {word}").format(score=score, word=tightness_word(score))


def time_words(stamp: Stamp) -> str:
    """Write the time of day as the person's clock showed it."""
    return f"{stamp.local():%H:%M}"


def reason_words(reason: str) -> str:
    """Say why a step ended early: the codes of the *worse* button in words, any other text as it is."""
    known = {
        "pain": _("The pain got stronger"),
        "down-the-leg": _("It moved down the leg"),
        "numb-or-weak": _("New numbness or weakness"),
        "other": _("It felt worse"),
    }
    return known.get(reason, _(reason))


def entry_text(entry: Entry, sessions: Mapping[str, SessionRecord]) -> str:
    """Return what an entry is found by, besides its note."""
    session = sessions.get(entry.session or "")
    words = (place_word(entry.area, entry.side), quality_word(entry.quality), score_words(entry.tightness))
    return " ".join((*words, _(session.name) if session else "", _("rehearsal") if entry.rehearsal else ""))


def session_text(session: SessionRecord) -> str:
    """Return what a session is found by."""
    titles = dict.fromkeys(step_title(step.kind, step.title) for step in session.steps)
    words = (_(session.name), _("Session"), status_word(session.status), _("rehearsal") if session.rehearsal else "")
    return " ".join((*words, *titles))


def marker_text(marker: Marker) -> str:
    """Return what a marker is found by."""
    return f"{_('Marker')} {marker_word(marker.kind)} {marker.words}"


def lasting_words(marker: Marker) -> str:
    """Say until when it lasts; '' for one day."""
    if marker.last_day is None or marker.last_day == marker.at.local_day:
        return ""
    return _("until {day}").format(day=day_words(marker.last_day, marker.at.local_day))


def _link(entry: Entry, session: SessionRecord | None) -> str:
    if entry.session is None:
        return ""
    name = _(session.name) if session else _("a session")
    if entry.when is None:
        return _("With {session}").format(session=name)
    words = _("{when} {session}").format(when=when_word(entry.when), session=name)
    after = after_exercise(entry, session)
    return _("{words}, {after}").format(words=words, after=after) if after else words


def after_exercise(entry: Entry, session: SessionRecord | None) -> str:
    """Say which exercise a rating was given right after, in a learning week; '' for any other."""
    if entry.exercise is None or session is None:
        return ""
    titles = [_(step.title) for step in session.steps if step.exercise == entry.exercise]
    return _("right after {exercise}").format(exercise=titles[0] if titles else entry.exercise)


def _partner(entry: Entry, ratings: Sequence[Entry]) -> Entry | None:
    """Return the rating of the same place on the other end of the same session."""
    other = {When.BEFORE: When.AFTER, When.AFTER: When.BEFORE}.get(entry.when) if entry.when else None
    if other is None:
        return None
    found = (
        r for r in ratings if (r.area, r.side, r.quality, r.when) == (entry.area, entry.side, entry.quality, other)
    )
    return next(found, None)


def _partner_words(partner: Entry) -> str:
    when = when_word(partner.when) if partner.when else ""
    return _("{when} it: {score}").format(when=when, score=score_words(partner.tightness))


def _pairs(ratings: Sequence[Entry]) -> tuple[RatingView, ...]:
    places: dict[str, dict[When | None, int]] = {}
    for entry in ratings:
        places.setdefault(_rated_place(entry), {})[entry.when] = entry.tightness
    return tuple(_rating(place, scores) for place, scores in places.items())


def _rated_place(entry: Entry) -> str:
    place = place_word(entry.area, entry.side)
    return _("{place}: {quality}").format(place=place, quality=quality_word(entry.quality).lower())


def _rating(place: str, scores: Mapping[When | None, int]) -> RatingView:
    before, after = scores.get(When.BEFORE), scores.get(When.AFTER)
    if before is not None and after is not None:
        words = _("{before} before, {after} after").format(before=before, after=after)
    elif before is not None:
        words = _("{before} before, not rated after").format(before=before)
    elif after is not None:
        words = _("{after} after, not rated before").format(after=after)
    else:
        words = ", ".join(str(score) for score in scores.values())
    return RatingView(place, "" if before is None else str(before), "" if after is None else str(after), words)


def _span(session: SessionRecord) -> str:
    if session.ended is None:
        return time_words(session.started)
    return _("{start} to {end}").format(start=time_words(session.started), end=time_words(session.ended))


def _pauses(session: SessionRecord) -> str:
    if not session.pauses:
        return ""
    return _("Paused {times}, {length} in all").format(
        times=times_words(session.pauses), length=clock_text(session.paused_ms)
    )


def _amount(step: StepDone) -> str:
    """Say done of planned in what the step counts: repetitions, holds, or time; '' where nothing was."""
    if step.outcome is Outcome.SKIPPED:
        return ""
    if step.kind == "reps" and step.planned_reps:
        return ngettext("{done} of {n} time", "{done} of {n} times", step.planned_reps).format(
            done=step.done_reps, n=step.planned_reps
        )
    if not step.planned_ms:
        return length_words(step.done_ms) if step.done_ms else ""
    if step.kind == "hold" and step.planned_reps > 1:
        return _("{done} of {n} holds").format(done=step.done_reps, n=step.planned_reps)
    return length_of_words(step.done_ms, step.planned_ms)
