"""Hold a parsed file against a model, field by field, and name everything that is wrong.

msgspec stops at the first error and says it for programmers; this walk goes on and says it for people. It also brings
text into composed form, so what it returns is what is converted.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any

import msgspec.inspect as mi

from coach.content import hygiene, wording
from coach.content.toml_lines import TomlPath

#: More findings than anybody mends at once; the walk stops there, so a hostile file costs little.
MOST = 100


class Walk:
    """One walk over one file. `found` lists places and sentences in the order met."""

    def __init__(self) -> None:
        self.found: list[tuple[TomlPath, str]] = []

    @property
    def full(self) -> bool:
        """Whether there is nothing more to gain from looking further."""
        return len(self.found) >= MOST

    def say(self, path: TomlPath, sentence: str) -> None:
        """Note what is wrong at a place."""
        self.found.append((path, sentence))

    def value(self, value: object, kind: mi.Type, path: TomlPath, example: object = None) -> object:
        """Check a value against a type; return it as it will be converted."""
        if isinstance(kind, mi.Metadata):
            return self.value(value, kind.type, path, wording.example_of(kind, example))
        if isinstance(kind, mi.EnumType | mi.LiteralType):
            return self._choice(value, kind, path)
        if isinstance(kind, mi.BoolType):
            return self._flag(value, kind, path, example)
        checks: dict[type[mi.Type], Callable[[object, Any, TomlPath, object], object]] = {
            mi.UnionType: self._union,
            mi.StructType: self._struct,
            mi.StrType: self._text,
            mi.IntType: self._number,
            mi.FloatType: self._number,
            mi.VarTupleType: self._list,
            mi.TupleType: self._pair,
            mi.DictType: self._dict,
        }
        return checks[type(kind)](value, kind, path, example)

    def _union(self, value: object, kind: mi.UnionType, path: TomlPath, example: object) -> object:
        real = [option for option in kind.types if not isinstance(option, mi.NoneType)]
        structs = [option for option in real if isinstance(option, mi.StructType)]
        if len(structs) < 2:
            return self.value(value, real[0], path, example)
        if not isinstance(value, Mapping):
            self.say(path, wording.not_a_step(path, value))
            return value
        by_tag = {str(option.tag): option for option in structs}
        tag = value.get("kind")
        if isinstance(tag, str) and tag in by_tag:
            return self._struct(value, by_tag[tag], path, example)
        self.say((*path, "kind") if "kind" in value else path, wording.no_such_kind(value, list(by_tag)))
        return value

    def _struct(self, value: object, kind: mi.StructType, path: TomlPath, example: object) -> object:
        if not isinstance(value, Mapping):
            self.say(path, wording.wrong_kind(path, value, kind, example))
            return value
        fields = {field.encode_name: field for field in kind.fields}
        known = [kind.tag_field, *fields] if kind.tag_field else list(fields)
        misspelt = self._unknown(value, kind, known, path)
        for name, field in fields.items():
            if field.required and name not in value and name not in misspelt:
                self.say(path, wording.missing_field(name, kind, field, path))
        clean = dict(value)
        for name in value:
            if name in fields and not self.full:
                clean[name] = self.value(value[name], fields[name].type, (*path, name))
        return clean

    def _unknown(self, value: Mapping[str, object], kind: mi.StructType, known: list[str], path: TomlPath) -> set[str]:
        """Name the fields that the format does not have; return those that were probably meant."""
        meant = set()
        for name in value:
            if name not in known and not self.full:
                word = wording.meant_by(name, known)
                meant.add(word or "")
                self.say((*path, name), wording.unknown_field(name, kind, known, word))
        return meant

    def _text(self, value: object, kind: mi.StrType, path: TomlPath, example: object) -> object:
        if not isinstance(value, str):
            self.say(path, wording.wrong_kind(path, value, kind, example))
            return value
        text = hygiene.normalised(value)
        many_lines = (kind.max_length or 0) > 400
        objection = hygiene.objection(text, several_lines=many_lines)
        if objection is not None:
            self.say(path, wording.objectionable(path, objection))
        elif len(text.strip()) < (kind.min_length or 0):
            self.say(path, wording.empty(path, example))
        elif kind.max_length is not None and len(text) > kind.max_length:
            self.say(path, wording.too_long(path, len(text), kind.max_length))
        elif kind.pattern is not None and not re.fullmatch(kind.pattern, text):
            self.say(path, wording.not_the_form(path, text, kind.pattern, example))
        return text

    def _flag(self, value: object, kind: mi.BoolType, path: TomlPath, example: object) -> object:
        if not isinstance(value, bool):
            self.say(path, wording.wrong_kind(path, value, kind, example))
        return value

    def _number(self, value: object, kind: mi.IntType | mi.FloatType, path: TomlPath, example: object) -> object:
        if not isinstance(value, int | float) or not _is_number(value, kind):
            self.say(path, wording.wrong_kind(path, value, kind, example))
        elif not _within(value, kind):
            self.say(path, wording.out_of_range(path, value, kind, example))
        return value

    def _choice(self, value: object, kind: mi.EnumType | mi.LiteralType, path: TomlPath) -> object:
        choices = _choices(kind)
        if not isinstance(value, str) or value not in choices:
            self.say(path, wording.no_such_choice(path, value, choices))
        return value

    def _list(self, value: object, kind: mi.VarTupleType, path: TomlPath, example: object) -> object:
        if not isinstance(value, list):
            self.say(path, wording.wrong_kind(path, value, kind, example))
            return value
        high = kind.max_length
        if len(value) < (kind.min_length or 0):
            self.say(path, wording.empty_list(path, len(value), kind.min_length or 0, example))
        if high is not None and len(value) > high:
            self.say(path, wording.too_many(path, len(value), high))
            value = value[:high]
        return [self.value(item, kind.item_type, (*path, i)) for i, item in enumerate(value) if not self.full]

    def _pair(self, value: object, kind: mi.TupleType, path: TomlPath, example: object) -> object:
        if not isinstance(value, list):
            self.say(path, wording.wrong_kind(path, value, kind, example))
            return value
        if len(value) != len(kind.item_types):
            self.say(path, wording.wrong_pair(path, len(value), len(kind.item_types), example))
            return value
        return [
            self.value(item, inner, (*path, i))
            for i, (item, inner) in enumerate(zip(value, kind.item_types, strict=True))
        ]

    def _dict(self, value: object, kind: mi.DictType, path: TomlPath, example: object) -> object:
        if not isinstance(value, Mapping):
            self.say(path, wording.wrong_kind(path, value, kind, example))
            return value
        return {key: self.value(item, kind.value_type, (*path, key)) for key, item in value.items() if not self.full}


def _choices(kind: mi.EnumType | mi.LiteralType) -> list[str]:
    values: list[Any] = list(kind.cls) if isinstance(kind, mi.EnumType) else list(kind.values)
    return [str(value.value if isinstance(value, Enum) else value) for value in values]


def _is_number(value: float, kind: mi.IntType | mi.FloatType) -> bool:
    """Whether it is a number of this type: true and NaN are none, 2.5 is no whole number."""
    if isinstance(value, bool):
        return False
    return isinstance(value, int) or (isinstance(kind, mi.FloatType) and math.isfinite(value))


def _within(value: float, kind: mi.IntType | mi.FloatType) -> bool:
    return (kind.ge is None or value >= kind.ge) and (kind.le is None or value <= kind.le)
