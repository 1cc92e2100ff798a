"""Which key does what on the stage and while presenting, and which the person may change. No Qt: keys have Qt's portable names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from coach.i18n import _

Bound = Mapping[str, tuple[str, ...]]


class Keys(NamedTuple):
    """What keys mean at one place: the keys of each action as they come, the actions that keep theirs, and keys that are for
    something else there.
    """

    defaults: Mapping[str, tuple[str, ...]]
    fixed: frozenset[str]
    reserved: frozenset[str]


#: A presenter's clicker sends Page Up and Down, F5 (with or without Shift) and Esc in turn, and a full stop.
_CLICKER_STARTS: Final = ("F5", "Shift+F5")
_PLAY: Final = ("Space", ".", "Toggle Media Play/Pause", "Media Play", "Media Pause", "Media Stop")
#: Moving about, warning signs, ratings.
_RESERVED: Final = frozenset({"Tab", "Backtab", "Shift+Backtab", "F1", *"0123456789"})
#: Turning the figure and choosing a step.
_ARROWS: Final = frozenset(f"{held}{key}" for key in ("Left", "Right", "Up", "Down") for held in ("", "Shift+"))
_FIGURE: Final = frozenset({*_ARROWS, "+", "=", "-", "_", "Home", "End", "Return", "Enter"})

#: The actions have the names that `StagePage.do` knows. A pack's question can always be answered, and the stage be left.
STAGE: Final = Keys(
    {
        "pause": _PLAY,
        "skip": ("Right", "PgDown", "Media Next"),
        "back": ("Left", "PgUp", "Media Previous"),
        "plus": ("+", "="),
        "minus": ("-",),
        "go_on": ("Return", "Enter"),
        "wait": ("A",),
        "dose": ("D",),
        "longer": ("Up",),
        "shorter": ("Down",),
        "more": ("Shift+Up",),
        "fewer": ("Shift+Down",),
        "worse": ("W",),
        "full": ("F", "F11", *_CLICKER_STARTS),
        "mute": ("M",),
        "keys": ("?",),
        "escape": ("Esc",),
    },
    frozenset({"go_on", "escape"}),
    _RESERVED,
)
#: The actions are wishes of `coach.ui.presenter.state.act`, and none is called like one of the stage's.
PRESENTER: Final = Keys(
    {
        "next": ("PgDown", "Media Next"),
        "previous": ("PgUp", "Media Previous"),
        "freeze": _PLAY,
        "next_pose": ("K",),
        "previous_pose": ("J",),
        "slow": ("S",),
        "highlight": ("H",),
        "not_here": ("N",),
        "side": ("O",),
        "timer": ("T",),
        "fill": ("F", *_CLICKER_STARTS),
        "end": ("Esc",),
    },
    frozenset({"end"}),
    _RESERVED | _FIGURE,
)


def bound_keys(chosen: Bound, of: Keys = STAGE) -> dict[str, tuple[str, ...]]:
    """Return the keys of every action: as the person chose, else as they come; none belongs to two actions.

    What a file could get wrong is left out: fixed keys stay, and an action without a key gets its own again.
    """
    found = {what: of.defaults[what] for what in of.fixed}
    taken = {*of.reserved, *(key for keys in found.values() for key in keys)}
    for of_person in (True, False):
        for what, own in of.defaults.items():
            if what in found or (what in chosen) is not of_person:
                continue
            keys = tuple(dict.fromkeys(key for key in chosen.get(what, own) if key and key not in taken))
            keys = keys or tuple(key for key in own if key not in taken)
            found[what] = keys
            taken.update(keys)
    return {what: found[what] for what in of.defaults}


def place_of(what: str) -> Keys:
    """Return where an action belongs."""
    return PRESENTER if what in PRESENTER.defaults else STAGE


def action_of(bound: Bound, names: Iterable[str]) -> str:
    """Return what the first of a key's names stands for; '' for nothing."""
    actions = {key: what for what, keys in bound.items() for key in keys}
    return next((actions[name] for name in names if name in actions), "")


