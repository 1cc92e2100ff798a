"""A small library for the pages' tests: three exercises, two sources of each kind, made by hand."""

from __future__ import annotations

import msgspec

from coach.content.exercise import Exercise
from coach.content.library import Library, RoutineFile
from coach.content.routine import Routine
from coach.content.safety_texts import Caution, Source, WarningSigns
from coach.content.thermal import Thermal


def _amount(default: float, low: float, high: float, *sources: str, basis: str = "") -> dict[str, object]:
    return {"default": default, "min": low, "max": high, "sources": sources or ("design",), "basis": basis}


_KNEE = {
    "id": "knee_to_chest_single",
    "name": "Single knee to chest",
    "aliases": ["Knee hug"],
    "category": "stretch",
    "kind": "hold",
    "spine_direction": "flexion",
    "posture": "supine",
    "position": "On your back on a mat, both knees bent, feet flat.",
    "equipment": ["mat or bed"],
    "areas": ["low-back", "buttock"],
    "targets": ["lower back extensors", "gluteus maximus"],
    "per_side": True,
    "instructions": [
        {"role": "set-up", "text": "Lie on your back, knees bent."},
        {"role": "step", "text": "Lift one knee."},
        {"role": "step", "text": "Draw it in."},
        {"role": "feel", "text": "An easy pull in the low back."},
        {"role": "breathe", "text": "Breathe slowly."},
        {"role": "safety", "text": "Ease off when it tingles."},
    ],
    "mistakes": ["Holding the breath"],
    "easier": [{"text": "Use a towel behind the thigh"}],
    "harder": [{"text": "Go on to the bridge", "exercise": "bridge"}],
    "cautions": ["leg_symptoms_spread"],
    "contraindications": ["recent_surgery"],
    "dose": {
        "hold_s": _amount(20, 5, 30, "WEB-1", "ACSM", basis="60 seconds in all"),
        "reps": _amount(3, 2, 5, "ACSM"),
        "sets": _amount(1, 1, 1),
        "rest_s": _amount(10, 5, 30),
        "per_day": _amount(1, 1, 2, "ACSM"),
        "days_per_week": _amount(7, 2, 7, "ACSM"),
        "rationale": "20 s three times gives 60 s in all.",
    },
    "evidence": [
        {"source": "WEB-1", "hold_s": [5, 5], "note": "Morning and evening"},
        {"source": "ACSM", "hold_s": [10, 30], "reps": [2, 4]},
    ],
}

_BRIDGE = {
    "id": "bridge",
    "name": "Bridge",
    "category": "strength",
    "kind": "reps",
    "spine_direction": "neutral",
    "posture": "supine",
    "position": "On your back, knees bent.",
    "equipment": ["mat"],
    "areas": ["buttock"],
    "targets": ["buttock muscles"],
    "per_side": False,
    "instructions": [{"role": "step", "text": "Lift the hips."}],
    "cautions": ["leg_symptoms_spread"],
    "dose": {
        "hold_s": _amount(5, 2, 10, "ACSM"),
        "reps": _amount(8, 5, 12, "ACSM"),
        "sets": _amount(1, 1, 3, "ACSM"),
        "per_day": _amount(1, 1, 2, "ACSM"),
        "days_per_week": _amount(7, 4, 7, "ACSM"),
        "tempo": {"out_s": 2, "hold_s": 5, "back_s": 2},
        "rationale": "Eight is inside every range.",
    },
    "evidence": [{"source": "ACSM", "reps": [5, 12]}],
}

_WALK = {
    "id": "walking",
    "name": "Short walk",
    "category": "aerobic",
    "kind": "move",
    "spine_direction": "neutral",
    "posture": "walking",
    "position": "Standing, shoes on.",
    "targets": ["whole body"],
    "per_side": False,
    "instructions": [{"role": "step", "text": "Walk at an easy pace."}],
    "dose": {
        "minutes": _amount(10, 5, 30, "ACSM"),
        "per_day": _amount(2, 1, 3, "ACSM"),
        "days_per_week": _amount(5, 5, 7, "ACSM"),
        "rationale": "Little and often.",
    },
    "evidence": [{"source": "ACSM", "minutes": [5, 30]}],
}

