"""From series and pairs to what the charts are given. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from coach.analysis.before_after import SESSIONS_SHOWN, Pair, Pairs
from coach.analysis.mean import mean_runs, seven_day_means
from coach.analysis.series import Key, Point, Series, day_of
from coach.content.vocabulary import Quality, Side
from coach.drawing.charts.model import BeforeAfterState, Dumbbell, Legend, Line, Run, Shape, TightnessState
from coach.i18n import _
from coach.journal.records import Entry, SessionRecord
from coach.ui.progress.choice import Choice, Span, first_day
from coach.ui.progress.saying import Say
from coach.ui.words import place_word, quality_word, when_word

_SHAPES = {Side.LEFT: Shape.LEFT, Side.RIGHT: Shape.RIGHT, Side.BOTH: Shape.BOTH, None: Shape.WHOLE}
_NOTE_SHOWN = 120
_MARGIN_DAYS = 0.5

Sessions = Mapping[str, SessionRecord]
ChosenPairs = tuple[tuple[Key, Pairs], ...]


def chosen_series(series: Sequence[Series], choice: Choice) -> tuple[Series, ...]:
    """Return the chosen series by slot, with the chosen feeling only."""
    found = [one.of_quality(choice.quality) for one in series if one.key in choice.places]
    return tuple(sorted(found, key=lambda one: choice.places[one.key]))


def chosen_pairs(pairs: Mapping[Key, Pairs], choice: Choice) -> ChosenPairs:
    """Return the pairs of the chosen places by slot. They do not follow the feeling: a session asks for one number."""
    keys = sorted(choice.places, key=lambda key: choice.places[key])
    return tuple((key, pairs[key]) for key in keys if key in pairs)


def tightness_plot(
    series: Sequence[Series], choice: Choice, today: int, sessions: Sessions, say: Say
) -> TightnessState:
    """Return the tightness chart: every point there is, the span as what is seen first."""
    days = [one.points[end].day for one in series if one.points for end in (0, -1)]
    start = first_day(choice, min(days, default=today), today)
    last = max([today, *days]) + 1 + _MARGIN_DAYS
    first = min([start, *days]) - _MARGIN_DAYS
    return TightnessState(
        title=_title(choice),
        subtitle=" ".join(_key_words(series, choice)),
        top=_("the most you can imagine"),
        bottom=_("none"),
        lines=tuple(_line(one, choice, sessions, say) for one in series),
        first=first,
        last=last,
        start=first if choice.span is Span.ALL else float(start),
        end=last if choice.span is Span.ALL else today + 1 + _MARGIN_DAYS / 2,
    )


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
        legend=tuple(Legend(place_word(*key), _SHAPES[key.side], choice.places[key]) for key, _found in pairs),
        days=tuple(order.values()),
        dumbbells=tuple(
            Dumbbell(
                column=columns[pair.session],
                slot=choice.places[key],
                shape=_SHAPES[key.side],
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


def session_word(session: str, sessions: Sessions) -> str:
    """Name a session by its routine."""
    return _(sessions[session].name) if session in sessions else _("a session")


def point_words(key: Key, point: Point, sessions: Sessions, say: Say) -> str:
    """Say everything about one entry: value, day and time, feeling and session, and the beginning of the note."""
    entry = point.entry
    value = _("{place}: {value}").format(place=place_word(*key), value=entry.tightness)
    lines = [value, _("{day}, {time}").format(day=say.full_day(point.day), time=say.time(point.x))]
    if about := " · ".join(_about(entry, sessions)):
        lines.append(about)
    if entry.note:
        cut = entry.note[:_NOTE_SHOWN].strip()
        lines.append(cut if len(entry.note) <= _NOTE_SHOWN else f"{cut}…")
    return "\n".join(lines)


def _about(entry: Entry, sessions: Sessions) -> list[str]:
    found = [] if entry.quality is Quality.TIGHTNESS else [quality_word(entry.quality)]
    if entry.session is not None and entry.when is not None:
        name = session_word(entry.session, sessions)
        found.append(_("{when}: {session}").format(when=when_word(entry.when), session=name))
    return found


def _dated(words: str, day: int, say: Say) -> str:
    return _("{words}, {day}").format(words=words, day=say.full_day(day))


def _key_words(series: Sequence[Series], choice: Choice) -> list[str]:
    """Say what is drawn, hollow markers only where there are some."""
    words = [_("Each marker is one entry. The line is the average of seven days.")]
    if choice.quality is None and any(p.entry.quality is not Quality.TIGHTNESS for one in series for p in one.points):
        words.append(_("Hollow: a feeling other than tightness."))
    return words


def _title(choice: Choice) -> str:
    if choice.quality is None:
        return _("Tightness over time")
    return _("{feeling} over time").format(feeling=quality_word(choice.quality))


def _line(series: Series, choice: Choice, sessions: Sessions, say: Say) -> Line:
    points = series.points
    runs = mean_runs(seven_day_means(points))
    drawn: tuple[Run, ...] = tuple(tuple((mean.x, mean.value) for mean in run) for run in runs)
    plain = Quality.TIGHTNESS if choice.quality is None else choice.quality
    return Line(
        name=place_word(*series.key),
        shape=_SHAPES[series.key.side],
        slot=choice.places[series.key],
        xs=tuple([point.x for point in points]),
        ys=tuple([point.entry.tightness for point in points]),
        hollow=tuple([point.entry.quality is not plain for point in points]),
        runs=drawn,
        say=lambda number: point_words(series.key, points[number], sessions, say),
    )


def _session_order(pairs: ChosenPairs) -> dict[str, int]:
    """Return the last sessions of all chosen places with their local days, oldest first."""
    begun = {pair.session: pair.before.at for _key, found in pairs for pair in reversed(found.pairs)}
    order = sorted(begun, key=lambda session: (begun[session].utc_us, session))
    return {session: day_of(begun[session]) for session in order[-SESSIONS_SHOWN:]}
