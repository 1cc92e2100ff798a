"""What the text session asks, for each thing the engine needs of the person."""

from __future__ import annotations

from coach.content.library import Library
from coach.content.vocabulary import Mode
from coach.content.words import place_words
from coach.i18n import _
from coach.plan.timeline import Segment, SegmentKind
from coach.session.state import Need, Snapshot

#: Keys understood at any time, and what they do.
KEYS = "p n b + - w q ?"


def help_lines() -> list[str]:
    """Say which letters do what; each is followed by Enter."""
    return [
        _("Type a letter and press Enter:"),
        _("  p  pause or go on      n  next step      b  step back"),
        _("  +  ten seconds on      -  ten seconds back"),
        _("  w  it got worse, stop  q  end here       ?  this help"),
    ]


def prompt(need: Need, snapshot: Snapshot, segment: Segment | None, library: Library) -> list[str]:
    """Return the lines that ask for `need`; none when nothing is asked."""
    thermal = library.thermal
    if need is Need.CONFIRM_PACK:
        lines = [_("Before the pack goes on, all of this must be true:")]
        lines += [f"  - {_(text)}" for text in thermal.confirmations]
        return [*lines, _("Is all of it true? Type yes or no.")]
    if need is Need.PACK_ON:
        return [_("Put the pack on, then press Enter.")]
    if need is Need.SKIN_CHECK:
        mode = snapshot.pack.mode if snapshot.pack else Mode.HEAT
        signs = "; ".join(_(sign) for sign in thermal.limits(mode).stop_signs)
        return [_(thermal.skin_check.prompt), _("Stop signs: {signs}.").format(signs=signs), _("Does it look fine? Type yes or no.")]
    if need is Need.PACK_OFF:
        return [_("Take the pack off and look at your skin, then press Enter.")]
    if need is Need.RATING:
        return [rating_prompt(segment)]
    if need is Need.WORSE_CHOICE:
        return [_("You stopped. Type c to leave this exercise out and go on, or q to end here.")]
    if need is Need.GAP_CHOICE:
        return [snapshot.message or _("The computer was away. Press Enter to start this hold again, or q to end here.")]
    if need is Need.ADVANCE:
        moving = segment is not None and segment.kind is SegmentKind.MOVE
        return [_("Press Enter when you have finished.") if moving else _("Press Enter to go on.")]
    return []


def rating_prompt(segment: Segment | None) -> str:
    """Ask for a number; without an area in the routine, the person names it."""
    if segment is None or segment.area is None:
        return _("How tight does it feel? Type AREA:SIDE:N, such as buttock:left:4, or press Enter to leave it out.")
    return _("How tight does it feel, {place}? 0 is none, 10 the worst imaginable. Press Enter to leave it out.").format(
        place=place_words(segment.area, segment.side)
    )
