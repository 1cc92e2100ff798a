"""A routine as the TOML text of a file: what `coach.content.loader` reads back is the same routine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from coach.content.routine import Group, Routine

_ESCAPED = {"\\": "\\\\", '"': '\\"', "\t": "\\t", "\n": "\\n", "\r": "\\r", "\b": "\\b", "\f": "\\f"}


def routine_toml(routine: Routine) -> str:
    """Write a routine down; what a field says when it is left out is left out."""
    lines = [f"{key} = {_value(value)}" for key, value in _said(routine).items() if key != "steps"]
    for step in routine.steps:
        lines += ["", "[[steps]]", *_fields(step)]
        if isinstance(step, Group):
            for inner in step.steps:
                lines += ["", "  [[steps.steps]]", *(f"  {line}" for line in _fields(inner))]
    return "\n".join(lines) + "\n"


def _fields(step: msgspec.Struct) -> Iterator[str]:
    yield f"kind = {_value(step.__struct_config__.tag)}"
    yield from (f"{key} = {_value(value)}" for key, value in _said(step).items() if key != "steps")


def _said(model: msgspec.Struct) -> dict[str, Any]:
    """Return the fields that differ from what is meant without them, as plain values."""
    found = {}
    for field in msgspec.structs.fields(model):
        value = getattr(model, field.name)
        if field.default is msgspec.NODEFAULT or value != field.default:
            found[field.encode_name] = msgspec.to_builtins(value)
    return found


def _value(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return _text(value)
        case float():
            return str(int(value)) if value.is_integer() else repr(value)
        case list() | tuple():
            return f"[{', '.join(_value(one) for one in value)}]"
        case Mapping():
            return f"{{ {', '.join(f'{key} = {_value(one)}' for key, one in value.items())} }}"
        case _:
            return str(value)


def _text(text: str) -> str:
    """Write a basic string (TOML 1.0): control characters and what is no character by their numbers."""
    return '"' + "".join(_ESCAPED.get(sign) or _shown(sign) for sign in text) + '"'


def _shown(sign: str) -> str:
    code = ord(sign)
    if 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    return f"\\u{code:04X}" if code < 0x20 or code == 0x7F else sign
