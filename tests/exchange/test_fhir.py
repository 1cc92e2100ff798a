"""The journal as a FHIR bundle: read back by a library as R4B, its codes checked here."""

from __future__ import annotations

import getpass
import json
import re
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from fhir.resources.R4B.bundle import Bundle

from coach.content.vocabulary import (
    LASTING_MARKERS,
    Area,
    BreakKind,
    BreakOutcome,
    Felt,
    MarkerKind,
    Quality,
    Side,
    When,
)
from coach.exchange.fhir import bundle, resources
from coach.exchange.fhir_basics import id_of
from coach.exchange.lines import Days
from coach.exchange.taken import Taken, taken
from coach.journal.breaks import break_draft, felt_draft
from coach.journal.entries import entry_draft, marker_draft
from coach.session.events import Status
from coach.store.open import open_journal
from tests.exchange.journals import fill
from tests.exchange.test_cells import NOTES
from tests.fakes import FakeClock
from tests.journal.samples import entry, rest
from tests.seeded_year import seeded_year

#: The code lists of R4 that we write from (hl7.org/fhir/R4): what is written must be in them.
LISTS = {
    "Bundle.type": {"collection"},
    "Observation.status": {"registered", "preliminary", "final", "amended", "corrected", "cancelled"},
    "Procedure.status": {"preparation", "in-progress", "not-done", "on-hold", "stopped", "completed", "unknown"},
    "ServiceRequest.status": {"draft", "active", "on-hold", "revoked", "completed", "entered-in-error", "unknown"},
    "ServiceRequest.intent": {"proposal", "plan", "directive", "order", "option"},
    "CarePlan.status": {"draft", "active", "on-hold", "revoked", "completed", "entered-in-error", "unknown"},
    "CarePlan.intent": {"proposal", "plan", "order", "option"},
    "category": {
        *(
            "social-history",
            "vital-signs",
            "imaging",
            "laboratory",
            "procedure",
            "survey",
            "exam",
            "therapy",
            "activity",
        )
    },
}
OURS = {
    "quality": {quality.value.replace(" ", "-") for quality in Quality},
    "area": {area.value for area in Area},
    "side": {side.value for side in Side},
    "marker": {kind.value for kind in MarkerKind},
    "break": {kind.value for kind in BreakKind},
    "break-outcome": {BreakOutcome.SKIPPED.value, BreakOutcome.EXPIRED.value},
    "felt": {felt.value for felt in Felt},
    "about": {"self-reported", "asked", "exercise"},
}


@pytest.fixture
def clock() -> FakeClock:
    """Monday, 4 May 2026, 09:15 in Berlin."""
    return FakeClock()


@pytest.fixture
def full(tmp_path: Path, clock: FakeClock) -> Taken:
    """One of everything, every quality, place and kind of marker."""
    store = open_journal(tmp_path / "full", app_version="0.1", clock=clock)
    fill(store, clock)
    places = [(area, side) for area in Area for side in (None, *Side)]
    store.append([entry_draft(clock.stamp(), 5, area, side) for area, side in places])
    store.append([entry_draft(clock.stamp(), 7, Area.CALF, Side.LEFT, quality=quality) for quality in Quality])
    store.append([marker_draft(clock.stamp(), kind, words="mine") for kind in MarkerKind])
    store.append([marker_draft(clock.stamp(), kind, last_day="2026-05-06") for kind in LASTING_MARKERS])
    store.append([entry(clock, 3, session="s-1", when=When.DURING, exercise="bridge", note="<b>&</b>\n=1")])
    breaks = [rest(clock, outcome, nudge=nudge) for outcome in BreakOutcome for nudge in (False, True)]
    store.append([break_draft(one) for one in breaks])
    store.append([felt_draft(one.id, felt, clock.stamp()) for one, felt in zip(breaks, Felt, strict=False)])
    found = taken(store, Days())
    store.close()
    return found


@pytest.fixture
def made(full: Taken, clock: FakeClock) -> dict[str, Any]:
    """The bundle of it."""
    return dict(json.loads(bundle(full, clock.stamp())))


