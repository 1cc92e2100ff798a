"""Sources in words, and which addresses may be opened."""

from __future__ import annotations

import pytest

from coach.ui.search import fold, found_in
from coach.ui.sources import link_host, source_lines
from tests.ui.sample import sample_library


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://www.nhs.uk/conditions/", "www.nhs.uk"),
        ("http://articles.example:8080/x?y=1", "articles.example"),
        ("HTTPS://NHS.UK/", "nhs.uk"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("https://", ""),
        ("https://nhs.uk@evil.example/", ""),
        ("https://nhs.uk:pass@evil.example/", ""),
        ("https://nhs\u202e.uk/", ""),
        ("https://nhѕ.uk/", ""),
        ("https://nhs.uk/a\nb", ""),
        ("https://[::1", ""),
        ("nhs.uk", ""),
        ("", ""),
    ],
)
def test_only_plain_web_addresses_have_a_host(address: str, host: str) -> None:
    """Only http and https addresses whose host is what it looks like may be opened."""
    assert link_host(address) == host


def test_unknown_sources_are_shown_by_id() -> None:
    """A source that is missing from the list is shown as its id, after the known ones and without a link."""
    lines = source_lines(("NOT-THERE", "WEB-1", "ACSM", "ACSM"), sample_library().sources)
    assert [line.id for line in lines] == ["ACSM", "WEB-1", "NOT-THERE"]
    assert lines[-1].address == ""


def test_folding_ignores_case_and_accents() -> None:
    """Straße, Übung and ESPAÑA are found as typed without a thought."""
    assert found_in(fold("Übung auf der Straße"), "ubung STRASSE")
    assert not found_in(fold("Übung"), "x")
