"""Where a pack lies, in words: one phrase per area and side, each translated as a whole."""

from __future__ import annotations

from coach.content.vocabulary import Area, Side
from coach.i18n import N_, _

_WHOLE = {
    Area.LOW_BACK: N_("your low back"),
    Area.BUTTOCK: N_("your buttock"),
    Area.HIP: N_("your hip"),
    Area.HAMSTRING: N_("the back of your thigh"),
    Area.CALF: N_("your calf"),
    Area.FOOT: N_("your foot"),
}
_LEFT = {
    Area.LOW_BACK: N_("the left of your low back"),
    Area.BUTTOCK: N_("your left buttock"),
    Area.HIP: N_("your left hip"),
    Area.HAMSTRING: N_("the back of your left thigh"),
    Area.CALF: N_("your left calf"),
    Area.FOOT: N_("your left foot"),
}
_RIGHT = {
    Area.LOW_BACK: N_("the right of your low back"),
    Area.BUTTOCK: N_("your right buttock"),
    Area.HIP: N_("your right hip"),
    Area.HAMSTRING: N_("the back of your right thigh"),
    Area.CALF: N_("your right calf"),
    Area.FOOT: N_("your right foot"),
}
_BOTH = {
    Area.LOW_BACK: N_("both sides of your low back"),
    Area.BUTTOCK: N_("both buttocks"),
    Area.HIP: N_("both hips"),
    Area.HAMSTRING: N_("the backs of both thighs"),
    Area.CALF: N_("both calves"),
    Area.FOOT: N_("both feet"),
}
_PHRASES = {None: _WHOLE, Side.LEFT: _LEFT, Side.RIGHT: _RIGHT, Side.BOTH: _BOTH}


def place(area: Area, side: Side | None) -> str:
    """The place as a phrase for the inside of a sentence: "your left buttock"."""
    return _(_PHRASES[side][area])
