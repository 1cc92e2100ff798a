"""The shipped content: everything loads, every reference resolves, every number has a source, every text is plain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from coach.content.check import check_files
from coach.content.exercise import Exercise
from coach.content.library import Library
from coach.content.vocabulary import Area, Mode, Role, SpineDirection
from coach.resources import assets
from tests.content.shipped import (
    EXERCISES,
    LIBRARY,
    NUMBERS,
    ROUTINES,
    amounts,
    each_exercise,
    sourced,
    tiers,
)


@pytest.fixture(name="library", scope="module")
def _library() -> Library:
    """The shipped library."""
    return LIBRARY


def test_every_shipped_file_passes_its_own_checks(library: Library) -> None:
    """`limber check` has nothing to say about our exercises and routines."""
    paths = sorted((assets() / "exercises").glob("*.toml")) + sorted((assets() / "routines").glob("*.toml"))
    assert check_files(paths, library) == []
    assert len(paths) == 37


def test_files_are_named_after_their_ids(library: Library) -> None:
    """One exercise or routine in each file, found by its id."""
    for folder, ids in (("exercises", library.exercises), ("routines", library.routines)):
        assert {path.stem for path in (assets() / folder).glob("*.toml")} == set(ids)


def test_every_source_resolves(library: Library) -> None:
    """No id of a source anywhere that sources.toml does not have."""
    models = (*EXERCISES, *library.cautions.values(), library.thermal, library.warning_signs, library.comparison)
    named = {source for model in models for sources in sourced(model) for source in sources}
    assert len(named) > 150
    assert named - {"design"} <= set(library.sources)


def test_ids_named_in_sentences_are_sources(library: Library) -> None:
    """An id in brackets or before a number in notes and reasons is in sources.toml."""
    thermal = library.thermal
    texts = [file.routine.notes for file in ROUTINES]
    texts += [exercise.dose.tempo_basis for exercise in EXERCISES]
    texts += [thermal.about, thermal.contrast.basis, *thermal.heat.basis.values(), *thermal.cold.basis.values()]
    ids = {
        word for text in texts for word in re.findall(r"\b[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+\b|\b[A-Z][A-Z0-9]{3,}\b", text)
    }
    assert len(ids) > 30
    assert ids <= set(library.sources)


def test_sources_say_where_they_are(library: Library) -> None:
    """Title, publisher and address of each, and no address twice under one id."""
    for source in library.sources.values():
        assert source.title
        assert source.publisher
        assert re.match(r"https?://[^/ ]+\.[a-z]+(/\S*)?$", source.address), source.address


@each_exercise()
def test_official_sources_come_first(exercise: Exercise) -> None:
    """Where several sources exist, those of tier A are shown before B and C."""
    lists = [
        [entry.source for entry in exercise.evidence],
        *(amount.sources for _name, amount in amounts(exercise.dose)),
    ]
    for sources in lists:
        assert tiers(sources) == sorted(tiers(sources))


def test_official_sources_come_first_in_warnings(library: Library) -> None:
    """The same for cautions, heat and cold, and the warning signs."""
    for model in (*library.cautions.values(), library.thermal, library.warning_signs):
        for sources in sourced(model):
            assert tiers(sources) == sorted(tiers(sources))


@each_exercise()
def test_every_number_of_a_dose_has_a_source(exercise: Exercise) -> None:
    """Every default, minimum and maximum lies inside what its sources say, or is marked as our own choice.

    Sets are the one exception that its basis names: a source that gives repetitions only implies one set.
    """
    evidence = {entry.source: entry for entry in exercise.evidence}
    for name, amount in amounts(exercise.dose):
        assert amount.min <= amount.default <= amount.max
        assert set(amount.sources) - {"design"} <= set(evidence)
        if "design" in amount.sources:
            assert amount.basis
            continue
        said = [getattr(evidence[source], name) for source in amount.sources]
        if name == "sets":
            assert "implied" in amount.basis or any(said)
            said.append((1, 1))
        known = [pair for pair in said if pair is not None]
        assert min(low for low, _high in known) <= amount.min, name
        assert amount.max <= max(high for _low, high in known), name


@each_exercise()
def test_every_tempo_says_where_it_comes_from(exercise: Exercise) -> None:
    """A movement's pace names its source or our own choice; a held exercise has none."""
    dose = exercise.dose
    assert (dose.tempo is not None) == (exercise.kind == "reps")
    assert bool(dose.tempo_basis) == (dose.tempo is not None)
    assert (dose.minutes is not None) == (exercise.kind == "move")


