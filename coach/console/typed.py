"""What a typed line means to the engine, given what it needs right now."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from coach.console.prompts import help_lines
from coach.console.ratings import Ratings
from coach.errors import WrongUseError
from coach.i18n import _
from coach.plan.timeline import Segment
from coach.session.engine import Engine
from coach.session.events import Event
from coach.session.state import Need, Phase

_NUDGE_MS = 10_000


def yes(engine: Engine, need: Need) -> list[Event]:
    """Give the answer that goes on, for any need."""
    answers: dict[Need, Callable[[], list[Event]]] = {
        Need.ADVANCE: engine.go_on,
        Need.CONFIRM_PACK: lambda: engine.confirm_pack(all_yes=True),
        Need.PACK_ON: engine.pack_is_on,
        Need.SKIN_CHECK: engine.skin_ok,
        Need.PACK_OFF: engine.pack_is_off,
        Need.RATING: engine.go_on,
        Need.WORSE_CHOICE: engine.choose_end,
        Need.GAP_CHOICE: engine.resume,
    }
    return answers[need]()


def no(engine: Engine, need: Need) -> list[Event]:
    """Give the answer that does not go on, where there is one."""
    if need is Need.CONFIRM_PACK:
        return engine.confirm_pack(all_yes=False, reason=_("Not everything was true for a pack today."))
    if need is Need.SKIN_CHECK:
        return engine.skin_not_ok()
    raise WrongUseError(_("There is nothing to say no to right now. Type ? for help."))


def obey(
    engine: Engine, line: str, segment: Segment | None, ratings: Ratings, say: Callable[[str], None]
) -> Sequence[Event]:
    """Do what `line` says; raises `WrongUseError` with a sentence when it says nothing known."""
    need = engine.snapshot().need
    word = line.strip().lower()
    if word == "?":
        for text in help_lines():
            say(text)
        return []
    if need is Need.RATING and segment is not None and word not in {"p", "n", "b", "q", "w"}:
        return engine.go_on() if ratings.typed(word, segment) else []
    if word in {_("yes"), "yes", "y"} or (word == "" and need not in {Need.CONFIRM_PACK, Need.SKIN_CHECK}):
        return [] if need is Need.NOTHING else yes(engine, need)
    if word in {_("no"), "no"}:
        return no(engine, need)
    return _letter(engine, word)


def _letter(engine: Engine, word: str) -> list[Event]:
    paused = engine.snapshot().phase is Phase.PAUSED
    actions: dict[str, Callable[[], list[Event]]] = {
        "p": engine.resume if paused else engine.pause,
        "n": engine.skip,
        "b": engine.back,
        "+": lambda: engine.nudge(_NUDGE_MS),
        "-": lambda: engine.nudge(-_NUDGE_MS),
        "w": lambda: engine.worse("other"),
        "c": engine.choose_continue,
        "q": engine.end,
    }
    if not word:
        raise WrongUseError(_("Type yes or no."))
    if word not in actions:
        raise WrongUseError(_("“{word}” is not known here. Type ? for help.").format(word=word))
    return actions[word]()
