"""Before and after in sentences, and how it is worked out. Numbers, never a verdict. No Qt."""

from __future__ import annotations

from collections.abc import Sequence

from coach.analysis.before_after import Pairs
from coach.analysis.middle import LEAST, Middle, middle
from coach.i18n import _, ngettext
from coach.ui.progress.saying import Say
from coach.ui.progress.sections.before_after.plot import ChosenPairs
from coach.ui.words import place_word


def before_after_sentences(pairs: ChosenPairs, say: Say) -> tuple[str, ...]:
    """Return a sentence per place: how many sessions, how many went which way, and the middle of the changes."""
    return tuple(_pairs_sentence(place_word(*key), found, say) for key, found in pairs if found.pairs or found.single)


def _pairs_sentence(place: str, found: Pairs, say: Say) -> str:
    changes = [pair.change for pair in found.pairs]
    parts = []
    if len(changes) == 1:
        one = _("{place}: {before} before and {after} after the only session with both ratings.")
        parts.append(
            one.format(place=place, before=found.pairs[0].before.tightness, after=found.pairs[0].after.tightness)
        )
    elif changes:
        parts.append(_counts(place, changes, say))
    if found.single:
        single = ngettext(
            "{n} session has only one of the two ratings and is not drawn.",
            "{n} sessions have only one of the two ratings and are not drawn.",
            found.single,
        ).format(n=found.single)
        parts.append(single if changes else _("{place}: {words}").format(place=place, words=single))
    return " ".join(parts)


def _counts(place: str, changes: Sequence[int], say: Say) -> str:
    lower, higher = sum(change < 0 for change in changes), sum(change > 0 for change in changes)
    return _(
        "{place}, last {n} sessions: lower after {lower} of them, the same after {same}, higher after {higher}; "
        "middle change {change}."
    ).format(
        place=place,
        n=len(changes),
        lower=lower,
        same=len(changes) - lower - higher,
        higher=higher,
        change=_change(middle(changes), say),
    )


def _change(found: Middle, say: Say) -> str:
    """Say the middle and, from six sessions on, between what it lies."""
    if not found.sure:
        return say.change(found.median)
    ends = {"low": say.change(round(found.low, 1)), "high": say.change(round(found.high, 1))}
    return _("{change}, between {low} and {high}").format(change=say.change(found.median), **ends)


def before_after_method() -> tuple[str, ...]:
    """Explain the second chart."""
    return (
        _(
            "Each bar is one session: the hollow marker is what you said before it, the filled one what you said "
            "after it. Where both are the same, the filled one lies inside the hollow one."
        ),
        _(
            "The last 30 sessions with both ratings are shown. A rating you gave twice counts as you gave it last. "
            "Sessions with one rating only are counted in words and not drawn."
        ),
        _(
            "The middle change is the median: as many are lower as are higher. It lies between the two numbers beside it in 95 of "
            "100 samples like yours; below {n} sessions none are given."
        ).format(n=LEAST),
        _("It shows what you felt around a session, not why. Tightness also changes by itself during a day."),
    )
