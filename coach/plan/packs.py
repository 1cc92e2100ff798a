"""Heat and cold: capped, cut into pieces with a look at the skin between, never twice without their gap."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from coach.content.routine import ColdStep, HeatStep
from coach.content.thermal import Thermal
from coach.content.vocabulary import Area, Mode, Posture, Side
from coach.i18n import _
from coach.plan import pacing, words
from coach.plan.dose import to_ms
from coach.plan.draft import Draft
from coach.plan.timeline import CueKind, Part, SegmentKind
from coach.safety.places import place

#: The program's own ceiling on the time between two looks at the skin, whatever thermal.toml says.
_MOST_PIECE_MS = 300 * pacing.MS


class Pack(NamedTuple):
    """One pack on one place; `ms` is already inside the caps."""

    mode: Mode
    area: Area
    side: Side | None
    ms: int


def mode_of(step: HeatStep | ColdStep) -> Mode:
    """Heat or cold."""
    return Mode.HEAT if isinstance(step, HeatStep) else Mode.COLD


def pack_of(step: HeatStep | ColdStep, thermal: Thermal) -> Pack:
    """The step's pack, its time brought under the caps; a shorter time than the default range is kept."""
    mode = mode_of(step)
    limits = thermal.limits(mode)
    most_s = min(limits.max_selectable_min, limits.hard_stop_min) * 60
    wanted_s = limits.default_min * 60 if step.duration_s is None else step.duration_s
    return Pack(mode, step.area, step.side, to_ms(wanted_s, 1, most_s))


def lay_pack(draft: Draft, number: int, pack: Pack) -> None:
    """Lay down one pack: put it on, wear it with checks, take it off."""
    draft.exposures += 1
    draft.begin(
        Part(
            step=number,
            kind=pack.mode.value,
            title="",
            exercise=None,
            side=pack.side,
            area=pack.area,
            planned_ms=pack.ms,
            planned_reps=0,
        )
    )
    _put_on(draft, pack, words.pack_named(pack.mode, place(pack.area, pack.side), pack.ms))
    _wear(draft, pack)
    _take_off(draft, pack)
    draft.posture = Posture.SITTING


def lay_contrast(draft: Draft, number: int, packs: Sequence[Pack]) -> None:
    """Lay down heat and cold in turn as one exposure: one putting on, a check and a swap between, one end."""
    first, last = packs[0], packs[-1]
    swap_ms = round(draft.library.thermal.contrast.swap_s * pacing.MS)
    draft.exposures += 1
    draft.begin(
        Part(
            step=number,
            kind=first.mode.value,
            title="",
            exercise=None,
            side=first.side,
            area=first.area,
            planned_ms=sum(pack.ms for pack in packs),
            planned_reps=0,
        )
    )
    total_ms = sum(pack.ms for pack in packs) + swap_ms * (len(packs) - 1)
    _put_on(draft, first, words.contrast_named(place(first.area, first.side), total_ms))
    for before, pack in zip((None, *packs), packs, strict=False):
        if before is not None:
            _check(draft, before)
            _swap(draft, pack, swap_ms)
        _wear(draft, pack)
    _take_off(draft, last)
    draft.posture = Posture.SITTING


def _put_on(draft: Draft, pack: Pack, named: str) -> None:
    limits = draft.library.thermal.limits(pack.mode)
    text = " ".join(_(line) for line in (limits.barrier, limits.setting) if line)
    _add(draft, SegmentKind.PREPARE, None, pack, text)
    draft.speak([(0, CueKind.PACK_ON, f"{named} {text}")])


def _wear(draft: Draft, pack: Pack) -> None:
    """Pieces of at most five minutes, a check between them; the first check is at half time at the latest."""
    every_ms = min(round(draft.library.thermal.skin_check.every_min * pacing.MINUTE_MS), _MOST_PIECE_MS)
    kind = SegmentKind.HEAT if pack.mode is Mode.HEAT else SegmentKind.COLD
    left_ms = pack.ms
    while left_ms > 0:
        half_ms = -(-pack.ms // 2) if left_ms == pack.ms >= every_ms else left_ms
        piece_ms = min(left_ms, half_ms, every_ms)
        _add(draft, kind, piece_ms, pack, "")
        line = words.pack_started(pack.mode) if left_ms == pack.ms else words.time_left(left_ms)
        if pacing.speech_ms(line) <= piece_ms:
            draft.speak([(0, CueKind.SAFETY if left_ms == pack.ms else CueKind.PACK_ON, line)])
        left_ms -= piece_ms
        if left_ms > 0:
            _check(draft, pack)


def _check(draft: Draft, pack: Pack) -> None:
    text = _(draft.library.thermal.skin_check.prompt)
    _add(draft, SegmentKind.CHECK, None, pack, text)
    draft.speak([(0, CueKind.CHECK, text)])


def _swap(draft: Draft, pack: Pack, swap_ms: int) -> None:
    barrier = _(draft.library.thermal.limits(pack.mode).barrier)
    text = f"{words.swap_to(pack.mode, pack.ms)} {barrier}"
    if pacing.speech_ms(text) > swap_ms:
        text = words.swap_to(pack.mode, pack.ms)
    _add(draft, SegmentKind.SWITCH, max(swap_ms, pacing.speech_ms(text)), pack, text)
    draft.speak([(0, CueKind.SWITCH, text)])


def _take_off(draft: Draft, pack: Pack) -> None:
    text = words.pack_off(pack.mode)
    _add(draft, SegmentKind.RELEASE, None, pack, text)
    draft.speak([(0, CueKind.PACK_OFF, text)])


def _add(draft: Draft, kind: SegmentKind, duration_ms: int | None, pack: Pack, text: str) -> None:
    draft.add(
        kind,
        duration_ms,
        side=pack.side,
        area=pack.area,
        mode=pack.mode,
        text=text,
        exposure=draft.exposures,
    )
