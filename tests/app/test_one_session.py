"""One pack at a time in a data folder, whichever window or terminal it is in."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.app.one_session import packs_of_session, take_packs, take_session
from coach.cli import main
from coach.errors import DataError
from coach.store.open import open_reader


def test_the_right_to_put_a_pack_on_is_taken_once(data_dir: Path) -> None:
    """Held by one, refused to the next, free again afterwards; the right to a session is another."""
    data_dir.mkdir()
    with packs_of_session(data_dir):
        take_session(data_dir).release()
        with pytest.raises(DataError, match="one pack at a time"):
            take_packs(data_dir)
    take_packs(data_dir).release()


def test_a_terminal_does_not_begin_packs_beside_one(data_dir: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With a pack on in the window: one sentence, and nothing is written."""
    data_dir.mkdir()
    lock = take_packs(data_dir)
    code = main(("play", "heat-stretch-cold", "--text", "--yes", "--speed", "1000"))
    lock.release()
    assert code == 1
    assert "one pack at a time" in capsys.readouterr().err
    with open_reader(data_dir) as journal:
        assert journal.sessions() == []
