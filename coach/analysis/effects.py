"""Change per exercise: what was said right after it minus what was said before it (`uses` says what counts)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from coach.analysis.claims import LEAST_USES, Claim, claims_in_pieces
from coach.analysis.middle import Middle, middle
from coach.analysis.piecewise import Pieces, batches, whole
from coach.analysis.uses import Use


class Effect(NamedTuple):
    """One exercise: the median change with its interval, and what may be claimed about it.

    A use counts once, however many areas were rated: their mean. Negative is less tight. `claim` is None while the
    exercise has too few uses to be compared, or there is nothing to compare it with.
    """

    exercise: str
    change: Middle
    claim: Claim | None

    @property
    def enough(self) -> bool:
        """Whether it has been used often enough to be more than a first impression."""
        return self.change.n >= LEAST_USES

    @property
    def claimed(self) -> bool:
        """Whether "this one seems to help you most" may be said."""
        return self.claim is not None and self.claim.holds


def effects(uses: Iterable[Use]) -> tuple[Effect, ...]:
    """Return one effect per exercise, what is claimed first, then the greatest fall; those with too few uses last."""
    return whole(effects_in_pieces(uses))


def effects_in_pieces(uses: Iterable[Use]) -> Pieces[tuple[Effect, ...]]:
    """Do the same piece by piece."""
    held = list(uses)
    changes: dict[str, list[float]] = {}
    for some in batches(held):
        for use in some:
            changes.setdefault(use.exercise, []).append(use.change)
        yield
    may = yield from claims_in_pieces(held)
    found = []
    for name, values in changes.items():
        found.append(Effect(name, middle(values), may.get(name)))
        yield
    return tuple(sorted(found, key=_place))


def _place(effect: Effect) -> tuple[bool, bool, float, float, str]:
    against = effect.claim.effect if effect.claim else 0.0
    return not effect.claimed, not effect.enough, effect.change.median, against, effect.exercise
