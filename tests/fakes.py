"""Stand-ins shared by the tests: a clock moved by hand, a voice and a loudspeaker that remember."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

from coach.clock import Moment, Stamp, stamp_of
from coach.ports.notifier import Notice
from coach.ports.sounds import Earcon
from coach.ports.tray import TrayState
from coach.ports.voice import Hear, Manner, News
from coach.ports.wake_lock import Hold, Told

_NS = 1_000_000_000
_US = 1_000_000


class FakeClock:
    """A clock that moves only when told; it starts on 4 May 2026, 09:15 local time, two hours east of UTC.

    All amounts are seconds. `advance` is time passing as usual (every clock), `sleep_machine` a suspend (the
    awake clock stands still), `pause_machine` a stopped virtual machine (only the wall moves on),
    `step_wall` somebody setting the clock.
    """

    def __init__(self, start: datetime | None = None, *, tz: str = "Europe/Berlin", offset_min: int = 120) -> None:
        local = start or datetime(2026, 5, 4, 9, 15, tzinfo=timezone(timedelta(minutes=offset_min)))
        since = local.astimezone(UTC) - datetime(1970, 1, 1, tzinfo=UTC)
        self.tz = tz
        self.offset_min = offset_min
        self.boot = "fake-boot-1"
        self._awake_ns = 1_000 * _NS
        self._boot_ns = 2_000 * _NS
        self._utc_us = (since.days * 86_400 + since.seconds) * _US + since.microseconds

    def now(self) -> Moment:
        """Return the three clocks as they stand."""
        return Moment(self._awake_ns, self._boot_ns, self._utc_us)

    def stamp(self) -> Stamp:
        """Return the wall time with offset, zone and local day."""
        zone = timezone(timedelta(minutes=self.offset_min))
        return stamp_of(
            datetime(1970, 1, 1, tzinfo=UTC).astimezone(zone) + timedelta(microseconds=self._utc_us), self.tz
        )

    def boot_id(self) -> str:
        """Return a text that changes with `restart_machine`."""
        return self.boot

    def advance(self, seconds: float) -> None:
        """Let time pass with the machine awake."""
        self.advance_ns(round(seconds * _NS))

    def advance_ns(self, nanoseconds: int) -> None:
        """Let time pass with the machine awake, to the nanosecond."""
        self._awake_ns += nanoseconds
        self._boot_ns += nanoseconds
        self._utc_us += nanoseconds // 1000

    def sleep_machine(self, seconds: float) -> None:
        """Suspend: the boot and wall clocks run on, the awake clock does not."""
        self._boot_ns += round(seconds * _NS)
        self._utc_us += round(seconds * _US)

    def pause_machine(self, seconds: float) -> None:
        """A stopped virtual machine: only the wall clock shows that time passed."""
        self._utc_us += round(seconds * _US)

    def step_wall(self, seconds: float) -> None:
        """Set the wall clock on (or back, when negative)."""
        self._utc_us += round(seconds * _US)

    def restart_machine(self, seconds: float = 60) -> None:
        """Start the machine anew: the running clocks begin again, the wall runs on."""
        self.boot += "+"
        self._awake_ns = self._boot_ns = 5 * _NS
        self._utc_us += round(seconds * _US)


class RecordingVoice:
    """A speech engine that says nothing and remembers everything; news come when the test tells them."""

    def __init__(self, name: str = "recording", *, speaks: bool = True) -> None:
        self.name = name
        self.speaks = speaks
        self.said: list[tuple[int, str, Manner]] = []
        self.stops = 0
        self.is_open = False
        self._hear: Hear | None = None

    @property
    def sentences(self) -> list[str]:
        """Return what was said, in order."""
        return [text for _number, text, _manner in self.said]

    def open(self, hear: Hear) -> None:
        self.is_open, self._hear = True, hear

    def say(self, number: int, text: str, manner: Manner) -> None:
        self.said.append((number, text, manner))
        if self.speaks:
            self.tell(News.BEGUN)

    def stop(self) -> None:
        self.stops += 1

    def close(self) -> None:
        self.is_open = False

    def tell(self, news: News, why: str = "") -> None:
        """Tell news about the last sentence, as the engine would."""
        assert self._hear is not None
        self._hear(news, self.said[-1][0] if self.said else 0, why)


class RecordingSounds:
    """A loudspeaker that remembers."""

    def __init__(self) -> None:
        self.played: list[tuple[Earcon, int]] = []
        self.is_open = False
        self.told: Callable[[str], None] = lambda _why: None

    @property
    def earcons(self) -> list[Earcon]:
        """Return what was played, in order."""
        return [earcon for earcon, _level in self.played]

    def open(self, told: Callable[[str], None]) -> None:
        self.is_open, self.told = True, told
        told("")

    def play(self, earcon: Earcon, level: int) -> None:
        self.played.append((earcon, level))

    def close(self) -> None:
        self.is_open = False


class RecordingTray:
    """A tray that is there or not, and remembers what it showed."""

    def __init__(self, *, there: bool = True) -> None:
        self.there = there
        self.states: list[TrayState] = []
        self.shown = False
        self.choose: Callable[[str], None] = lambda _key: None

    def trouble(self) -> str:
        return "" if self.there else "no tray is running"

    def show(self, state: TrayState, chosen: Callable[[str], None]) -> bool:
        self.states.append(state)
        self.choose, self.shown = chosen, self.there
        return self.there

    def hide(self) -> None:
        self.shown = False


class RecordingNotifier:
    """Messages of a desktop that are remembered; `choose` presses a button."""

    def __init__(self) -> None:
        self.notices: list[Notice] = []
        self.seen: Notice | None = None
        self.choose: Callable[[str], None] = lambda _key: None
        self.trouble: Callable[[str], None] = lambda _why: None

    def open(self, chosen: Callable[[str], None], trouble: Callable[[str], None]) -> None:
        self.choose, self.trouble = chosen, trouble

    def show(self, notice: Notice) -> None:
        self.notices.append(notice)
        self.seen = notice

    def withdraw(self) -> None:
        self.seen = None

    def close(self) -> None:
        self.seen = None


class RecordingWakeLock:
    """A machine that is asked to stay awake; `why` says why it cannot."""

    def __init__(self, why: str = "") -> None:
        self.why = why
        self.holds: list[Hold] = []
        self.closed = False

    def hold(self, hold: Hold, told: Told) -> None:
        self.holds.append(hold)
        for level in (Hold.SCREEN, Hold.AWAKE):
            if hold >= level:
                told(level, self.why)

    def close(self) -> None:
        self.closed = True


class RecordingScreenLock:
    """A screen that is unlocked when the test says so; nobody hears of it who does not watch."""

    def __init__(self) -> None:
        self._unlocked: Callable[[], None] | None = None

    @property
    def watched(self) -> bool:
        return self._unlocked is not None

    def watch(self, unlocked: Callable[[], None]) -> None:
        self._unlocked = unlocked

    def close(self) -> None:
        self._unlocked = None

    def unlock(self) -> None:
        """Come back to the screen."""
        if self._unlocked is not None:
            self._unlocked()
