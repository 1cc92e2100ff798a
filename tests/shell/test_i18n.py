"""Sentences in the person's language."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from coach import i18n

GERMAN = {"": "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n"}
GERMAN |= {"rest": "Pause", "body part\4back": "Rücken", "%(n)d minute\0%(n)d minutes": "%(n)d Minute\0%(n)d Minuten"}


@pytest.fixture
def german(tmp_path: Path) -> Path:
    """A folder with a German catalogue."""
    folder = tmp_path / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "limber.mo").write_bytes(compiled(GERMAN))
    return tmp_path


def compiled(messages: dict[str, str]) -> bytes:
    """A catalogue in gettext's binary form: two tables of length and place, then the texts."""
    pairs = sorted((key.encode(), value.encode()) for key, value in messages.items())
    start = 28 + 16 * len(pairs)
    tables, texts = [b"", b""], b""
    for column in (0, 1):
        for pair in pairs:
            tables[column] += struct.pack("<II", len(pair[column]), start + len(texts))
            texts += pair[column] + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, 0)
    return head + tables[0] + tables[1] + texts


def test_without_a_catalogue_it_is_english(tmp_path: Path) -> None:
    """English needs no catalogue, and an unknown language falls back to it."""
    assert i18n.install(["eo"], tmp_path) == "en"
    assert i18n._("rest") == "rest"
    assert i18n.ngettext("%(n)d minute", "%(n)d minutes", 2) % {"n": 2} == "2 minutes"


@pytest.mark.parametrize("asked", ["de", "de_AT", "de_DE.UTF-8", "de-CH"])
def test_a_country_uses_its_language(german: Path, asked: str) -> None:
    """Whatever form the language has, its catalogue is found."""
    assert i18n.install([asked], german) == "de"
    assert i18n._("rest") == "Pause"


def test_numbers_and_contexts(german: Path) -> None:
    """Plural forms and words with two meanings are translated."""
    i18n.install(["de"], german)
    assert i18n.ngettext("%(n)d minute", "%(n)d minutes", 1) % {"n": 1} == "1 Minute"
    assert i18n.pgettext("body part", "back") == "Rücken"
    assert i18n.pgettext("navigation", "back") == "back"


def test_an_empty_text_stays_empty(german: Path) -> None:
    """gettext keeps its header under the empty text; it is never shown."""
    i18n.install(["de"], german)
    assert i18n._("") == ""


def test_english_first_is_english(german: Path) -> None:
    """Somebody who prefers English to German does not get German because it has a catalogue."""
    assert i18n.install(["en_GB", "de"], german) == "en"
    assert i18n._("rest") == "rest"


def test_a_marked_constant_is_left_alone(german: Path) -> None:
    """`N_` only marks; the text is translated when it is shown."""
    i18n.install(["de"], german)
    constant = i18n.N_("rest")
    assert (constant, i18n._(constant)) == ("rest", "Pause")


@pytest.mark.parametrize(
    ("environment", "languages"),
    [
        ({"LANG": "de_DE.UTF-8"}, ("de_DE.UTF-8",)),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "de:fr"}, ("de", "fr")),
        ({"LC_ALL": "C", "LANG": "de_DE.UTF-8"}, ("C",)),
    ],
)
def test_the_desktop_is_asked(environment: dict[str, str], languages: tuple[str, ...]) -> None:
    """gettext's own variables decide, in gettext's order."""
    assert i18n.preferred_languages(environment) == languages
