"""What the Progress page shows, built from the journal. No Qt.

The journal is folded into series and pairs once; choosing a place or a span only builds a new view of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from coach.analysis.before_after import Pairs, before_after
from coach.analysis.series import Key, Series, tightness_series
from coach.content.vocabulary import Quality
from coach.drawing.charts.model import BeforeAfterState, TightnessState
from coach.i18n import _
from coach.journal.records import Entry, SessionRecord
from coach.ui.progress.choice import MOST_PLACES, Choice
from coach.ui.progress.methods import before_after_method, tightness_method
from coach.ui.progress.plots import before_after_plot, chosen_pairs, chosen_series, tightness_plot
from coach.ui.progress.rows import Table, before_after_table, tightness_table
from coach.ui.progress.saying import Say
from coach.ui.progress.sentences import before_after_sentences, noise_sentence, tightness_sentences
from coach.ui.words import place_word, quality_word


@dataclass(frozen=True, slots=True)
class ProgressState:
    """What the journal holds. `today` is the person's local day; rehearsals and damaged rows are only counted."""

    today: date
    series: tuple[Series, ...] = ()
    pairs: Mapping[Key, Pairs] = field(default_factory=dict)
    sessions: Mapping[str, SessionRecord] = field(default_factory=dict)
    rehearsals: int = 0
    damaged: int = 0


@dataclass(frozen=True, slots=True)
class Chip:
    """One choice: what it stands for, its words, whether it is on and whether it can be pressed."""

    value: Key | Quality | None
    words: str
    chosen: bool
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class ChartView:
    """What says the same as a chart in words, a remark, how it is worked out, and its values."""

    sentences: tuple[str, ...]
    remark: str
    method: tuple[str, ...]
    table: Table


@dataclass(frozen=True, slots=True)
class ProgressView:
    """What one choice shows. `qualities` is empty while only one feeling was ever logged.

    `before_after_plot` is None when no chosen place was rated before and after a session.
    """

    places: tuple[Chip, ...]
    qualities: tuple[Chip, ...]
    tightness: ChartView
    tightness_plot: TightnessState
    before_after: ChartView
    before_after_plot: BeforeAfterState | None


def build_state(
    entries: Iterable[Entry], sessions: Iterable[SessionRecord], today: date, *, damaged: int = 0
) -> ProgressState:
    """Fold the journal. `damaged` is how many rows of it cannot be trusted and were left out by the store."""
    held = list(entries)
    return ProgressState(
        today=today,
        series=tightness_series(held),
        pairs=before_after(held),
        sessions={session.id: session for session in sessions},
        rehearsals=sum(entry.rehearsal for entry in held),
        damaged=damaged,
    )


def build_view(state: ProgressState, choice: Choice, say: Say) -> ProgressView:
    """Put what is chosen into numbers and words. The choice holds at least one place."""
    today = state.today.toordinal()
    series = chosen_series(state.series, choice)
    pairs = chosen_pairs(state.pairs, choice)
    plot = tightness_plot(series, choice, today, state.sessions, say)
    pairs_plot = before_after_plot(pairs, choice, state.sessions, say)
    return ProgressView(
        places=_places(state, choice),
        qualities=_qualities(state, choice),
        tightness=ChartView(
            sentences=tightness_sentences(series, choice, today, say),
            remark=noise_sentence(),
            method=tightness_method(state.rehearsals, state.damaged),
            table=tightness_table(series, choice, today, say),
        ),
        tightness_plot=plot,
        before_after=ChartView(
            sentences=before_after_sentences(pairs, say),
            remark="",
            method=before_after_method(),
            table=before_after_table(pairs, state.sessions, say),
        ),
        before_after_plot=pairs_plot,
    )


def nothing_yet() -> tuple[str, str]:
    """Return what an empty page says, and what to do about it."""
    return (
        _("Nothing to show yet"),
        _("Note how tight it feels on Today. After two entries within seven days a line appears."),
    )


def nothing_before_after() -> tuple[str, str]:
    """Return what the second chart says while it is empty, and what to do about it."""
    return (
        _("No session with both ratings yet"),
        _("Rate how tight it feels before and after a session. Each session with both ratings appears here."),
    )


def _places(state: ProgressState, choice: Choice) -> tuple[Chip, ...]:
    full = len(choice.places) >= MOST_PLACES
    found = [
        Chip(one.key, place_word(*one.key), one.key in choice.places, one.key in choice.places or not full)
        for one in state.series
    ]
    return tuple(sorted(found, key=lambda chip: chip.words))


def _qualities(state: ProgressState, choice: Choice) -> tuple[Chip, ...]:
    """Offer the feelings that were logged, once there are two of them."""
    used = {point.entry.quality for one in state.series for point in one.points}
    if len(used) < 2:
        return ()
    found = [Chip(quality, quality_word(quality), choice.quality is quality) for quality in Quality if quality in used]
    return (Chip(None, _("All feelings"), choice.quality is None), *found)
