"""What a person may say about themselves, as screening.toml says it: a sentence and the content's own tags behind it."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from coach.content.fields import Id, Line, Struct


class Question(Struct, frozen=True, kw_only=True):
    """One sentence to tick. `packs` are tags of thermal.toml, `exercises` tags of cautions.toml.

    `places`: it may be true for some places only; without any it is taken to be true everywhere.
    `again_after_h`: a tick is asked about again after so many hours; None where it stays until it is taken away.
    """

    id: Id
    group: Literal["packs", "both", "exercises"]
    text: Line
    packs: tuple[Id, ...] = ()
    exercises: tuple[Id, ...] = ()
    places: bool = False
    again_after_h: Annotated[float, Meta(gt=0)] | None = None


class Screening(Struct, frozen=True, kw_only=True):
    """All sentences, in the order in which they are shown."""

    about: str = ""
    questions: tuple[Question, ...] = ()

    def question(self, key: str) -> Question | None:
        """Return one sentence by its id, None when there is none."""
        return next((question for question in self.questions if question.id == key), None)
