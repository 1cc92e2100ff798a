"""Where each value stands in a file."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from coach.content.toml_lines import TomlPath, line_of, locate
from coach.resources import assets

TEXT = b"""# a remark
id = "x"
areas = [
  "hip",  # one
  "foot",
]
tempo = { out_s = 2, back_s = 3 }

[[steps]]
kind = "hold"
[steps.tempo]
out_s = 1

[[steps]]
kind = "group"
  [[steps.steps]]
  kind = "rest"

  [[steps.steps]]
  "kind" = 'heat'
  a.b = 1
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("id",), 2),
        (("areas",), 3),
        (("areas", 1), 5),
        (("tempo", "back_s"), 7),
        (("steps", 0), 9),
        (("steps", 0, "tempo", "out_s"), 12),
        (("steps", 1, "kind"), 15),
        (("steps", 1, "steps", 0, "kind"), 17),
        (("steps", 1, "steps", 1), 19),
        (("steps", 1, "steps", 1, "kind"), 20),
        (("steps", 1, "steps", 1, "a", "b"), 21),
    ],
)
def test_every_value_has_its_line(path: TomlPath, line: int) -> None:
    """Fields, list entries, braces, headings inside lists and quoted names are found."""
    assert locate(TEXT)[path] == line


def test_what_is_missing_is_at_its_table() -> None:
    """A field that is not there is reported at the table it should stand in."""
    lines = locate(TEXT)
    assert line_of(lines, ("steps", 1, "steps", 1, "area")) == 19
    assert line_of(lines, ("name",)) == 1


def paths_of(value: object, path: TomlPath = ()) -> Iterator[TomlPath]:
    """Every place of a parsed file."""
    if path:
        yield path
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from paths_of(inner, (*path, name))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from paths_of(inner, (*path, index))


@pytest.mark.parametrize("path", sorted(assets().rglob("*.toml")), ids=lambda path: path.name)
def test_every_value_of_the_shipped_files_is_found(path: Path) -> None:
    """No value of our own files is without a line, and the lines lie in the file."""
    data = path.read_bytes()
    lines = locate(data)
    last = data.count(b"\n") + 1
    assert all(1 <= lines[place] <= last for place in paths_of(tomllib.loads(data.decode())))


def test_a_text_it_cannot_follow_gives_what_it_can() -> None:
    """Half a file, or none, is no reason to fail."""
    assert locate(b"") == {}
    assert locate(b"= = [[[ ]] \xff\x00") is not None
