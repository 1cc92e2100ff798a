"""Adherence strength in sentences, what is asked, and how it is worked out. Numbers, never a verdict. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from coach.analysis.strength import AIM_KEY, HALF_LIFE_DAYS, WINDOW_DAYS, Aim, StrengthDay, with_aim
from coach.content.vocabulary import MarkerKind
from coach.content.words import marker_word
from coach.i18n import _, ngettext
from coach.ui.progress.saying import Say
from coach.ui.progress.sections.section import Ask
from coach.ui.progress.sections.strength.plot import percent

_EARLIER_DAYS = 28


def strength_sentences(days: Sequence[StrengthDay], aims: Sequence[Aim], say: Say) -> tuple[str, ...]:
    """Return where it stands, where it stood four weeks before, and what was passed over."""
    if not days:
        return ()
    said = [_now_words(days), *_lately(days, aims, say)]
    passed = [
        ngettext("{kind}: {n} day passed over.", "{kind}: {n} days passed over.", count).format(
            kind=marker_word(kind), n=count
        )
        for kind in (MarkerKind.FLARE, MarkerKind.REST)
        if (count := sum(one.passed is kind for one in days))
    ]
    return (*said, " ".join(passed)) if passed else tuple(said)


def nothing_done() -> tuple[str, str]:
    """Return what is said before the first session of exercises, and what to do about it."""
    return _("No session with exercises yet"), _("After the first one a line begins here.")


def aim_question(aims: Sequence[Aim], today: int) -> Ask:
    """Ask on how many days a week the person means to exercise."""
    now = aims[-1].days if aims else None
    options: list[tuple[str, Any, bool]] = [
        (str(days), with_aim(aims, today, days), days == now) for days in range(1, WINDOW_DAYS + 1)
    ]
    options.append((_("No number"), with_aim(aims, today, None), now is None))
    return Ask(AIM_KEY, _("On how many days a week do you mean to exercise?"), tuple(options))


def strength_method(aims: Sequence[Aim], say: Say) -> tuple[str, ...]:
    """Explain the line, what a dose is, what is meant, and what does not count."""
    return (
        _(
            "Each day the line moves a little from where it was towards the share that you did of what you meant to do in the "
            "last 7 days. It begins at 0. After {days} days with all of it, it has come half the way to 100\u00a0%; after {days} "
            "days with nothing it is down to half. A single day moves it by about 5 points at most: there is no streak to lose."
        ).format(days=HALF_LIFE_DAYS),
        _(
            "What you did of a session is the time of its holds and repetitions by the time it planned for them. Several "
            "sessions on one day add up to a whole at most. Packs, rests and ratings are no part of it, rehearsals do not "
            "count, and today counts once you did something."
        ),
        _aim_words(aims, say),
        _(
            "Days that you marked as planned rest or as a flare leave the line as it is, and take one day off what was meant "
            "for the seven days around them. Rest is part of the plan."
        ),
        _(
            "The dashed line shows where it would stand with everything done, with the same days passed over. It rises "
            "slowly too: in the first weeks nobody can be near 100\u00a0%."
        ),
        _(
            "The formula is that of habit strength in Loop Habit Tracker. The {days} days are a choice of its makers and of "
            "this program, not a finding of a study; the number says nothing about your back."
        ).format(days=HALF_LIFE_DAYS),
    )


def _aim_words(aims: Sequence[Aim], say: Say) -> str:
    if not aims:
        return _(
            "You have not said on how many days a week you mean to exercise. So no day is missed: only days with a session "
            "count, and the line shows how much you did of what you began."
        )
    told = ngettext("{n} day a week", "{n} days a week", aims[-1].days).format(n=aims[-1].days)
    if len(aims) == 1:
        return _(
            "You mean to exercise on {days}; which days is up to you. Another number holds from the day you say it; what was "
            "before keeps this one."
        ).format(days=told)
    return _(
        "Since {since} you mean to exercise on {days}; which days is up to you. What was before keeps the number that you "
        "meant then."
    ).format(since=say.full_day(aims[-1].since), days=told)


def _now_words(days: Sequence[StrengthDay]) -> str:
    now = days[-1]
    said = _("Today {score}. It grows slowly: with everything done since you began, it would be {possible}.").format(
        score=percent(now.score), possible=percent(now.possible)
    )
    if len(days) <= _EARLIER_DAYS:
        return said
    then = _("Four weeks ago {score}.").format(score=percent(days[-1 - _EARLIER_DAYS].score))
    return f"{said} {then}"


def _lately(days: Sequence[StrengthDay], aims: Sequence[Aim], say: Say) -> list[str]:
    """Say what counted last: the share of the seven days, or of what was begun."""
    last = next((one for one in reversed(days) if one.share is not None), None)
    if last is None or last.share is None:
        return []
    if not aims:
        return [_("Only days with a session count, because no number of days a week is set below.")]
    return [
        _("In the 7 days to {day} you did {share} of what you meant to do.").format(
            day=say.day(last.day), share=percent(last.share)
        )
    ]
