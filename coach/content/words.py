"""Places, feelings and lengths in words: one place for every room. Looked up at run time, so they translate."""

from __future__ import annotations

from coach.content.vocabulary import Area, BreakKind, BreakOutcome, Felt, MarkerKind, Quality, Side
from coach.i18n import _

_MS_PER_S = 1000


def place_words(area: Area, side: Side | None) -> str:
    """Name a place on the body: “left buttock”."""
    whole = {
        (Area.LOW_BACK, None): _("low back"),
        (Area.LOW_BACK, Side.LEFT): _("left low back"),
        (Area.LOW_BACK, Side.RIGHT): _("right low back"),
        (Area.LOW_BACK, Side.BOTH): _("low back"),
        (Area.BUTTOCK, None): _("buttock"),
        (Area.BUTTOCK, Side.LEFT): _("left buttock"),
        (Area.BUTTOCK, Side.RIGHT): _("right buttock"),
        (Area.BUTTOCK, Side.BOTH): _("both buttocks"),
        (Area.HIP, None): _("hip"),
        (Area.HIP, Side.LEFT): _("left hip"),
        (Area.HIP, Side.RIGHT): _("right hip"),
        (Area.HIP, Side.BOTH): _("both hips"),
        (Area.HAMSTRING, None): _("hamstring"),
        (Area.HAMSTRING, Side.LEFT): _("left hamstring"),
        (Area.HAMSTRING, Side.RIGHT): _("right hamstring"),
        (Area.HAMSTRING, Side.BOTH): _("both hamstrings"),
        (Area.CALF, None): _("calf"),
        (Area.CALF, Side.LEFT): _("left calf"),
        (Area.CALF, Side.RIGHT): _("right calf"),
        (Area.CALF, Side.BOTH): _("both calves"),
        (Area.FOOT, None): _("foot"),
        (Area.FOOT, Side.LEFT): _("left foot"),
        (Area.FOOT, Side.RIGHT): _("right foot"),
        (Area.FOOT, Side.BOTH): _("both feet"),
    }
    return whole[area, side]


def quality_words(quality: Quality) -> str:
    """Name a quality in the person's language."""
    return {
        Quality.TIGHTNESS: _("tightness"),
        Quality.SPASM: _("spasm"),
        Quality.TWITCHING: _("twitching"),
        Quality.CRAMP: _("cramp"),
        Quality.SHOOTING_PAIN: _("shooting pain"),
        Quality.NUMBNESS: _("numbness"),
        Quality.TINGLING: _("tingling"),
        Quality.WEAKNESS: _("weakness"),
    }[quality]


def side_word(side: Side) -> str:
    """Name a side as it follows an area or a step: "left"."""
    return {Side.LEFT: _("left"), Side.RIGHT: _("right"), Side.BOTH: _("both sides")}[side]


def marker_word(kind: MarkerKind) -> str:
    """Name something that happened."""
    return {
        MarkerKind.FLARE: _("Flare"),
        MarkerKind.REST: _("Planned rest"),
        MarkerKind.NEW_CHAIR: _("New chair"),
        MarkerKind.LONG_DRIVE: _("Long drive"),
        MarkerKind.PHYSIO_VISIT: _("Physio visit"),
        MarkerKind.TRAVEL: _("Travel"),
        MarkerKind.ILLNESS: _("Illness"),
        MarkerKind.OTHER: _("Something else"),
    }[kind]


def break_word(kind: BreakKind) -> str:
    """Name what a reminder at the desk asked for."""
    return {
        BreakKind.NUDGE: _("Posture reminder"),
        BreakKind.MOVE: _("Movement break"),
        BreakKind.STAND: _("Standing up"),
    }[kind]


def break_ending_word(outcome: BreakOutcome) -> str:
    """Say how a break ended."""
    return {
        BreakOutcome.DONE: _("Done"),
        BreakOutcome.PARTLY: _("Partly done"),
        BreakOutcome.SKIPPED: _("Skipped"),
        BreakOutcome.CREDITED: _("Counted: you were away"),
        BreakOutcome.EXPIRED: _("Let pass"),
    }[outcome]


def felt_words(felt: Felt) -> str:
    """Say what one tap after a break told."""
    return {
        Felt.EASIER: _("It felt easier afterwards."),
        Felt.SAME: _("It felt the same afterwards."),
        Felt.WORSE: _("It felt worse afterwards."),
        Felt.LEG: _("Something went down the leg."),
    }[felt]


def clock_text(milliseconds: int) -> str:
    """Write a length as m:ss, or h:mm:ss from one hour on."""
    minutes, secs = divmod(max(milliseconds, 0) // _MS_PER_S, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{secs:02}" if hours else f"{minutes}:{secs:02}"
