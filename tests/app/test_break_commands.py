"""What `limber break` and `limber status` say before anybody is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.app.break_commands import status
from coach.errors import DataError
from coach.files import OWNER_LOCK


def test_a_lock_that_cannot_be_opened_is_a_sentence(tmp_path: Path) -> None:
    """Somebody else's, say: no traceback."""
    (tmp_path / OWNER_LOCK).mkdir()
    with pytest.raises(DataError, match="cannot be used"):
        status(tmp_path, as_json=True)