def of_kind(made: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    """The resources of one kind."""
    return [part["resource"] for part in made["entry"] if part["resource"]["resourceType"] == kind]


def each(value: Any) -> Iterator[dict[str, Any]]:
    """Every object inside."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from each(inner)
    if isinstance(value, list):
        for inner in value:
            yield from each(inner)


def test_it_is_a_valid_bundle(made: dict[str, Any]) -> None:
    """Read as R4B: every resource of its own kind, nothing unknown, nothing that must be there missing."""
    found = Bundle.model_validate_json(json.dumps(made))
    again = json.loads(found.model_dump_json())
    assert [part["resource"] for part in again["entry"]] == [part["resource"] for part in made["entry"]]


def test_a_year_is_a_valid_bundle(clock: FakeClock) -> None:
    """Of one person with all kinds of entries, sessions and markers, rehearsals left out."""
    year = seeded_year()
    records = Taken(tuple(year.entries), tuple(year.sessions), tuple(year.markers), person="x")
    found = json.loads(bundle(records, clock.stamp()))
    Bundle.model_validate_json(json.dumps(found))
    done = [session for session in year.sessions if not session.rehearsal]
    assert len(of_kind(found, "Procedure")) == len(done)
    rated = [one for one in year.entries if not one.rehearsal]
    assert len(of_kind(found, "Observation")) == len(rated) + len(year.markers)


def test_an_empty_journal_is_valid_too(clock: FakeClock) -> None:
    """Nothing but somebody nobody knows."""
    found = json.loads(bundle(Taken(), clock.stamp()))
    Bundle.model_validate_json(json.dumps(found))
    assert [part["resource"]["resourceType"] for part in found["entry"]] == ["Patient"]


def test_only_pain_is_called_pain(made: dict[str, Any]) -> None:
    """LOINC 72514-3 for shooting pain, and for nothing else; each rating has a code of our own and words."""
    ratings = [one for one in of_kind(made, "Observation") if "valueInteger" in one]
    for rating in ratings:
        codes = {(coding["system"], coding["code"]) for coding in rating["code"]["coding"]}
        pain = ("urn:limber:quality", "shooting-pain") in codes
        assert (("http://loinc.org", "72514-3") in codes) == pain
        assert ("0 (none) to 10 (worst imaginable)" in rating["code"]["text"]) is True
        assert 0 <= rating["valueInteger"] <= 10
    named = {coding["code"] for rating in ratings for coding in rating["code"]["coding"]}
    assert named == {"72514-3", *OURS["quality"]}


def test_every_code_is_of_its_list(made: dict[str, Any]) -> None:
    """Statuses and intents of R4, categories of HL7, codes of our own of our own lists; nothing of SNOMED."""
    assert made["type"] in LISTS["Bundle.type"]
    for part in made["entry"]:
        resource = part["resource"]
        for field in ("status", "intent"):
            if field in resource:
                assert resource[field] in LISTS[f"{resource['resourceType']}.{field}"]
    for found in each(made):
        if "system" in found:
            system, code = found["system"], found["code"]
            if system.startswith("urn:limber:"):
                kind = system.removeprefix("urn:limber:")
                assert kind == "routine" or code in OURS[kind]
            elif system == "http://loinc.org":
                assert code == "72514-3"
            else:
                assert system == "http://terminology.hl7.org/CodeSystem/observation-category"
                assert code in LISTS["category"]


def test_references_lead_somewhere_and_ids_are_unique(made: dict[str, Any]) -> None:
    """Within the bundle, each to a resource of the kind it may be."""
    kinds = {part["fullUrl"]: part["resource"]["resourceType"] for part in made["entry"]}
    assert len(kinds) == len(made["entry"])
    assert all(part["fullUrl"] == f"urn:uuid:{part['resource']['id']}" for part in made["entry"])
    may = {"subject": {"Patient"}, "performer": {"Patient"}, "partOf": {"Procedure"}, "basedOn": {"ServiceRequest"}}
    for part in made["entry"]:
        for field, wanted in may.items():
            told = part["resource"].get(field, [])
            for one in told if isinstance(told, list) else [told]:
                assert kinds[one["reference"]] in wanted
    (plan,) = of_kind(made, "CarePlan")
    assert {kinds[one["reference"]["reference"]] for one in plan["activity"]} == {"ServiceRequest"}


def test_the_same_journal_gives_the_same_bundle(full: Taken, clock: FakeClock) -> None:
    """To the byte, ids and all; and an id is that of the same thing in a shorter export."""
    first = bundle(full, clock.stamp())
    assert bundle(full, clock.stamp()) == first
    shorter = resources(full._replace(entries=full.entries[-1:]), clock.stamp())
    known = {part["fullUrl"] for part in json.loads(first)["entry"]}
    assert {part["fullUrl"] for part in shorter["entry"]} <= known


def test_what_was_said_is_all_there(made: dict[str, Any]) -> None:
    """The moment with its offset, the place in codes and words, the note, the session and when it was asked."""
    last = next(one for one in of_kind(made, "Observation") if one.get("note", [{}])[0].get("text") == "<b>&</b>\n=1")
    assert last["effectiveDateTime"] == "2026-05-04T10:19:00+02:00"
    assert last["bodySite"]["text"] == "left buttock"
    assert [coding["code"] for coding in last["bodySite"]["coding"]] == ["buttock", "left"]
    assert [one["valueString"] for one in last["component"]] == ["during", "bridge"]
    (session,) = [one for one in of_kind(made, "Procedure") if "basedOn" in one]
    assert last["partOf"] == [{"reference": f"urn:uuid:{session['id']}"}]
    assert session["status"] == "completed"
    assert session["note"][0]["text"].splitlines()[:2] == ["11:15 of 11:15 done", "Knee to chest, left: 1:00 of 1:00"]
    (request,) = of_kind(made, "ServiceRequest")
    assert request["patientInstruction"].startswith("Knee to chest, left: 1:00; ")


def test_statuses_follow_the_session(full: Taken, clock: FakeClock) -> None:
    """Ended early or interrupted is stopped; a rehearsal is no procedure, nor are its ratings observations."""
    (session,) = full.sessions
    ended = msgspec.structs.replace(session, id="e", status=Status.ENDED)
    cut = msgspec.structs.replace(session, id="i", status=Status.INTERRUPTED, ended=None)
    tried = msgspec.structs.replace(session, id="r", rehearsal=True)
    rated = msgspec.structs.replace(full.entries[0], id="re", session="r", rehearsal=True)
    found = resources(Taken((rated,), (ended, cut, tried), person="x"), clock.stamp())
    assert [one["status"] for one in of_kind(found, "Procedure")] == ["stopped", "stopped"]
    assert "end" not in of_kind(found, "Procedure")[1]["performedPeriod"]
    assert of_kind(found, "Observation") == []


def test_a_break_says_how_it_ended(clock: FakeClock) -> None:
    """Done, stopped or not done and why; the exercises of it and the tap after it; a credited one is not there."""
    breaks = {outcome: rest(clock, outcome) for outcome in BreakOutcome}
    breaks[BreakOutcome.DONE] = msgspec.structs.replace(breaks[BreakOutcome.DONE], felt=Felt.EASIER)
    made = resources(Taken((), (), (), (), "x", tuple(breaks.values())), clock.stamp())
    Bundle.model_validate_json(json.dumps(made))
    done, partly, skipped, passed = of_kind(made, "Procedure")
    assert [one["status"] for one in (done, partly, skipped, passed)] == [
        "completed",
        "stopped",
        "not-done",
        "not-done",
    ]
    assert [one["statusReason"]["text"] for one in (skipped, passed)] == ["Skipped", "Let pass"]
    assert done["code"]["text"] == "Movement break"
    assert done["note"][0]["text"].splitlines() == [
        "1:00 of 1:00 done",
        "hamstring_seated, left: 0:20 of 0:20",
        "hamstring_seated, right: 0:20 of 0:20",
    ]
    assert done["performedPeriod"] == {"end": breaks[BreakOutcome.DONE].at.local().isoformat(timespec="seconds")}
    assert done["outcome"]["text"] == "It felt easier afterwards."
    assert all("performedDateTime" in one and "note" not in one for one in (skipped, passed))
    left_out = id_of("break", breaks[BreakOutcome.CREDITED].id)
    assert left_out not in {part["resource"]["id"] for part in made["entry"]}


def test_a_changed_routine_is_a_request_of_its_own(full: Taken, clock: FakeClock) -> None:
    """The one before is completed, the one of today active."""
    (session,) = full.sessions
    later = msgspec.structs.replace(session, id="later", content_hash="c" * 64)
    found = resources(Taken((), (session, later), person="x"), clock.stamp())
    assert [one["status"] for one in of_kind(found, "ServiceRequest")] == ["completed", "active"]
    Bundle.model_validate_json(json.dumps(found))


def test_nobody_and_no_computer_is_named(made: dict[str, Any]) -> None:
    """No name, no path, no device; a patient is an id and nothing else."""
    (patient,) = of_kind(made, "Patient")
    assert set(patient) == {"resourceType", "id"}
    text = json.dumps(made)
    for word in (getpass.getuser(), socket.gethostname(), str(Path.home())):
        assert not re.search(rf"\b{re.escape(word)}\b", text)


def test_hostile_notes_stay_what_they_are(tmp_path: Path, clock: FakeClock) -> None:
    """In JSON, as text; no narrative is made of them."""
    store = open_journal(tmp_path / "notes", app_version="0.1", clock=clock)
    store.append([entry(clock, 1, note=note) for note in (*NOTES, "<script>alert(1)</script>", "]]>")])
    found = json.loads(bundle(taken(store, Days()), clock.stamp()))
    Bundle.model_validate_json(json.dumps(found))
    told = [one["note"][0]["text"] for one in of_kind(found, "Observation") if "note" in one]
    assert told == [shown.note for shown in store.entries() if shown.note]
    assert all("div" not in one for one in each(found))
    store.close()


@pytest.mark.parametrize(("kind", "field"), [("CarePlan", "subject"), ("Procedure", "status"), ("Observation", "code")])
def test_the_library_does_notice(made: dict[str, Any], kind: str, field: str) -> None:
    """A resource without what it must have is refused, and so is one with a field that does not exist."""
    resource = of_kind(made, kind)[0]
    for broken in ({name: value for name, value in resource.items() if name != field}, {**resource, "colour": "red"}):
        with pytest.raises(ValueError, match=field if field not in broken else "colour"):
            Bundle.model_validate_json(json.dumps({**made, "entry": [{"resource": broken}]}))
