"""The sentences a session speaks. Whole sentences, one per side and per count, so that each can be translated."""

from __future__ import annotations

from coach.content.vocabulary import Area, Mode, Side
from coach.i18n import N_, _, ngettext
from coach.plan.pacing import MS
from coach.safety.exposure import Wanted
from coach.safety.places import place
from coach.safety.sentences import length

_NAMED = {
    None: N_("%(name)s."),
    Side.LEFT: N_("%(name)s, left side."),
    Side.RIGHT: N_("%(name)s, right side."),
    Side.BOTH: N_("%(name)s, both sides together."),
}
_NEXT = {
    None: N_("Next: %(name)s."),
    Side.LEFT: N_("Next: %(name)s, left side."),
    Side.RIGHT: N_("Next: %(name)s, right side."),
    Side.BOTH: N_("Next: %(name)s, both sides together."),
}
_SWITCH = {
    Side.LEFT: N_("Change sides. Now the left."),
    Side.RIGHT: N_("Change sides. Now the right."),
    Side.BOTH: N_("Now both sides together."),
}
_TIMES = (
    N_("Once."),
    N_("Twice."),
    N_("Three times."),
    N_("Four times."),
    N_("Five times."),
    N_("Six times."),
    N_("Seven times."),
    N_("Eight times."),
    N_("Nine times."),
    N_("Ten times."),
)
_COUNTS = (
    N_("One."),
    N_("Two."),
    N_("Three."),
    N_("Four."),
    N_("Five."),
    N_("Six."),
    N_("Seven."),
    N_("Eight."),
    N_("Nine."),
    N_("Ten."),
    N_("Eleven."),
    N_("Twelve."),
)


def named(name: str, side: Side | None) -> str:
    """What it is called and which side; `name` as the content file has it."""
    return _(_NAMED[side]) % {"name": _(name)}


def next_up(name: str, side: Side | None) -> str:
    """What comes next and on which side."""
    return _(_NEXT[side]) % {"name": _(name)}


def switch_to(side: Side) -> str:
    """The other side's turn."""
    return _(_SWITCH[side])


def hold_dose(hold_ms: int, reps: int, sets: int) -> str:
    """How long, how often, how many sets."""
    return _with_sets(_held(whole_seconds(hold_ms), reps), sets)


def reps_dose(reps: int, sets: int) -> str:
    """How often and how many sets of a movement."""
    return _with_sets(times(reps), sets)


def about(target_ms: int | None) -> str:
    """How long a movement may last; nothing when nobody suggested it."""
    return "" if target_ms is None else _("About %(length)s.") % {"length": length(target_ms)}


def times(reps: int) -> str:
    """How often, as a sentence."""
    if reps <= len(_TIMES):
        return _(_TIMES[reps - 1])
    return ngettext("%(n)d time.", "%(n)d times.", reps) % {"n": reps}


def count(rep: int) -> str:
    """The number of a repetition as it begins."""
    return _(_COUNTS[rep - 1]) if rep <= len(_COUNTS) else _("Number %(n)d.") % {"n": rep}


def changing_sides() -> str:
    """Left and right in turn, one repetition each."""
    return _("Change sides each time.")


def turn_of(turn: int, turns: int) -> str:
    """How many rounds a group has, at the first; which one begins, at the others; nothing without rounds."""
    if turns == 1:
        return ""
    if turn == 1:
        return ngettext("%(n)d round.", "%(n)d rounds.", turns) % {"n": turns}
    return _("Last round.") if turn == turns else _("Round %(n)d.") % {"n": turn}


def whole_seconds(ms: int) -> int:
    """Milliseconds as spoken seconds: nobody says "twenty point five"."""
    return max(1, round(ms / MS))


