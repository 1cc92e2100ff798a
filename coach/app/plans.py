"""Compiled plans of the shipped routines, each made when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

import msgspec

from coach.content.library import Library
from coach.content.vocabulary import Side
from coach.plan.compile import compile as compile_routine
from coach.plan.timeline import Preferences, Timeline
from coach.settings.model import OwnDose

#: The person's own doses, by routine and step.
Doses = Mapping[str, dict[str, OwnDose]]
_NONE: Doses = MappingProxyType({})


class Plans(Mapping[str, Timeline]):
    """By routine id; made anew by the caller when preferences or the worse side change."""

    def __init__(
        self, library: Library, preferences: Preferences, worse_side: Side | None, doses: Doses = _NONE
    ) -> None:
        self._doses = doses
        self._library, self._preferences, self._worse_side = library, preferences, worse_side
        self._made: dict[str, Timeline] = {}

    def __getitem__(self, key: str) -> Timeline:
        """Compile, or give what was compiled; raises `KeyError` for a routine that is not there."""
        if key not in self._made:
            found = self._library.routines[key]
            preferences = msgspec.structs.replace(self._preferences, doses=self._doses.get(key, {}))
            self._made[key] = compile_routine(found, self._library, preferences, worse_side=self._worse_side)
        return self._made[key]

    def __iter__(self) -> Iterator[str]:
        """Name every routine, in display order."""
        return iter(self._library.routines)

    def __len__(self) -> int:
        """Count the routines."""
        return len(self._library.routines)
