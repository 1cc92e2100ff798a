"""The JSON Schemas that editors use."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from coach.content.schema import exercise_schema, routine_schema
from coach.resources import assets
from tests.content.json_schema import fits
from tests.content.texts import HEAD, ROUTINE

SHIPPED = [
    *((path, routine_schema()) for path in sorted((assets() / "routines").glob("*.toml"))),
    *((path, exercise_schema()) for path in sorted((assets() / "exercises").glob("*.toml"))),
]


def nodes(schema: Any) -> Iterator[dict[str, Any]]:
    """Every object of a schema."""
    if isinstance(schema, dict):
        yield schema
        for inner in schema.values():
            yield from nodes(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from nodes(inner)


@pytest.mark.parametrize(("path", "schema"), SHIPPED, ids=lambda value: getattr(value, "name", ""))
def test_the_shipped_files_fit_their_schema(path: Any, schema: dict[str, Any]) -> None:
    """An editor finds nothing wrong with our own files."""
    assert fits(tomllib.loads(path.read_text(encoding="utf-8")), schema, schema)


@pytest.mark.parametrize(
    "text",
    [
        HEAD,
        HEAD + "steps = []",
        ROUTINE + "colour = 1",
        ROUTINE + "hold_s = 0",
        ROUTINE + 'hold_s = "5"',
        ROUTINE + "reps = 2.5",
        ROUTINE + 'side = "lft"',
        ROUTINE.replace('"hold"', '"holdd"'),
        ROUTINE.replace('"mine"', '"Mine"'),
        ROUTINE.replace('"pelvic_tilt"', "5"),
    ],
)
def test_what_the_loader_refuses_the_schema_refuses(text: str) -> None:
    """Missing, unknown and wrong fields are underlined while one writes."""
    schema = routine_schema()
    assert fits(tomllib.loads(ROUTINE), schema, schema)
    assert not fits(tomllib.loads(text), schema, schema)


@pytest.mark.parametrize("schema", [routine_schema(), exercise_schema()], ids=["routine", "exercise"])
def test_a_schema_is_made_for_toml(schema: dict[str, Any]) -> None:
    """Draft 2020-12, plain JSON, no null, every reference there, every table closed, every field explained."""
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert json.loads(json.dumps(schema)) == schema
    for node in nodes(schema):
        assert node.get("type") != "null"
        if "$ref" in node:
            assert node["$ref"].removeprefix("#/$defs/") in schema["$defs"]
        if node.get("type") == "object":
            assert node["additionalProperties"] is False
            for name, field in node["properties"].items():
                assert name == "kind" or field["description"], name


def test_examples_in_the_schema_are_right() -> None:
    """What the schema offers as an example fits the field it is for."""
    for schema in (routine_schema(), exercise_schema()):
        for node in nodes(schema):
            for example in node.get("examples", ()):
                assert fits(example, node, schema), example
