"""What the person may choose about the program. Nothing here is about their health: that is the journal's."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All choices with their defaults; one sentence each is in docs and on the Settings page.

    `theme`: follow the system or pin one. `language`: '' follows the system. `motion`: system, full or
    reduced. `text_scale`: 1.0 to 2.0. `ask_ratings`: ask for tightness before and after a session.
    `prep_extra_s`: seconds added to every get-ready. `spoken_detail`: speak set-up and feel lines.
    `full_screen`: open the stage full screen. `body`, `skin`, `hair` and `clothes`: how the figure looks, by the
    names of the bodies and palettes there are.
    """

    theme: Literal["system", "light", "dark", "contrast"] = "system"
    language: Annotated[str, msgspec.Meta(max_length=35, pattern=r"^[A-Za-z0-9_-]*\Z")] = ""
    motion: Literal["system", "full", "reduced"] = "system"
    text_scale: Annotated[float, msgspec.Meta(ge=1.0, le=2.0)] = 1.0
    ask_ratings: bool = True
    prep_extra_s: Annotated[float, msgspec.Meta(ge=0, le=60)] = 0.0
    spoken_detail: bool = True
    full_screen: bool = False
    body: Literal["a", "b"] = "a"
    skin: Literal["sand", "fair", "olive", "brown", "deep"] = "sand"
    hair: Literal["brown", "black", "auburn", "blond", "grey"] = "brown"
    clothes: Literal["teal", "navy", "plum", "slate", "sea"] = "teal"
