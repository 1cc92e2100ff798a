"""From the chosen pairs to the chart of before and after. No Qt."""

from __future__ import annotations

from collections.abc import Mapping

from coach.analysis.before_after import SESSIONS_SHOWN, Pair, Pairs
from coach.analysis.series import Key, day_of
from coach.drawing.charts.model import BeforeAfterState, Dumbbell, Legend
from coach.i18n import _
from coach.ui.progress.choice import Choice
from coach.ui.progress.saying import Say
from coach.ui.progress.sections.shared import SHAPES, Sessions, session_word
from coach.ui.words import place_word

ChosenPairs = tuple[tuple[Key, Pairs], ...]


def chosen_pairs(pairs: Mapping[Key, Pairs], choice: Choice) -> ChosenPairs:
    """Return the pairs of the chosen places by slot. They do not follow the feeling: a session asks for one number."""
    keys = sorted(choice.places, key=lambda key: choice.places[key])
    return tuple((key, pairs[key]) for key in keys if key in pairs)


def before_after_plot(pairs: ChosenPairs, choice: Choice, sessions: Sessions, say: Say) -> BeforeAfterState | None:
    """Return the before/after chart, None when no chosen place was rated before and after a session."""
    order = _session_order(pairs)
    if not order:
        return None
    columns = {session: column for column, session in enumerate(order)}
    shown = [(key, pair) for key, found in pairs for pair in found.pairs if pair.session in columns]
    return BeforeAfterState(
        title=_("Before and after each session"),
        subtitle=_("Hollow: before. Filled: after. A thick bar is a change of 2 points or more."),
        top=_("the most you can imagine"),
        bottom=_("none"),
        legend=tuple(Legend(place_word(*key), SHAPES[key.side], choice.places[key]) for key, _found in pairs),
        days=tuple(order.values()),
        dumbbells=tuple(
            Dumbbell(
                column=columns[pair.session],
                slot=choice.places[key],
                shape=SHAPES[key.side],
                before=pair.before.tightness,
                after=pair.after.tightness,
                words=pair_words(key, pair, sessions, say),
            )
            for key, pair in shown
        ),
    )


def pair_words(key: Key, pair: Pair, sessions: Sessions, say: Say) -> str:
    """Say everything about one session's ratings of one place."""
    first = _("{place}: {before} before, {after} after").format(
        place=place_word(*key), before=pair.before.tightness, after=pair.after.tightness
    )
    return "\n".join([first, _dated(session_word(pair.session, sessions), day_of(pair.before.at), say)])


def _dated(words: str, day: int, say: Say) -> str:
    return _("{words}, {day}").format(words=words, day=say.full_day(day))


def _session_order(pairs: ChosenPairs) -> dict[str, int]:
    """Return the last sessions of all chosen places with their local days, oldest first."""
    begun = {pair.session: pair.before.at for _key, found in pairs for pair in reversed(found.pairs)}
    order = sorted(begun, key=lambda session: (begun[session].utc_us, session))
    return {session: day_of(begun[session]) for session in order[-SESSIONS_SHOWN:]}
