"""JSON Schema (draft 2020-12) of routine and exercise files, for editors; made from the models."""

from __future__ import annotations

import inspect
from typing import Any

import msgspec

from coach.content.exercise import Exercise
from coach.content.routine import Routine

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def routine_schema() -> dict[str, Any]:
    """The schema of a routine file."""
    return _schema(Routine, "Limber routine")


def exercise_schema() -> dict[str, Any]:
    """The schema of an exercise file."""
    return _schema(Exercise, "Limber exercise")


def _schema(model: type[msgspec.Struct], title: str) -> dict[str, Any]:
    made = _for_toml(msgspec.json.schema(model))
    root = made["$defs"].pop(model.__name__)
    return {"$schema": _DIALECT, **root, "title": title, "$defs": made["$defs"]}


def _for_toml(node: Any) -> Any:
    """Take out what a TOML file cannot say (null) and what only OpenAPI reads; straighten docstrings."""
    if isinstance(node, list | tuple):
        return [_for_toml(item) for item in node]
    if not isinstance(node, dict):
        return node
    if _is_schema_of_null_too(node):
        options = [option for option in node["anyOf"] if option != {"type": "null"}]
        rest = {key: value for key, value in node.items() if key != "anyOf"}
        node = {**rest, **options[0]} if len(options) == 1 else {**rest, "anyOf": options}
    clean = {key: _for_toml(value) for key, value in node.items() if not _is_noise(key, value)}
    if isinstance(clean.get("enum"), list):
        clean["enum"] = [value for value in clean["enum"] if value is not None]
    if isinstance(clean.get("description"), str):
        clean["description"] = inspect.cleandoc(clean["description"])
    return clean


def _is_schema_of_null_too(node: dict[str, Any]) -> bool:
    return isinstance(node.get("anyOf"), list) and {"type": "null"} in node["anyOf"]


def _is_noise(key: str, value: object) -> bool:
    return (key == "default" and value is None) or key == "discriminator"
