"""What the card says that asks for a break, computed from how it stands. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from coach.content.pictures import Seen
from coach.content.vocabulary import BreakKind, Side
from coach.content.words import break_word
from coach.i18n import _
from coach.reminders.adapting import reason_words
from coach.reminders.events import Reason
from coach.reminders.nudges import Nudge
from coach.reminders.offer import Offer
from coach.reminders.view import Card, State, View

_S = 1_000
_MIN_S = 60
#: Lengths are said in steps of so many seconds: nobody plans a break to the second.
_STEP_S = 5
_SITS = "rest_sitting"
_SNOOZE_MIN = 5


class Ask(StrEnum):
    """What the card asks. SMALLER: the shorter one, before it is skipped; WHY: why breaks are skipped."""

    MOVE = "move"
    SMALLER = "smaller"
    NUDGE = "nudge"
    STAND = "stand"
    WHY = "why"


class Act(StrEnum):
    """What can be answered. TAKE is *Start*, *Done* or *I stand*; SURE: skipped, really; LEAVE is held, not pressed."""

    TAKE = "take"
    SHORTER = "shorter"
    LATER = "later"
    SKIP = "skip"
    SURE = "sure"
    ANYWAY = "anyway"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class CardState:
    """One card. `id` is the break's, '' for the question why; `head` names what it is and how long it takes.

    `why_this` is one line why this one, `why_now` one line why now (or why quietly). `acts` in the order they stand, each with
    its words. `opens_in_ms`: it opens by itself then; None: it waits for a yes. `reasons`: what can be answered to *why*.
    """

    ask: Ask
    id: str = ""
    head: str = ""
    title: str = ""
    why_this: str = ""
    why_now: str = ""
    figure: Seen | None = None
    acts: tuple[tuple[Act, str], ...] = ()
    opens_in_ms: int | None = None
    silent: bool = False
    reasons: tuple[tuple[Reason, str], ...] = ()

    def spoken(self) -> str:
        """Everything in one go, for a screen reader."""
        return " ".join(part for part in (self.head, self.title, self.why_this, self.why_now) if part)


def card_state(
    view: View, nudge: Nudge | None, offer: Offer | None, *, own: str = "", snooze_min: int = _SNOOZE_MIN
) -> CardState | None:
    """Return what the card shows now; None when there is none to show.

    `nudge` is what a nudge (or a call to stand) says, `offer` what a movement break holds; `own` the words of the person's
    own reminder to get up; `snooze_min` how long *later* is.
    """
    card = view.card
    if card is None or view.state is not State.CARD:
        return _why_skipped() if view.asks_why else None
    if card.kind is not BreakKind.MOVE:
        return _nudged(view, card, nudge, snooze_min)
    return _smaller(view, card, offer) if card.offered else _moving(view, card, offer, own, snooze_min)


def opens_words(left_ms: int | None) -> str:
    """Say when the break opens by itself; '' when it does not."""
    if left_ms is None:
        return ""
    if left_ms <= 0:
        return _("Opens now.")
    return _("Opens by itself in {seconds} s.").format(seconds=-(-left_ms // _S))


def short_length(milliseconds: int) -> str:
    """Write a length in few letters, to five seconds: "45 s", "2 min", "2 min 30 s"."""
    seconds = max(round(milliseconds / _S / _STEP_S), 1) * _STEP_S
    minutes, rest = divmod(seconds, _MIN_S)
    if minutes < 2 and rest:
        return _("{seconds} s").format(seconds=seconds)
    if not rest:
        return _("{minutes} min").format(minutes=minutes)
    return _("{minutes} min {seconds} s").format(minutes=minutes, seconds=rest)


def _moving(view: View, card: Card, offer: Offer | None, own: str, snooze_min: int) -> CardState:
    acts = [(Act.TAKE, _("Start"))]
    if card.shorter_ms is not None:
        acts.append((Act.SHORTER, _("Only {length}").format(length=short_length(card.shorter_ms))))
    acts += _put_off(card, snooze_min)
    acts.append((Act.SKIP, _("Skip")) if card.may_skip else (Act.LEAVE, _("Hold to leave")))
    title, why = (offer.title, offer.why) if offer is not None else (_("Get up and move"), "")
    return CardState(
        ask=Ask.MOVE,
        id=card.id,
        head=_head(card, offer.length_ms if offer is not None else card.length_ms),
        title=own or title,
        why_this=f"{title}. {why}".strip() if own else why,
        why_now=view.why,
        figure=_figure(offer),
        acts=(*acts, *_anyway(card)),
        opens_in_ms=card.opens_in_ms,
        silent=card.silent,
    )


def _smaller(view: View, card: Card, offer: Offer | None) -> CardState:
    shorter = short_length(card.shorter_ms if card.shorter_ms is not None else card.length_ms)
    return CardState(
        ask=Ask.SMALLER,
        id=card.id,
        head=_("Before you skip it"),
        title=_("Would {length} do?").format(length=shorter),
        why_this=_("{what}. A short one counts too.").format(what=offer.title)
        if offer is not None
        else _("A short one counts too."),
        why_now=view.why,
        figure=_figure(offer),
        acts=((Act.SHORTER, _("Yes, {length}").format(length=shorter)), (Act.SURE, _("Skip it"))),
        opens_in_ms=card.opens_in_ms,
        silent=card.silent,
    )


def _nudged(view: View, card: Card, nudge: Nudge | None, snooze_min: int) -> CardState:
    stands = card.kind is BreakKind.STAND
    return CardState(
        ask=Ask.STAND if stands else Ask.NUDGE,
        id=card.id,
        head=break_word(card.kind),
        title=nudge.text if nudge is not None else "",
        why_now=view.why,
        figure=Seen(nudge.figure) if nudge is not None and nudge.figure else None,
        acts=(
            (Act.TAKE, _("I stand") if stands else _("Done")),
            *_put_off(card, snooze_min),
            (Act.SKIP, _("Skip")),
            *_anyway(card),
        ),
        silent=card.silent,
    )


def _why_skipped() -> CardState:
    return CardState(
        ask=Ask.WHY,
        head=_("Three breaks skipped"),
        title=_("What would make them fit better?"),
        why_this=_("Limber asks this once. Your answer changes how breaks come."),
        acts=((Act.SKIP, _("Leave it as it is")),),
        reasons=tuple((reason, reason_words(reason)) for reason in Reason),
    )


def _put_off(card: Card, snooze_min: int) -> list[tuple[Act, str]]:
    return [(Act.LATER, _("In {minutes} min").format(minutes=snooze_min))] if card.may_snooze else []


def _anyway(card: Card) -> list[tuple[Act, str]]:
    """Asked once although busy: what looks busy may be wrong."""
    return [(Act.ANYWAY, _("I am not busy"))] if card.silent else []


def _head(card: Card, length_ms: int) -> str:
    return _("{what}, {length}").format(what=break_word(card.kind), length=short_length(length_ms))


def _figure(offer: Offer | None) -> Seen | None:
    if offer is None:
        return None
    return Seen(offer.exercises[0], offer.side is Side.LEFT) if offer.exercises else Seen(_SITS)
