"""What the text session asks, for each thing the engine needs of the person."""

from __future__ import annotations

from coach.console.ratings import Question
from coach.content.library import Library
from coach.content.vocabulary import Mode
from coach.content.words import place_words
from coach.i18n import _
from coach.plan.timeline import Segment, SegmentKind
from coach.session.gap_words import gap_words, pack_gap_words
from coach.session.state import Need, Snapshot


def help_lines() -> list[str]:
    """Say which letters do what; each is followed by Enter."""
    return [
        _("Type a letter and press Enter:"),
        _("  p  pause or go on      n  next step      b  step back"),
        _("  +  ten seconds on      -  ten seconds back"),
        _("  w  it got worse, stop  q  end here       ?  this help"),
    ]


def prompt(need: Need, snapshot: Snapshot, segment: Segment | None, library: Library) -> list[str]:
    """Return the lines that ask for `need`; none when nothing is asked, and for a rating, which `rating_prompt` asks for."""
    thermal = library.thermal
    match need:
        case Need.CONFIRM_PACK:
            head = _("Before the pack goes on, all of this must be true:")
            return [
                head,
                *(f"  - {_(text)}" for text in thermal.confirmations),
                _("Is all of it true? Type yes or no, or numb if it is numb or tingles there."),
            ]
        case Need.SKIN_CHECK:
            mode = snapshot.pack.mode if snapshot.pack else Mode.HEAT
            signs = "; ".join(_(sign) for sign in thermal.limits(mode).stop_signs)
            stop = _("Stop signs: {signs}.").format(signs=signs)
            return [_(thermal.skin_check.prompt), stop, _("Does it look fine? Type yes or no.")]
        case Need.NOTHING | Need.RATING:
            return []
        case _:
            return [_one_line(need, snapshot, segment)]


def _one_line(need: Need, snapshot: Snapshot, segment: Segment | None) -> str:
    moving = segment is not None and segment.kind is SegmentKind.MOVE
    return {
        Need.PACK_ON: _("Put the pack on, then press Enter."),
        Need.PACK_OFF: _pack_off(snapshot),
        Need.WORSE_CHOICE: _("You stopped. Type c to leave this exercise out and go on, or q to end here."),
        Need.GAP_CHOICE: f"{gap_words(snapshot)} {_after_gap(segment)}",
        Need.ADVANCE: _("Press Enter when you have finished.") if moving else _("Press Enter to go on."),
    }[need]


def _pack_off(snapshot: Snapshot) -> str:
    why = pack_gap_words(snapshot.pack) if snapshot.pack is not None else ""
    off = _("Take the pack off and look at your skin, then press Enter.")
    return f"{why} {off}" if why else off


def _after_gap(segment: Segment | None) -> str:
    if segment is not None and segment.kind in {SegmentKind.ENTER, SegmentKind.HOLD}:
        return _("Press Enter to start this hold again, or type q to end here.")
    return _("Press Enter to go on, or type q to end here.")


def reminder(need: Need, library: Library) -> str:
    """Ask again for what nobody answered while a pack is on."""
    if need is Need.SKIN_CHECK:
        return _(library.thermal.skin_check.prompt) + " " + _("Does it look fine? Type yes or no.")
    return _("Take the pack off and look at your skin, then press Enter.")


def rating_prompt(asked: Question, segment: Segment | None) -> str:
    """Ask for a number; where nothing tells the place, the person names it."""
    leave = _("Press Enter to leave it out.") if asked.number == asked.of else _("Press Enter to leave the rest out.")
    place = asked.place or ((segment.area, segment.side) if segment is not None and segment.area is not None else None)
    if place is None:
        return " ".join((_("How tight does it feel? Type AREA:SIDE:N, such as buttock:left:4."), leave))
    where = place_words(*place)
    if asked.of > 1:
        where = _("{place}, {n} of {count}").format(place=where, n=asked.number, count=asked.of)
    scale = _("How tight does it feel, {place}? 0 is none, 10 the most you can imagine.").format(place=where)
    before = "" if asked.before is None else _("Before: {n}.").format(n=asked.before)
    return " ".join(part for part in (scale, before, leave) if part)