def with_key(chosen: Bound, what: str, key: str) -> tuple[dict[str, tuple[str, ...]], str]:
    """Give an action one more key; what cannot be comes back as a sentence, with everything as it was."""
    place = place_of(what)
    bound = bound_keys(chosen, place)
    owner = action_of(bound, [key])
    if owner == what:
        return dict(chosen), ""
    if owner:
        sentence = _("{key} already means “{action}”. Take it away there first, or press another key.")
        return dict(chosen), sentence.format(key=key_words(key), action=action_words(owner))
    if key in place.reserved:
        return dict(chosen), _("{key} has a meaning of its own. Press another key.").format(key=key_words(key))
    return {**chosen, what: (*bound[what], key)}, ""


def without_key(chosen: Bound, what: str, key: str) -> tuple[dict[str, tuple[str, ...]], str]:
    """Take a key away from an action; its last one stays, and a sentence says so."""
    left = tuple(one for one in bound_keys(chosen, place_of(what))[what] if one != key)
    if not left:
        return dict(chosen), _("“{action}” needs a key. Add another one first.").format(action=action_words(what))
    return {**chosen, what: left}, ""


def as_they_come(chosen: Bound, what: str) -> tuple[dict[str, tuple[str, ...]], str]:
    """Give an action its own keys again; a sentence names those that mean something else meanwhile."""
    left = {other: keys for other, keys in chosen.items() if other != what}
    place = place_of(what)
    kept = bound_keys(left, place)[what]
    lost = [key for key in place.defaults[what] if key not in kept]
    if not lost:
        return left, ""
    sentence = _("{keys} now means something else, so it stays there.")
    return left, sentence.format(keys=", ".join(key_words(key) for key in lost))


def action_words(what: str) -> str:
    """Say what an action does, in a few words."""
    return {
        "pause": _("pause, go on"),
        "skip": _("next step"),
        "back": _("step again, or the one before"),
        "plus": _("ten seconds on"),
        "minus": _("ten seconds back"),
        "go_on": _("go on, where the session waits"),
        "wait": _("wait for me, or go on by itself"),
        "dose": _("how much: seconds and repetitions"),
        "longer": _("hold longer"),
        "shorter": _("hold shorter"),
        "more": _("one repetition more"),
        "fewer": _("one repetition less"),
        "worse": _("it gets worse: stop"),
        "full": _("full screen"),
        "mute": _("mute"),
        "keys": _("show the keys"),
        "escape": _("leave full screen, or end"),
        "next": _("next exercise"),
        "previous": _("exercise before"),
        "freeze": _("freeze, move on"),
        "next_pose": _("next pose"),
        "previous_pose": _("pose before"),
        "slow": _("slow motion"),
        "highlight": _("where it is felt"),
        "not_here": _("where it should not be felt"),
        "side": _("other side"),
        "timer": _("timer"),
        "fill": _("fill the screen, or a window"),
        "end": _("end the presentation"),
    }[what]


def key_words(key: str) -> str:
    """Name a key as it is written on a keyboard, or as a sign."""
    start, _plus, last = key.rpartition("+") if len(key) > 1 and not key.endswith("+") else ("", "", key)
    named = {
        "Space": _("Space"),
        "Left": "←",
        "Right": "→",
        "Up": "↑",
        "Down": "↓",
        "-": "−",
        ".": _("full stop"),
        "PgUp": _("Page Up"),
        "PgDown": _("Page Down"),
        "Return": _("Enter"),
        "Enter": _("Enter (number pad)"),
        "Esc": _("Esc"),
        "Toggle Media Play/Pause": _("Play/Pause key"),
        "Media Play": _("Play key"),
        "Media Pause": _("Pause key"),
        "Media Stop": _("Stop key"),
        "Media Next": _("Next-track key"),
        "Media Previous": _("Previous-track key"),
    }.get(last, last)
    return _("Shift {key}").format(key=named) if start == "Shift" else f"{start}+{named}" if start else named


def key_hint(bound: Bound, what: str) -> str:
    """Return the first key of an action, for a tip beside a button."""
    keys = bound.get(what) or place_of(what).defaults.get(what, ())
    return key_words(keys[0]) if keys else ""