@each_exercise()
def test_an_exercise_says_all_a_person_needs(exercise: Exercise) -> None:
    """Set-up first, steps, what to feel, how to breathe, when to stop; mistakes, easier and harder ways, a caution."""
    roles = [line.role for line in exercise.instructions]
    assert roles[0] is Role.SET_UP
    assert roles[-1] is Role.SAFETY
    assert set(roles) == set(Role)
    assert roles.count(Role.FEEL) == 1
    assert exercise.mistakes
    assert exercise.easier
    assert exercise.harder
    assert exercise.targets
    assert exercise.dose.rationale


@each_exercise()
def test_cautions_and_variants_resolve(exercise: Exercise, library: Library) -> None:
    """Tags are in cautions.toml, named exercises in the library; an easier way is not a harder one as well."""
    assert {*exercise.cautions, *exercise.contraindications} <= set(library.cautions)
    easier = {variant.exercise for variant in exercise.easier} - {None}
    harder = {variant.exercise for variant in exercise.harder} - {None}
    assert easier | harder <= set(library.exercises)
    assert not easier & harder


def test_bending_and_arching_are_cautioned() -> None:
    """What rounds the low back warns of bending, what arches it in lying or standing warns of arching."""
    for exercise in EXERCISES:
        tags = {*exercise.cautions, *exercise.contraindications}
        if exercise.spine_direction is SpineDirection.FLEXION:
            assert "flexion_aggravates" in tags, exercise.id
        if exercise.spine_direction is SpineDirection.EXTENSION and Area.LOW_BACK in exercise.areas:
            assert "extension_aggravates" in tags, exercise.id


def sentences() -> Iterator[tuple[str, str]]:
    """Every text of the content files that a person reads, with its file."""
    for path in sorted(assets().rglob("*.toml")):
        if path.name == "sources.toml":
            continue  # titles are other people's words
        for text in re.findall(r'"([^"\n]*)"', path.read_text(encoding="utf-8")):
            yield path.name, text
    yield from ((file.routine.id, file.routine.notes) for file in ROUTINES)


def test_words_are_plain_and_promise_nothing() -> None:
    """No cure, no relief, no cheerleading, and British spelling."""
    promises = r"\b([Cc]ures?|curing|[Rr]elie(f|ves?)|[Hh]eals?|healing|treating)\b"
    foreign = r"\b([Cc]olor|[Cc]enter|stabiliz|minimiz|[Gg]ray)"
    for name, text in sentences():
        assert not re.search(f"{promises}|{foreign}|!", text), (name, text)


def test_the_only_treatment_is_one_denied() -> None:
    """The word appears only where we say that this is none."""
    for name, text in sentences():
        if re.search(r"\btreat(ment)?s?\b", text):
            assert "not" in text, (name, text)


@pytest.mark.parametrize("mode", list(Mode))
def test_every_number_of_heat_and_cold_has_a_source(mode: Mode, library: Library) -> None:
    """Each limit names its sources and its reason, and the limits are in order."""
    limits = library.thermal.limits(mode)
    for name in (*NUMBERS, "barrier", "setting", "stop_signs"):
        assert limits.sources[name]
    assert set(NUMBERS) - set(limits.basis) == set()
    assert limits.min_min <= limits.default_min <= limits.max_selectable_min <= limits.hard_stop_min <= 20
    assert limits.same_mode_gap_min >= 120
    assert limits.max_per_area_per_day <= 3


def test_contrast_and_checks_are_inside_their_caps(library: Library) -> None:
    """The ranges of a contrast set, a look at the skin every five minutes, five questions before a pack."""
    contrast, check = library.thermal.contrast, library.thermal.skin_check
    assert (contrast.heat_min, contrast.cold_min, contrast.cycles) == ((3, 4), (1, 2), (3, 4))
    assert (contrast.hard_total_min, contrast.max_per_day) == (25, 2)
    assert (check.every_min, check.pause_after_s, check.end_after_s) == (5, 60, 120)
    assert len(library.thermal.confirmations) == 5
    assert len(library.thermal.blocks) == 15


def test_warning_signs_are_complete(library: Library) -> None:
    """12 emergency signs, 10 for today, 7 for an appointment, 7 to stop an exercise; every sign has a source."""
    signs = library.warning_signs
    assert [len(tier.signs) for tier in signs.tiers] == [12, 10, 7]
    assert len(signs.stop_exercise.signs) == 7
    assert all(sign.sources for tier in (*signs.tiers, signs.stop_exercise) for sign in tier.signs)
    assert all(tier.action for tier in (*signs.tiers, signs.stop_exercise))
    assert signs.pain_rule is not None
    assert signs.direction is not None


def test_nothing_else_lies_among_the_content() -> None:
    """Only TOML files in the content folders."""
    for folder in ("exercises", "routines"):
        assert {path.suffix for path in Path(assets() / folder).iterdir()} == {".toml"}
