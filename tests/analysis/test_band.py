"""The channel of the week's highs and lows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coach.analysis.band import Channel, seven_day_channel
from coach.analysis.mean import seven_day_means
from coach.analysis.series import tightness_series
from coach.journal.records import Entry
from tests.analysis.make import ENTRIES, entry


def _channel(*entries: Entry) -> tuple[Channel, ...]:
    return seven_day_channel(tightness_series(entries)[0].points)


def test_it_runs_from_the_lowest_to_the_highest_of_seven_days() -> None:
    """Today and the six days before; what is older has left it."""
    found = _channel(entry("2025-05-01T08:00", 9), entry("2025-05-07T08:00", 4), entry("2025-05-08T08:00", 6))
    assert [(one.low, one.high) for one in found] == [(4, 9), (4, 6)]
    assert found[0].x == found[0].day + 0.5


def test_one_entry_is_no_channel() -> None:
    """A width of nothing would look like certainty."""
    assert _channel(entry("2025-05-01T08:00", 9)) == ()
    assert len(_channel(entry("2025-05-01T08:00", 9), entry("2025-05-01T20:00", 9))) == 1


@given(st.lists(ENTRIES, max_size=60))
def test_it_is_what_the_words_say_and_holds_the_mean(entries: list[Entry]) -> None:
    """Against the plain definition, on the very days of the mean, which lies inside."""
    for series in tightness_series(entries):
        channel, means = seven_day_channel(series.points), seven_day_means(series.points)
        assert [one.day for one in channel] == [mean.day for mean in means]
        for one, mean in zip(channel, means, strict=True):
            week = [point.entry.tightness for point in series.points if one.day - 7 < point.day <= one.day]
            assert (one.low, one.high) == (min(week), max(week))
            assert one.low <= mean.value <= one.high
