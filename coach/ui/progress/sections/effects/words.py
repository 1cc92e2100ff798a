"""Change per exercise in sentences, the rule of its claim, and how it is worked out. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from coach.analysis.claims import LEAST_EFFECT, LEAST_USES
from coach.analysis.effects import Effect
from coach.analysis.learning_week import KEY, LearningWeek, begun, ended
from coach.i18n import _, ngettext
from coach.ui.progress.saying import Say
from coach.ui.progress.sections.section import Ask
from coach.ui.yours import learning_words


def rule_sentence() -> str:
    """Return the rule that stands beneath the chart."""
    return _(
        "Grey: fewer than {uses} uses with a rating before and after. An exercise is said to help you most only when it does at "
        "least half a point more than the others, and that by more than 3.4 times the uncertainty."
    ).format(uses=LEAST_USES)


def most_sentence(name: str) -> str:
    """Say the claim, carefully."""
    return _("{name}: this one seems to help you most.").format(name=name)


def effects_sentences(found: Sequence[Effect], names: Sequence[str]) -> tuple[str, ...]:
    """Say what the claim is, or why there is none yet; `names` belong to `found`."""
    if not found:
        return ()
    claimed = [name for effect, name in zip(found, names, strict=True) if effect.claimed]
    if claimed:
        return tuple(most_sentence(name) for name in claimed)
    ready = sum(effect.enough for effect in found)
    compared = sum(effect.claim is not None for effect in found)
    if ready == 0:
        return (
            _("No exercise has been used and rated {uses} times yet. It takes two such to compare.").format(
                uses=LEAST_USES
            ),
        )
    if ready == 1:
        return (
            _("One exercise has been used and rated {uses} times. It takes a second to compare.").format(
                uses=LEAST_USES
            ),
        )
    if compared == 0:
        return (
            _("Those used often enough have not been rated in like circumstances yet, so nothing can be compared."),
        )
    return (
        ngettext(
            "{n} exercise is compared. None stands out so clearly that it could not be luck.",
            "{n} exercises are compared. None stands out so clearly that it could not be luck.",
            compared,
        ).format(n=compared),
    )


def effects_method() -> tuple[str, ...]:
    """Explain the chart and the rule in plain words."""
    return (
        _(
            "A change counts for an exercise when it is the only thing done between two ratings of the same area and "
            "side in one session. So a session of one exercise counts with its ratings before and after. A session of several "
            "tells nothing about any of them, unless you rate after each exercise, as in a learning week."
        ),
        _(
            "Skipped exercises and rehearsals are left out; exercises you stopped early are not. If you rated several areas, "
            "their mean counts, and the use counts once. All areas and the whole journal are looked at, whatever is chosen above."
        ),
        _(
            "The marker is the median: as many changes lie to its left as to its right. The bar holds the middle in 95 of 100 "
            "samples like yours (the bootstrap, worked out exactly instead of drawn). Ratings are whole numbers, so each "
            "stands for half a point to either side."
        ),
        _(
            "The claim compares exercises used at least {uses} times, each with the mean of the others, at the same areas, in "
            "the same kind of session and from the same number before: from 8 there is further to fall than from 3. It "
            "needs a difference of at least {points} points that is more than 3.4 times its standard error."
        ).format(uses=LEAST_USES, points=LEAST_EFFECT),
        _(
            "Why so strict: with five equal exercises one of them always looks ahead by luck, and more so if you look often. "
            "Among made-up people for whom all five are equal, at most 5 in 100 are ever told otherwise, even looking after "
            "every session for a year. A true difference of one point takes about 20 to 40 uses of each to be seen."
        ),
        _(
            "It shows what you felt, not why. It cannot tell an effect of the exercise from the rest and warmth around it."
        ),
    )


def week_remark() -> str:
    """Say what a learning week is."""
    return _(
        "In a learning week each session also asks how tight it feels after each exercise, and changes their order where that "
        "is safe, so that what they do can be told apart. It lasts seven days. You can skip any of it."
    )


def week_question(week: LearningWeek | None, today: date, say: Say) -> Ask:
    """Offer a learning week, or say how long the one that is on still lasts; it can be ended at any time."""
    if week is None:
        return Ask(KEY, _("Learning week"), ((_("Start today"), begun(today), False),))
    last = _("It ends by itself after {last}.").format(last=say.full_day(week.last.toordinal()))
    return Ask(KEY, f"{learning_words(week.number(today))} {last}", ((_("End it now"), ended(), False),))
