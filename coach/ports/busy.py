"""Why a break had better wait: what somebody at this desk is in the middle of."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from coach.ports.sensor import Sensor


class BusyKind(StrEnum):
    """MICROPHONE: a program listens. SCREEN: a program keeps the screen on (a call, a film, slides). QUIET: do not
    disturb is on. FULL_SCREEN: a window of another program covers the screen. The values are those of
    `coach.reminders.sight.Busy`.
    """

    MICROPHONE = "microphone"
    SCREEN = "inhibitor"
    QUIET = "do-not-disturb"
    FULL_SCREEN = "full-screen"


#: One door for each kind. Any one of them may be wrong for a day: none may silence for long by itself.
Busy = Mapping[BusyKind, Sensor]
