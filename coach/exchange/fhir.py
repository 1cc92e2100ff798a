"""The journal as a FHIR R4 bundle, for a record that speaks FHIR. Written by hand: dictionaries in, JSON out.

Choices, after clinical/CLINICAL.md sections 4 and 5:

- Only shooting pain carries LOINC 72514-3 (pain severity, 0-10, reported). No validated item is known for tightness, and
  the other qualities are not pain by name: they have a code of our own and words. Nothing is relabelled.
- SNOMED CT needs a licence in many countries, so no code of it is written; places have codes of our own and words.
- One anonymous Patient, because CarePlan, ServiceRequest and Procedure need a subject. No name, no computer, no path.
- Ids are UUIDs (version 5) of what they stand for: the same journal gives the same ids. Rehearsals are left out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, Final

import msgspec

from coach.clock import Stamp
from coach.content.vocabulary import Quality
from coach.content.words import marker_word, quality_words
from coach.exchange import fhir_plan
from coach.exchange.fhir_basics import Resource, concept, entry_of, ours, place_concept, reference
from coach.exchange.fhir_breaks import break_procedures
from coach.exchange.taken import Taken, iso
from coach.i18n import _
from coach.journal.records import Entry, Marker

LOINC: Final = "http://loinc.org"
PAIN: Final = "72514-3"
CATEGORY: Final = "http://terminology.hl7.org/CodeSystem/observation-category"


def bundle(records: Taken, made: Stamp) -> bytes:
    """Return the bundle as JSON: what the person reported, what they planned and what they did."""
    return msgspec.json.format(msgspec.json.encode(resources(records, made)), indent=1) + b"\n"


def resources(records: Taken, made: Stamp) -> Resource:
    """Return the bundle as plain data; `made` is the moment of its making."""
    who = reference("person", records.person)
    parts = [
        entry_of("person", records.person, {"resourceType": "Patient"}),
        *fhir_plan.plans(records.sessions, who),
        *fhir_plan.procedures(records.sessions, who),
        *break_procedures(records.breaks, who),
        *_ratings(records, who),
        *(entry_of("marker", marker.id, _marker(marker, who)) for marker in records.markers),
    ]
    return {
        "resourceType": "Bundle",
        "meta": {"tag": [{**ours("about", "self-reported"), "display": _("Self-reported; not a clinical study")}]},
        "type": "collection",
        "timestamp": iso(made),
        "entry": parts,
    }


def _ratings(records: Taken, who: Resource) -> Iterator[Resource]:
    known: set[str | None] = {session.id for session in records.sessions if not session.rehearsal}
    for entry in records.entries:
        if not entry.rehearsal:
            yield entry_of("entry", entry.id, _rating(entry, who, known))


def _rating(entry: Entry, who: Resource, sessions: Collection[str | None]) -> Resource:
    made: Resource = {
        **_observed("survey", entry.at, who),
        "code": _quality(entry.quality),
        "valueInteger": entry.tightness,
        "bodySite": place_concept(entry.area, entry.side),
    }
    if entry.note:
        made["note"] = [{"text": entry.note}]
    if entry.session is not None and entry.session in sessions:
        made["partOf"] = [reference("session", entry.session)]
    about = list(_circumstances(entry))
    if about:
        made["component"] = about
    return made


def _circumstances(entry: Entry) -> Iterator[Resource]:
    """When in a session it was asked, and after which exercise."""
    if entry.when is not None:
        yield {"code": concept("about", "asked", _("Asked, seen from the session")), "valueString": entry.when.value}
    if entry.exercise is not None:
        yield {
            "code": concept("about", "exercise", _("Asked right after this exercise")),
            "valueString": entry.exercise,
        }


def _quality(quality: Quality) -> Resource:
    """What was rated. The scale is said in words, because a code of our own says it to nobody else."""
    coding: list[Any] = [{"system": LOINC, "code": PAIN}] if quality is Quality.SHOOTING_PAIN else []
    coding.append(ours("quality", quality.value.replace(" ", "-")))
    words = _("{quality}, 0 (none) to 10 (worst imaginable)").format(quality=quality_words(quality))
    return {"coding": coding, "text": words[:1].upper() + words[1:]}


def _marker(marker: Marker, who: Resource) -> Resource:
    made = {
        **_observed("social-history", marker.at, who),
        "code": concept("marker", marker.kind.value, marker_word(marker.kind)),
        "valueString": marker.words or marker_word(marker.kind),
    }
    if marker.last_day is not None:
        del made["effectiveDateTime"]
        made["effectivePeriod"] = {"start": marker.at.local_day, "end": max(marker.at.local_day, marker.last_day)}
    return made


def _observed(category: str, at: Stamp, who: Resource) -> Resource:
    return {
        "resourceType": "Observation",
        "status": "final",
        "category": [{"coding": [{"system": CATEGORY, "code": category}]}],
        "subject": who,
        "performer": [who],
        "effectiveDateTime": iso(at),
    }
