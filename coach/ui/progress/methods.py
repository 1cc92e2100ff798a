"""How it is worked out: every number on the page can be asked why. No Qt."""

from __future__ import annotations

from coach.i18n import _, ngettext


def tightness_method(rehearsals: int, damaged: int) -> tuple[str, ...]:
    """Explain the first chart, and what is not in it."""
    return (
        _(
            "Each marker is one entry, at the day and time your clock showed when you wrote it. "
            "Travelling never moves it to another day."
        ),
        _(
            "The line has a point on each day with an entry: the average of all entries of that day and of the six days "
            "before it, when there are at least two. Days more than seven days apart are not joined."
        ),
        _(
            "A hollow marker is an entry with a feeling other than tightness, such as a cramp. "
            "The line counts every marker shown; choose one feeling to see it alone."
        ),
        _(
            "0 is no tightness, 10 the most you can imagine. It is your own word for how it feels, not a measurement. "
            "The 2 points come from studies of pain: two points are the least change beyond the usual ups and downs on "
            "the 0-10 pain scale in people with low back pain (Childs 2005, Spine, PubMed 15928561). For tightness no "
            "such figure was found."
        ),
        _left_out(rehearsals, damaged),
    )


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
        _("It shows what you felt around a session, not why. Tightness also changes by itself during a day."),
    )


def _left_out(rehearsals: int, damaged: int) -> str:
    words = [_("Deleted entries and entries from rehearsals are left out.")]
    if rehearsals:
        words.append(
            ngettext("{n} entry is from a rehearsal.", "{n} entries are from rehearsals.", rehearsals).format(
                n=rehearsals
            )
        )
    if damaged:
        words.append(
            ngettext(
                "{n} damaged row of the journal is left out too.",
                "{n} damaged rows of the journal are left out too.",
                damaged,
            ).format(n=damaged)
        )
    return " ".join(words)
