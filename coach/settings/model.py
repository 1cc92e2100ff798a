"""What the person may choose about the program. Nothing here is about their health: that is the journal's."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from coach.settings.breaks import Breaks

Volume = Annotated[int, msgspec.Meta(ge=0, le=100)]
_Name = Annotated[str, msgspec.Meta(min_length=1, max_length=120, pattern=r"^[^\x00-\x1f\x7f]*\Z")]
_Keys = Annotated[tuple[_Name, ...], msgspec.Meta(max_length=16)]


class OwnDose(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the person made of one step of a routine: seconds of a hold, repetitions; None as the routine says.

    Whatever stands here is brought into the exercise's safe range when a session is planned.
    """

    hold_s: Annotated[float, msgspec.Meta(gt=0, le=3600)] | None = None
    reps: Annotated[int, msgspec.Meta(ge=1, le=100)] | None = None


#: By step: its exercise, with a number where that comes again, as `coach.plan.own_dose.step_keys` writes them.
Doses = Annotated[dict[_Name, OwnDose], msgspec.Meta(max_length=200)]


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All choices with their defaults; one sentence each is in docs and on the Settings page.

    `theme`: follow the system or pin one. `language`: '' follows the system. `motion`: system, full or
    reduced. `text_scale`: 1.0 to 2.0. `ask_ratings`: ask for tightness before and after a session.
    `prep_extra_s`: seconds added to every get-ready. `spoken_detail`: speak set-up and feel lines.
    `full_screen`: open the stage full screen. `body`, `skin`, `hair` and `clothes`: how the figure looks, by the
    names of the bodies and palettes there are. `voice`: sentences are spoken; `voice_engine`: which engine is tried
    first; `voice_language`: '' is the program's; `voice_name`: one of that engine's voices, '' its usual one;
    `voice_rate` -100 to 100; `voice_volume` and `sound_…` are loudness, 0 (off) to 100. The alarm is never off.
    `pacer`: draw a calm breath around the figure in holds. `keys`: the keys of what is done on the stage and while presenting,
    where they are not the usual ones (`coach.ui.stage_keys`). `doses`: the person's own doses, by routine and step.
    `hotkey`: a key of the whole desktop to note how it feels, as in "Ctrl+Alt+L", '' for none. `tracked`: the places that are
    asked about before and after a session, as `coach.analysis.tracked` writes them; none: those noted lately.
    `breaks`: reminders at the desk (`coach.settings.breaks`). `through_x11`: on Wayland, open windows through its X server.
    `stay_in_tray`: the program goes on in the tray when its window is closed, even with nothing to remind of.
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
    voice: bool = True
    voice_engine: Literal["auto", "speech-dispatcher", "espeak-ng"] = "auto"
    voice_language: Annotated[str, msgspec.Meta(max_length=35, pattern=r"^[A-Za-z0-9_-]*\Z")] = ""
    voice_name: Annotated[str, msgspec.Meta(max_length=120, pattern=r"^[^\x00-\x1f\x7f]*\Z")] = ""
    voice_rate: Annotated[int, msgspec.Meta(ge=-100, le=100)] = 0
    voice_volume: Annotated[int, msgspec.Meta(ge=1, le=100)] = 100
    sound_start: Volume = 70
    sound_switch: Volume = 70
    sound_rest: Volume = 70
    sound_done: Volume = 70
    sound_tick: Volume = 35
    sound_alarm: Annotated[int, msgspec.Meta(ge=30, le=100)] = 100
    pacer: bool = True
    keys: Annotated[dict[_Name, _Keys], msgspec.Meta(max_length=60)] = {}
    doses: Annotated[dict[_Name, Doses], msgspec.Meta(max_length=500)] = {}
    hotkey: Annotated[str, msgspec.Meta(max_length=60, pattern=r"^[^\x00-\x1f\x7f]*\Z")] = ""
    tracked: Annotated[tuple[_Name, ...], msgspec.Meta(max_length=16)] = ()
    breaks: Breaks = Breaks()
    through_x11: bool = True
    stay_in_tray: bool = False


def with_doses(settings: Settings, routine: str, doses: dict[str, OwnDose]) -> Settings:
    """Return the settings with a person's own doses for one routine; none of them forgets the routine."""
    others = {key: kept for key, kept in settings.doses.items() if key != routine}
    return msgspec.structs.replace(settings, doses={**others, routine: doses} if doses else others)