def _held(seconds: int, reps: int) -> str:
    values = {"s": seconds}
    match reps:
        case 1:
            return ngettext("Hold for %(s)d second, once.", "Hold for %(s)d seconds, once.", seconds) % values
        case 2:
            return ngettext("Hold for %(s)d second, twice.", "Hold for %(s)d seconds, twice.", seconds) % values
        case 3:
            return (
                ngettext("Hold for %(s)d second, three times.", "Hold for %(s)d seconds, three times.", seconds)
                % values
            )
        case 4:
            return (
                ngettext("Hold for %(s)d second, four times.", "Hold for %(s)d seconds, four times.", seconds) % values
            )
        case 5:
            return (
                ngettext("Hold for %(s)d second, five times.", "Hold for %(s)d seconds, five times.", seconds) % values
            )
        case _:
            held = ngettext("Hold for %(s)d second each time.", "Hold for %(s)d seconds each time.", seconds) % values
            return f"{times(reps)} {held}"


def _with_sets(dose: str, sets: int) -> str:
    if sets == 1:
        return dose
    return f"{dose} " + ngettext("%(n)d set.", "%(n)d sets.", sets) % {"n": sets}


def pack_named(mode: Mode, where: str, ms: int) -> str:
    """Which pack, where and for how long."""
    values = {"where": where, "length": length(ms)}
    if mode is Mode.HEAT:
        return _("Heat on %(where)s, %(length)s.") % values
    return _("Cold on %(where)s, %(length)s.") % values


def contrast_named(where: str, ms: int) -> str:
    """Heat and cold in turn, where and for how long in all."""
    return _("Heat and cold in turn on %(where)s, %(length)s in all.") % {"where": where, "length": length(ms)}


def pack_started(mode: Mode) -> str:
    """When to take the pack off at once."""
    if mode is Mode.HEAT:
        return _("Take the heat off at once if it stings or hurts.")
    return _("Take the cold off at once if it burns or hurts.")


def time_left(ms: int) -> str:
    """How much of the pack's time is left."""
    return _("%(length)s left.") % {"length": length(ms)}


def swap_to(mode: Mode, ms: int) -> str:
    """The other pack's turn."""
    values = {"length": length(ms)}
    if mode is Mode.HEAT:
        return _("Take the cold off and put the heat on, for %(length)s.") % values
    return _("Take the heat off and put the cold on, for %(length)s.") % values


def pack_off(mode: Mode) -> str:
    """The end of a pack."""
    if mode is Mode.HEAT:
        return _("Take the heat off now and look at the skin.")
    return _("Take the cold off now and look at the skin.")


def left_out_gap(wanted: Wanted, after: Wanted, rest_ms: int) -> str:
    """Why a pack is left out so soon after another."""
    values = {"where": place(wanted.area, wanted.side), "length": length(rest_ms)}
    if wanted.contrast:
        return _("Heat and cold in turn on %(where)s is left out: leave %(length)s without a pack before it.") % values
    if wanted.mode is Mode.HEAT:
        if after.mode is Mode.COLD and not after.contrast:
            return _("Heat on %(where)s is left out: leave %(length)s without a pack between cold and heat.") % values
        return _("More heat on %(where)s is left out: leave %(length)s without a pack before heat again.") % values
    if after.mode is Mode.HEAT and not after.contrast:
        return _("Cold on %(where)s is left out: leave %(length)s without a pack between heat and cold.") % values
    return _("More cold on %(where)s is left out: leave %(length)s without a pack before cold again.") % values


def left_out_count(mode: Mode | None, where: str, most: int) -> str:
    """Why a pack is left out once the day's number is reached (`mode` None: a contrast set)."""
    values = {"where": where, "times": most}
    if mode is Mode.HEAT:
        return _("More heat on %(where)s is left out: %(times)d times a day is the most.") % values
    if mode is Mode.COLD:
        return _("More cold on %(where)s is left out: %(times)d times a day is the most.") % values
    return _("Heat and cold in turn on %(where)s is left out: %(times)d times a day is the most.") % values


def rating_asked(area: Area | None, side: Side | None) -> str:
    """The question for a rating; without an area it is asked for what the person tracks."""
    if area is None:
        return _("How tight is it now, from 0 to 10?")
    return _("How tight is %(where)s now, from 0 to 10?") % {"where": place(area, side)}


def next_pack(mode: Mode) -> str:
    """What comes next when it is a pack."""
    return _("Next: heat.") if mode is Mode.HEAT else _("Next: cold.")
