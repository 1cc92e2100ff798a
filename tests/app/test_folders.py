"""Where the data lives: the option, the variable, the system's place; impossible ones get a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.app.folders import data_folder
from coach.errors import DataError


def test_the_option_comes_before_the_variable(tmp_path: Path) -> None:
    """--data-dir wins over LIMBER_DATA_DIR."""
    environ = {"LIMBER_DATA_DIR": str(tmp_path / "variable")}
    assert data_folder(str(tmp_path / "option"), environ) == tmp_path / "option"
    assert data_folder(None, environ) == tmp_path / "variable"


def test_a_file_on_the_way_is_named(tmp_path: Path) -> None:
    """A file where the folder, or a folder above it, should be is named as a file."""
    file = tmp_path / "notes.txt"
    file.write_text("x")
    for taken in (file, file / "below"):
        with pytest.raises(DataError, match=r"notes\.txt is a file, not a folder"):
            data_folder(str(taken))


@pytest.mark.parametrize("place", ["x" * 300, "~nobody-of-this-name/data"])
def test_a_place_that_cannot_be_is_refused(place: str) -> None:
    """Names too long and homes of nobody are one sentence, not a traceback."""
    with pytest.raises(DataError, match="no data folder at this place"):
        data_folder(place)
