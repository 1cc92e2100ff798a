"""What is said about breaks beside the card: messages of the desktop, and sentences in the window."""

from __future__ import annotations

from coach.i18n import _
from coach.ports.notifier import Notice
from coach.ui.breaks.state import Act, Ask, CardState

#: Keys of our buttons in messages, so that nobody else answers to them.
PREFIX = "break-"
UNDO = "undo"
_BUTTONS = 3


def card_notice(state: CardState) -> Notice:
    """Say what the card would: what, why now, and its first answers. Which exercises is said once the person is there.

    It is never heard by itself: the sound of a break is ours.
    """
    kept = [(act, words) for act, words in state.acts if act in _kept(state)]
    actions = tuple((f"{PREFIX}{act.value}", words) for act, words in kept[:_BUTTONS])
    if state.ask is Ask.WHY:
        return Notice(state.head, f"{state.title} {_('Say it on the Breaks page.')}", silent=True)
    # A nudge of our own has a figure; the words of the person's own reminder are not for the desktop's list of messages.
    nudge = state.title if state.ask in {Ask.NUDGE, Ask.STAND} and state.figure is not None else ""
    words = state.title if state.ask is Ask.SMALLER else nudge
    text = " ".join(part for part in (words, state.why_now) if part)
    return Notice(state.head, text, actions, silent=True)


def _kept(state: CardState) -> frozenset[Act]:
    """Which answers a message has room for; nothing can be held there."""
    if state.ask is Ask.SMALLER:
        return frozenset({Act.SHORTER, Act.SURE})
    if state.silent:
        return frozenset({Act.TAKE, Act.SKIP, Act.ANYWAY})
    return frozenset({Act.TAKE, Act.LATER, Act.SKIP})


def adapted_notice(words: str, *, undo: bool) -> Notice:
    """Say in a message what changed because the person said why they skip."""
    return Notice(_("Breaks"), words, ((f"{PREFIX}{UNDO}", _("Undo")),) if undo else (), silent=True)


def in_session_words() -> str:
    """Say why no break is opened."""
    return _("An exercise session is running; it counts as a break.")
