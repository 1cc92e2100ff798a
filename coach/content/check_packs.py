"""Whether the packs of a routine stay inside the caps of thermal.toml, with their gaps between them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from coach.content.problems import Report
from coach.content.routine import ColdStep, Group, HeatStep, OffStep, Routine
from coach.content.shown import number
from coach.content.steps import Placed, done_steps, placed_steps
from coach.content.thermal import ContrastLimits, Thermal
from coach.content.toml_lines import TomlPath
from coach.content.vocabulary import Area, Mode, Side
from coach.i18n import _

Pack = HeatStep | ColdStep


class Worn(NamedTuple):
    """One exposure: a pack, or a contrast set as a whole."""

    path: TomlPath
    modes: frozenset[Mode]
    area: Area
    side: Side | None


def check_packs(routine: Routine, thermal: Thermal, report: Report) -> None:
    """Each pack's time, each contrast set, and the gaps and counts over the whole routine."""
    for placed in placed_steps(routine):
        if isinstance(placed.step, Pack) and not _in_contrast(placed):
            _check_time(placed.path, placed.step, thermal, report)
    sets = _contrast_sets(routine, report)
    for path, packs in sets:
        _check_contrast(path, packs, thermal, report)
    sound = {where for _path, packs in sets for where, _pack in packs}
    _check_gaps(
        [placed for placed in done_steps(routine) if not _in_contrast(placed) or placed.path in sound], thermal, report
    )


def _in_contrast(placed: Placed) -> bool:
    return placed.group is not None and placed.group.exposure is not None


def _mode(pack: Pack) -> Mode:
    return Mode.HEAT if isinstance(pack, HeatStep) else Mode.COLD


def _mode_words(mode: Mode) -> str:
    return _("heat") if mode is Mode.HEAT else _("cold")


def _minutes(pack: Pack, thermal: Thermal) -> float:
    return thermal.limits(_mode(pack)).default_min if pack.duration_s is None else pack.duration_s / 60


def _check_time(path: TomlPath, pack: Pack, thermal: Thermal, report: Report) -> None:
    mode = _mode(pack)
    limits = thermal.limits(mode)
    most = min(limits.max_selectable_min, limits.hard_stop_min)
    minutes = _minutes(pack, thermal)
    if minutes > most:
        sentence = _(
            "{minutes} minutes of {mode} is over the cap of {most} minutes. Write duration_s = {seconds} or less."
        )
        said = sentence.format(
            minutes=_rounded(minutes), mode=_mode_words(mode), most=number(most), seconds=number(most * 60)
        )
        report.say((*path, "duration_s"), said)


def _contrast_sets(routine: Routine, report: Report) -> list[tuple[TomlPath, list[tuple[TomlPath, Pack]]]]:
    """The packs of each contrast set in order; groups that follow each other on one place are one set."""
    sets: list[tuple[TomlPath, list[tuple[TomlPath, Pack]]]] = []
    follows = False
    for index, item in enumerate(routine.steps):
        path: TomlPath = ("steps", index)
        packs = _packs_of(path, item, report) if isinstance(item, Group) and item.exposure is not None else []
        if packs and follows and _place(sets[-1][1][0][1]) == _place(packs[0][1]):
            sets[-1][1].extend(packs)
        elif packs:
            sets.append((path, packs))
        follows = bool(packs)
    return sets


def _packs_of(path: TomlPath, group: Group, report: Report) -> list[tuple[TomlPath, Pack]]:
    """The packs of a contrast group, repeats written out; [] with a problem when it is no contrast set."""
    packs = [((*path, "steps", index), step) for index, step in enumerate(group.steps) if isinstance(step, Pack)]
    if len(packs) < len(group.steps):
        other = next(index for index, step in enumerate(group.steps) if not isinstance(step, Pack))
        report.say(
            (*path, "steps", other), _("A contrast group may only hold heat and cold. Move this step out of it.")
        )
        return []
    for where, pack in packs:
        if _place(pack) != _place(packs[0][1]):
            report.say(
                (*where, "area"), _("All packs of a contrast group go on one place. Give them the same area and side.")
            )
            return []
    return packs * group.repeat


def _place(pack: Pack) -> tuple[Area, Side | None]:
    return pack.area, pack.side


