"""Locking without naming where packages come from."""

from __future__ import annotations

import lock

WRITTEN = """\
source = { registry = "https://index.example/simple" }
sdist = { url = "https://files.example/a1/b2/calm-1.0.tar.gz", hash = "sha256:aa", size = 12, upload-time = "2026-01-01T00:00:00Z" }
wheels = [
    { url = "https://files.example/c3/calm-1.0-py3-none-any.whl", hash = "sha256:bb", size = 34 },
]
"""


def test_only_names_and_hashes_stay() -> None:
    """The index becomes one that cannot exist, addresses become file names, hashes stay as they are."""
    assert (
        lock.without_hosts(WRITTEN)
        == """\
source = { registry = "https://index.invalid/simple" }
sdist = { filename = "calm-1.0.tar.gz", hash = "sha256:aa" }
wheels = [
    { filename = "calm-1.0-py3-none-any.whl", hash = "sha256:bb" },
]
"""
    )


def test_doing_it_twice_changes_nothing() -> None:
    """A lock without hosts is left as it is."""
    once = lock.without_hosts(WRITTEN)
    assert lock.without_hosts(once) == once
