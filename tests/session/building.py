"""Timelines in a few words, for the engine's tests: nothing here knows how a routine is compiled.

One line is one part: `knee left: prepare 5, enter 3, hold 30, release 2`. Lines with the same first word are one
step. `hold 30!` waits at its end; a kind without seconds is open. `heat buttock left: 15` and `cold low-back: 10`
are packs in minutes with a check every five; `contrast low-back: heat 4, cold 1, heat 4` is one exposure;
`ask low-back before` asks.
"""

from __future__ import annotations

import msgspec

from coach.content.thermal import Thermal
from coach.content.vocabulary import Area, Mode, Side, When
from coach.plan.timeline import Cue, CueKind, Part, Segment, SegmentKind, Timeline

_WORK = frozenset(["hold", "reps", "heat", "cold", "off", "breathe"])
_PIECE_S = 300
_SWAP_S = 30


def thermal() -> Thermal:
    """Return limits like those of thermal.toml, with as few words as possible."""
    pack = {
        "default_min": 15,
        "min_min": 5,
        "max_selectable_min": 20,
        "hard_stop_min": 20,
        "max_per_area_per_day": 3,
        "same_mode_gap_min": 120,
        "barrier": "A dry towel between.",
        "stop_signs": ["a blister"],
        "sources": {},
        "basis": {},
    }
    contrast = {"heat_min": [3, 4], "cold_min": [1, 2], "cycles": [3, 4], "hard_total_min": 25, "max_per_day": 2}
    check = {"every_min": 5, "prompt": "Look.", "pause_after_s": 60, "end_after_s": 120, "sources": ["design"]}
    first_aid = {"steps": ["Cool it."], "sources": ["design"]}
    return msgspec.convert(
        {
            "about": "For tests.",
            "confirmations": ["One."],
            "heat": pack,
            "cold": pack,
            "contrast": {**contrast, "swap_s": _SWAP_S, "sources": ["design"], "basis": "For tests."},
            "skin_check": check,
            "never": [],
            "blocks": [],
            "burn": first_aid,
            "cold_injury": first_aid,
        },
        Thermal,
    )


def build(text: str) -> Timeline:
    """Return the timeline of some lines."""
    laying = _Laying()
    for line in filter(None, (line.strip() for line in text.splitlines())):
        laying.lay(line)
    return Timeline(
        routine="for-tests",
        name="For tests",
        content_hash="0" * 64,
        segments=tuple(laying.segments),
        cues=tuple(laying.cues),
        parts=tuple(laying.parts),
    )


class _Laying:
    """A timeline while it is laid down, line by line."""

    def __init__(self) -> None:
        self.segments: list[Segment] = []
        self.cues: list[Cue] = []
        self.parts: list[Part] = []
        self.steps: list[str] = []
        self.exposures = 0

    def lay(self, line: str) -> None:
        head, _colon, tail = line.partition(":")
        title, *rest = head.split()
        if title not in self.steps:
            self.steps.append(title)
        side = next((Side(word) for word in rest if word in set(Side)), None)
        area = next((Area(word) for word in rest if word in set(Area)), None)
        pieces = [piece.split() for piece in tail.split(",") if piece.strip()]
        if title == "ask":
            when = next(When(word) for word in rest if word in set(When))
            self._part(line, title, side, area, 0, 0)
            self._add("ask", None, side=side, area=area, when=when)
        elif title in {"heat", "cold", "contrast"}:
            packs = pieces if title == "contrast" else [[title, pieces[0][0]]]
            self._packs(head.strip(), [(Mode(mode), float(minutes) * 60) for mode, minutes in packs], area, side)
        else:
            self._exercise(head.strip(), title, side, pieces)

    def _exercise(self, title: str, step: str, side: Side | None, pieces: list[list[str]]) -> None:
        kinds = [piece[0] for piece in pieces]
        work = _WORK | ({"rest"} if kinds == ["rest"] else set())
        planned = sum(_seconds(piece) or 0 for piece in pieces if piece[0] in work)
        reps = sum(kind in {"hold", "reps"} for kind in kinds)
        kind = next((kind for kind in kinds if kind in work | {"move", "say"}), kinds[0])
        self._part(title, kind, side, None, planned, reps, step=step)
        rep = 0
        for piece in pieces:
            rep += piece[0] in {"hold", "reps"}
            self._add(piece[0], _seconds(piece), side=side, rep=rep or None, waits=piece[-1].endswith("!"))

    def _packs(self, title: str, packs: list[tuple[Mode, float]], area: Area | None, side: Side | None) -> None:
        self.exposures += 1
        common = {"area": area, "side": side, "exposure": self.exposures}
        self._part(title, packs[0][0].value, side, area, sum(seconds for _mode, seconds in packs), 0)
        self._add("prepare", None, mode=packs[0][0], **common)
        for index, (mode, seconds) in enumerate(packs):
            if index:
                self._add("check", None, mode=packs[index - 1][0], **common)
                self._add("switch", _SWAP_S, mode=mode, **common)
            left = seconds
            while left > 0:
                self._add(mode.value, min(left, _PIECE_S), mode=mode, **common)
                left -= _PIECE_S
                if left > 0:
                    self._add("check", None, mode=mode, **common)
        self._add("release", None, mode=packs[-1][0], **common)

    def _part(
        self, title: str, kind: str, side: Side | None, area: Area | None, planned_s: float, reps: int, step: str = ""
    ) -> None:
        number = self.steps.index(step or title.split(maxsplit=1)[0])
        self.parts.append(
            Part(
                step=number,
                kind=kind,
                title=title,
                exercise=None,
                side=side,
                area=area,
                planned_ms=round(planned_s * 1000),
                planned_reps=reps,
            )
        )

    def _add(self, kind: str, seconds: float | None, **fields: object) -> None:
        start = self.segments[-1].end_ms if self.segments else 0
        part = len(self.parts) - 1
        basic = {"start_ms": start, "duration_ms": None if seconds is None else round(seconds * 1000), "kind": kind}
        self.segments.append(msgspec.convert({**basic, "part": part, "block": part, **fields}, Segment))
        self._speak(self.segments[-1], len(self.segments) - 1)

    def _speak(self, segment: Segment, number: int) -> None:
        """Give every segment a word at its start, and long holds their halfway and last five seconds."""
        timed = [(0, CueKind.STEP)]
        if segment.kind is SegmentKind.HOLD and (segment.duration_ms or 0) >= 20_000:
            length = segment.duration_ms or 0
            timed += [(length // 2, CueKind.HALFWAY), (length - 5000, CueKind.FIVE_SECONDS)]
        for offset, kind in timed:
            self.cues.append(Cue(at_ms=segment.start_ms + offset, segment=number, kind=kind, text=kind.value))


def _seconds(piece: list[str]) -> float | None:
    return float(piece[1].rstrip("!")) if len(piece) > 1 else None
