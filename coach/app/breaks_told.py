"""What a break may offer this person here and now: their own routine and the last fortnight, out of what pages are built from."""

from __future__ import annotations

from collections import Counter

from coach.app.context import Context
from coach.content.routine import Routine
from coach.reminders.nudges import Nudge, nudge_for
from coach.reminders.offer import Offer, offer
from coach.reminders.view import Card
from coach.reminders.wish import Told, Wish, nerve_today
from coach.settings.breaks import MOVE, Breaks, Cadence

_FORTNIGHT_US = 14 * 86_400_000_000
#: Whether nothing is stretched, and which exercises do not suit the person.
Care = tuple[bool, tuple[str, ...]]


def offer_of(context: Context, length_ms: int, *, gentle: bool) -> Offer:
    """Return what to do in a movement break of this length, now."""
    breaks = context.settings.breaks
    wish = Wish(length_ms, breaks.place, breaks.discreet, gentle)
    return offer(wish, told_of(context), context.library)


def care_of(context: Context, *, gentle: bool) -> Care:
    """Return what has to be heeded now: an offer that was made when it was other is not kept."""
    told = told_of(context)
    return gentle or nerve_today(told) is not None, told.preferences.left_out


def nudge_of(context: Context, card: Card) -> Nudge:
    """Return what a nudge says now."""
    return nudge_for(card.kind, _cadence(context.settings.breaks, card.lead), context.memory.breaks)


def own_of(context: Context, card: Card) -> str:
    """Return the words of the person's own reminder to get up, '' for ours."""
    cadence = _cadence(context.settings.breaks, card.lead)
    return (cadence.text or cadence.name) if cadence is not None and cadence.key != MOVE else ""


def told_of(context: Context) -> Told:
    """Return what is known of the person."""
    now, memory = context.now, context.memory
    since_us = now.utc_us - _FORTNIGHT_US
    return Told(
        now=now,
        routine=routine_of(context),
        entries=tuple(entry for entry in memory.entries if entry.at.utc_us >= since_us),
        sessions=tuple(one for one in memory.sessions if one.started.utc_us >= since_us),
        breaks=tuple(rest for rest in memory.breaks if rest.at.utc_us >= since_us),
        worse_side=memory.worse_side(now),
        preferences=context.preferences,
    )


def routine_of(context: Context) -> Routine | None:
    """Return the routine that is theirs: the one most time went into in the last fortnight, or else the one done last."""
    routines, now_us = context.library.routines, context.now.utc_us
    done = [one for one in context.memory.sessions if one.routine in routines and not one.rehearsal and one.done_ms]
    times: Counter[str] = Counter()
    for one in done:
        if one.started.utc_us >= now_us - _FORTNIGHT_US:
            times[one.routine] += one.done_ms
    if times:
        return routines[times.most_common(1)[0][0]].routine
    return routines[done[-1].routine].routine if done else None


def _cadence(breaks: Breaks, key: str) -> Cadence | None:
    return next((cadence for cadence in breaks.cadences if cadence.key == key), None)