def _check_contrast(path: TomlPath, packs: list[tuple[TomlPath, Pack]], thermal: Thermal, report: Report) -> None:
    limits = thermal.contrast
    for where, pack in dict.fromkeys(packs):
        _check_contrast_time(where, pack, limits, thermal, report)
    modes = [_mode(pack) for _where, pack in packs]
    for position in range(1, len(modes)):
        if modes[position] is modes[position - 1]:
            sentence = _("In a contrast group heat and cold take turns. Put a {other} step before this one.")
            other = Mode.COLD if modes[position] is Mode.HEAT else Mode.HEAT
            report.say(packs[position][0], sentence.format(other=_mode_words(other)))
            return
    rounds = min(modes.count(Mode.HEAT), modes.count(Mode.COLD))
    low, high = limits.cycles
    if not low <= rounds <= high:
        sentence = _("A contrast group has {low} to {high} rounds of heat and cold; this one has {rounds}. Set repeat.")
        report.say(path, sentence.format(rounds=rounds, low=low, high=high))
    total = sum(_contrast_minutes(pack, limits) for _where, pack in packs) + limits.swap_s / 60 * (len(packs) - 1)
    if total > limits.hard_total_min:
        sentence = _("This contrast group takes {total} minutes with its swaps; the cap is {most}. Take a round out.")
        report.say(path, sentence.format(total=_rounded(total), most=number(limits.hard_total_min)))


def _contrast_minutes(pack: Pack, limits: ContrastLimits) -> float:
    usual = limits.heat_min if isinstance(pack, HeatStep) else limits.cold_min
    return usual[1] if pack.duration_s is None else pack.duration_s / 60


def _check_contrast_time(path: TomlPath, pack: Pack, limits: ContrastLimits, thermal: Thermal, report: Report) -> None:
    low, high = limits.heat_min if isinstance(pack, HeatStep) else limits.cold_min
    if pack.duration_s is None:
        minutes = thermal.limits(_mode(pack)).default_min
        sentence = _("In a contrast group each pack needs its time, {low} to {high} seconds. Add duration_s = {high}.")
    else:
        minutes = pack.duration_s / 60
        sentence = _("In a contrast group {mode} is {low} to {high} seconds. Write duration_s = {high}.")
    if not low <= minutes <= high:
        said = sentence.format(mode=_mode_words(_mode(pack)), low=number(low * 60), high=number(high * 60))
        report.say((*path, "duration_s"), said)


def _check_gaps(steps: Sequence[Placed], thermal: Thermal, report: Report) -> None:
    """Exposures in the order they come, with the minutes without a pack since each of them."""
    worn: list[tuple[Worn, float]] = []
    said: set[TomlPath] = set()
    open_set: Worn | None = None
    for placed in steps:
        if isinstance(placed.step, OffStep):
            worn = [(before, off + placed.step.duration_s / 60) for before, off in worn]
        if not isinstance(placed.step, Pack):
            open_set = None
            continue
        now = _worn(placed, placed.step)
        if open_set is not None and _in_contrast(placed) and (open_set.area, open_set.side) == (now.area, now.side):
            continue
        if now.path not in said and not _allowed(now, worn, thermal, report):
            said.add(now.path)
        worn.append((now, 0.0))
        open_set = now if _in_contrast(placed) else None


def _worn(placed: Placed, pack: Pack) -> Worn:
    if _in_contrast(placed):
        return Worn(placed.group_path, frozenset(Mode), pack.area, pack.side)
    return Worn(placed.path, frozenset({_mode(pack)}), pack.area, pack.side)


def _allowed(now: Worn, worn: Sequence[tuple[Worn, float]], thermal: Thermal, report: Report) -> bool:
    here = [(before, off) for before, off in worn if _same_skin(before, now)]
    for before, off in here:
        shared = before.modes & now.modes
        gap = max((thermal.limits(mode).same_mode_gap_min for mode in shared), default=thermal.pair.rest_min)
        if off < gap:
            said = _gap_words(again=bool(shared)).format(gap=number(gap), seconds=number(gap * 60))
            report.say(now.path, said)
            return False
    alike = [before for before, _off in here if before.modes == now.modes]
    most = _most_a_day(now, thermal)
    if len(alike) >= most:
        sentence = _("This is one pack too many for a day on this place: at most {most}. Take this step out.")
        report.say(now.path, sentence.format(most=most))
        return False
    return True


def _gap_words(*, again: bool) -> str:
    if again:
        return _(
            "The same kind of pack was on this place before. Put {gap} minutes without a pack in between: "
            'kind = "off", duration_s = {seconds}.'
        )
    return _(
        "Heat and cold on one place are {gap} minutes apart. Put a time without a pack in between: "
        'kind = "off", duration_s = {seconds}.'
    )


def _most_a_day(worn: Worn, thermal: Thermal) -> int:
    if len(worn.modes) > 1:
        return thermal.contrast.max_per_day
    return thermal.limits(next(iter(worn.modes))).max_per_area_per_day


def _same_skin(one: Worn, other: Worn) -> bool:
    return one.area is other.area and {one.side, other.side} != {Side.LEFT, Side.RIGHT}


def _rounded(minutes: float) -> str:
    return number(round(minutes, 1))