_SOURCES = [
    {
        "id": "WEB-1",
        "title": "Back stretches",
        "publisher": "A clinic",
        "address": "https://clinic.example/back",
        "tier": "B",
        "seen": "copy",
    },
    {
        "id": "ACSM",
        "title": "Guidance on stretching",
        "publisher": "American College of Sports Medicine",
        "address": "https://acsm.example/flex",
        "tier": "A",
        "seen": "original",
    },
]

_CAUTIONS = [
    {"tag": "leg_symptoms_spread", "text": "Stop if pain moves further down the leg.", "sources": ["WEB-1", "ACSM"]},
    {"tag": "recent_surgery", "text": "After surgery ask the surgical team first.", "sources": ["design"]},
]

_LIMITS = {
    "default_min": 15,
    "min_min": 10,
    "max_selectable_min": 20,
    "hard_stop_min": 20,
    "max_per_area_per_day": 3,
    "same_mode_gap_min": 120,
    "barrier": "dry towel",
    "stop_signs": ["blister"],
    "sources": {},
    "basis": {},
}

_THERMAL = {
    "about": "General information.",
    "confirmations": ["Skin is whole"],
    "heat": _LIMITS,
    "cold": _LIMITS,
    "contrast": {
        "heat_min": [3, 4],
        "cold_min": [1, 2],
        "cycles": [3, 4],
        "hard_total_min": 25,
        "max_per_day": 2,
        "swap_s": 30,
        "sources": ["ACSM"],
        "basis": "Studied on hands and feet",
    },
    "skin_check": {"every_min": 5, "prompt": "Look.", "pause_after_s": 60, "end_after_s": 120, "sources": ["ACSM"]},
    "never": [{"text": "Never asleep.", "sources": ["ACSM"]}],
    "blocks": [],
    "burn": {"steps": ["Take the source away.", "Cool under running water for 20 minutes."], "sources": ["ACSM"]},
    "cold_injury": {"steps": ["Take the pack off; do not rub."], "sources": ["WEB-1"]},
}


def _tier(key: str, title: str, *signs: str) -> dict[str, object]:
    rows = [{"id": f"{key}-{n}", "text": text, "sources": ["ACSM"]} for n, text in enumerate(signs)]
    return {"id": key, "title": title, "action": f"What to do: {key}.", "signs": rows}


_WARNINGS = {
    "about": "These are warning signs.",
    "any_one_rule": "Any one is enough.",
    "numbers": [
        {"region": "United Kingdom", "numbers": ["999", "111"]},
        {"region": "European Union", "numbers": ["112"]},
        {"region": "United States", "numbers": ["911"]},
    ],
    "tiers": [
        _tier("emergency", "Get emergency help now", "Numbness between the legs", "Leg weakness that grows"),
        _tier("today", "Same-day advice", "Fever with back pain"),
        _tier("soon", "Book a clinician", "No better after a few weeks"),
    ],
    "stop_exercise": _tier("stop", "Stop this exercise", "Pain moves further down the leg"),
}

_ROUTINE = {
    "id": "morning-ease",
    "name": "Morning ease",
    "summary": "Three easy stretches before the day.",
    "place": "floor",
    "spine_direction": "flexion",
    "areas": ["low-back"],
    "modes": [],
    "notes": "Move slowly.\n\nStop when\nit hurts.",
    "steps": [{"kind": "hold", "exercise": "knee_to_chest_single"}],
}


def sample_library() -> Library:
    """Return the sample; everything in it is checked as strictly as the shipped files."""
    exercises = msgspec.convert([_KNEE, _BRIDGE, _WALK], list[Exercise])
    sources = msgspec.convert(_SOURCES, list[Source])
    cautions = msgspec.convert(_CAUTIONS, list[Caution])
    routine = msgspec.convert(_ROUTINE, Routine)
    return Library(
        exercises={exercise.id: exercise for exercise in exercises},
        routines={routine.id: RoutineFile(routine, "", "0" * 64, None)},
        sources={source.id: source for source in sources},
        cautions={caution.tag: caution for caution in cautions},
        thermal=msgspec.convert(_THERMAL, Thermal),
        warning_signs=msgspec.convert(_WARNINGS, WarningSigns),
    )
