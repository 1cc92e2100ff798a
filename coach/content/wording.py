"""The sentence for each thing that can be wrong with a field: what is there, what belongs there, how to write it."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence

import msgspec
import msgspec.inspect as mi

from coach.content.shown import as_toml, nearest, number, quoted, value_words
from coach.content.toml_lines import TomlPath
from coach.figure.pose.props import Thing
from coach.i18n import _

#: Other words people use for a field.
_MEANT = {
    "duration": ("duration_s", "hold_s", "target_s"),
    "duration_s": ("hold_s", "target_s"),
    "seconds": ("duration_s", "hold_s", "target_s"),
    "time": ("duration_s", "hold_s", "target_s"),
    "hold": ("hold_s",),
    "repetitions": ("reps",),
    "repeat": ("reps",),
    "repeats": ("repeat", "reps"),
    "times": ("repeat", "reps"),
    "title": ("name",),
    "description": ("summary",),
    "pause_s": ("rest_s",),
    "where": ("area",),
    "message": ("text",),
    "type": ("kind",),
}


def example_of(kind: mi.Metadata, outer: object) -> object:
    """The example of an annotated field; the outermost annotation wins."""
    examples = (kind.extra_json_schema or {}).get("examples")
    return outer if outer is not None or not examples else examples[0]


def field_words(path: TomlPath) -> str:
    """The place as a sentence starts with it: `hold_s`, or `areas`, entry 2."""
    names = [part for part in path if isinstance(part, str)]
    if "angles" in names[:-1]:  # of a figure: the joint belongs to the angle
        names = [".".join(names[names.index("angles") + 1 :])]
    name = f"`{names[-1]}`" if names else _("The file")
    if path and isinstance(path[-1], int):
        return _("{field}, entry {number},").format(field=name, number=path[-1] + 1)
    return name


def write(path: TomlPath, example: object) -> str:
    """How to write it, as a sentence of its own; nothing without an example."""
    if example is None or not path or not isinstance(path[-1], str):
        return ""
    return " " + _("Write {line}.").format(line=f"{path[-1]} = {as_toml(example)}")


def wrong_kind(path: TomlPath, value: object, kind: mi.Type, example: object) -> str:
    """A value of another type: text for a number, a number for a list."""
    sentence = _("{field} must be {expected}, not {value}.")
    shown = repr(value) if isinstance(value, float) and math.isfinite(value) else value_words(value)
    said = sentence.format(field=field_words(path), expected=_expected(path, kind), value=shown)
    if _is_list_of_tables(kind):
        return said + " " + _("Begin each entry with a line {header}.").format(header=f"[[{path[-1]}]]")
    return said + write(path, _meant(value, kind, example))


def out_of_range(path: TomlPath, value: float, kind: mi.IntType | mi.FloatType, example: object) -> str:
    """A number outside what the format allows."""
    unit = _unit(path)
    if kind.le is None:
        sentence = _("{field} is {value}, but must be {low} or more{unit}.")
    else:
        sentence = _("{field} is {value}, but must be from {low} to {high}{unit}.")
    said = sentence.format(
        field=field_words(path), value=number(value), low=number(kind.ge or 0), high=number(kind.le or 0), unit=unit
    )
    return said + write(path, example)


def meant_by(name: str, known: Sequence[str]) -> str | None:
    """The field that a misspelt or other word probably stands for."""
    return next((word for word in _MEANT.get(name, ()) if word in known), None) or nearest(name, known)


def unknown_field(name: str, kind: mi.StructType, known: Sequence[str], meant: str | None) -> str:
    """A field that the format does not have."""
    said = _("{owner} has no field {name}.").format(owner=_owner(kind), name=f"`{_short(name)}`")
    if meant is not None:
        return said + " " + _("Did you mean {meant}?").format(meant=f"`{meant}`")
    fields = ", ".join(known)
    return said + " " + _("Take the line out. Its fields are: {fields}.").format(fields=fields)


def missing_field(name: str, kind: mi.StructType, field: mi.Field, path: TomlPath) -> str:
    """A field that has to be there."""
    said = _("{owner} has no {name}, and needs one.").format(owner=_owner(kind), name=f"`{name}`")
    inner = field.type.type if isinstance(field.type, mi.Metadata) else field.type
    if isinstance(inner, mi.StructType):
        place = ".".join(str(part) for part in (*path, name) if isinstance(part, str))
        return said + " " + _("Add a table that begins with {header}.").format(header=f"[{place}]")
    if name == "steps":
        header = "[[steps.steps]]" if kind.tag_field else "[[steps]]"
        return said + " " + _('Add {header} and below it a step, such as kind = "hold".').format(header=header)
    example = example_of(field.type, None) if isinstance(field.type, mi.Metadata) else None
    if example is None:
        return said + " " + _("Add a line that begins with {start}.").format(start=f"{name} =")
    return said + " " + _("Add for example {line}.").format(line=f"{name} = {as_toml(example)}")


def no_such_choice(path: TomlPath, value: object, choices: Sequence[str]) -> str:
    """A word that is not among those allowed."""
    listed = ", ".join(quoted(choice) for choice in choices)
    one = _("{field} is {value}, but must be {choices}.")
    sentence = one if len(choices) == 1 else _("{field} is {value}, but must be one of: {choices}.")
    shown = quoted(value) if isinstance(value, str) else value_words(value)
    said = sentence.format(field=field_words(path), value=shown, choices=listed)
    meant = nearest(value, choices) if isinstance(value, str) else None
    return said + (" " + _("Did you mean {meant}?").format(meant=quoted(meant)) if meant else "")


def no_such_kind(step: Mapping[str, object], kinds: Sequence[str]) -> str:
    """A step that does not say what it is."""
    listed = ", ".join(kinds)
    if "mat" in kinds:
        return _no_such_thing(step, kinds, listed)
    if "kind" not in step:
        sentence = _('This step does not say what it is. Add kind = "hold", or another of: {kinds}.')
        return sentence.format(kinds=listed)
    kind = step["kind"]
    if kind == "group":
        return _("A group cannot stand inside a group. Move its steps out, or end the outer group first.")
    sentence = _("{kind} is not a kind of step. The kinds are: {kinds}.")
    said = sentence.format(kind=quoted(kind) if isinstance(kind, str) else value_words(kind), kinds=listed)
    meant = nearest(kind, kinds) if isinstance(kind, str) else None
    return said + (" " + _("Did you mean {meant}?").format(meant=quoted(meant)) if meant else "")


def _no_such_thing(thing: Mapping[str, object], kinds: Sequence[str], listed: str) -> str:
    """The same of a thing in a figure's room."""
    if "kind" not in thing:
        return _('This thing does not say what it is. Add kind = "mat", or another of: {kinds}.').format(kinds=listed)
    kind = thing["kind"]
    sentence = _("{kind} is not a kind of thing. The kinds are: {kinds}.")
    said = sentence.format(kind=quoted(kind) if isinstance(kind, str) else value_words(kind), kinds=listed)
    meant = nearest(kind, kinds) if isinstance(kind, str) else None
    return said + (" " + _("Did you mean {meant}?").format(meant=quoted(meant)) if meant else "")


def not_a_step(path: TomlPath, value: object) -> str:
    """Something in the list of steps, or of a figure's things, that is not a table."""
    if "props" in path:
        said = _("{field} must be a thing, not {value}.").format(field=field_words(path), value=value_words(value))
        return said + " " + _('Write each thing in braces: { kind = "mat" }.')
    said = _("{field} must be a step, not {value}.").format(field=field_words(path), value=value_words(value))
    return said + " " + _("Begin each step with a line [[steps]] and write its fields below.")


def objectionable(path: TomlPath, objection: str) -> str:
    """Text that cannot be shown."""
    return f"{field_words(path)} {objection}"


def empty(path: TomlPath, example: object) -> str:
    """Text without a letter."""
    return _("{field} is empty.").format(field=field_words(path)) + write(path, example)


def empty_list(path: TomlPath, length: int, least: int, example: object) -> str:
    """A list without an entry, or with too few."""
    if length:
        sentence = _("{field} has {length} entries, and needs at least {least}.")
        return sentence.format(field=field_words(path), length=length, least=least) + write(path, example)
    return _("{field} is empty, and needs at least one entry.").format(field=field_words(path)) + write(path, example)


def too_long(path: TomlPath, length: int, most: int) -> str:
    """Text over its limit."""
    sentence = _("{field} has {length} characters, and may have {most}. Make it shorter.")
    return sentence.format(field=field_words(path), length=length, most=most)


def too_many(path: TomlPath, length: int, most: int) -> str:
    """A list over its limit."""
    sentence = _("{field} has {length} entries, and may have {most}. Split it into two routines.")
    if "figure" in path:
        sentence = _("{field} has {length} entries, and may have {most}. Take some away.")
    return sentence.format(field=field_words(path), length=length, most=most)


def wrong_pair(path: TomlPath, length: int, wanted: int, example: object) -> str:
    """A range that is not two numbers, a place or direction that has too few or too many."""
    sentence = _("{field} must be two numbers, lowest and highest, but has {length}.")
    if "figure" in path:
        sentence = _("{field} must be a list of {wanted} numbers, but has {length}.")
    return sentence.format(field=field_words(path), length=length, wanted=wanted) + write(path, example)


def not_the_form(path: TomlPath, text: str, pattern: str, example: object) -> str:
    """Text that must have a certain form: an id, an address."""
    field = field_words(path)
    if pattern.startswith("^[a-z0-9]"):
        sentence = _("{field} is {value}, but may only hold small letters, digits, - and _, at most 64 of them.")
    elif pattern.startswith("^[A-Z0-9]"):
        sentence = _("{field} is {value}, but must be an id from sources.toml in capital letters, or design.")
    else:
        sentence = _("{field} is {value}, which does not have the right form.")
    return sentence.format(field=field, value=quoted(text)) + write(path, _as_id(text, pattern, example))


def _as_id(text: str, pattern: str, example: object) -> object:
    """The person's own words as an id, joined as the example joins them; the example where that gives none."""
    joint = "_" if "_" in str(example) else "-"
    made = re.sub(r"[^a-z0-9]+", joint, text[:64].casefold()).strip("-_")
    return made if made and isinstance(example, str) and re.fullmatch(pattern, made) else example


def _expected(path: TomlPath, kind: mi.Type) -> str:
    if isinstance(kind, mi.IntType):
        return _("a whole number")
    if isinstance(kind, mi.FloatType):
        return _("a number of seconds") if _unit(path) else _("a number")
    if isinstance(kind, mi.StrType):
        return _("text in quotes")
    if isinstance(kind, mi.BoolType):
        return _("true or false, without quotes")
    if isinstance(kind, mi.VarTupleType | mi.TupleType):
        return _("a list") if _is_list_of_tables(kind) else _("a list in square brackets")
    return _("fields of its own in braces")


def _is_list_of_tables(kind: mi.Type) -> bool:
    return isinstance(kind, mi.VarTupleType) and isinstance(kind.item_type, mi.StructType | mi.UnionType)


def _unit(path: TomlPath) -> str:
    names = [part for part in path if isinstance(part, str)]
    return _(" seconds") if any(name.endswith("_s") for name in names[-2:]) else ""


def _meant(value: object, kind: mi.Type, example: object) -> object:
    """The person's own value where only its form is wrong; else the example."""
    if isinstance(kind, mi.IntType) and isinstance(value, float) and value.is_integer() and 0 < value < 1000:
        return int(value)
    if isinstance(kind, mi.FloatType | mi.IntType) and isinstance(value, str) and value.isascii() and value.isdigit():
        return int(value[:9])
    if isinstance(kind, mi.VarTupleType) and isinstance(value, str) and value.isprintable() and len(value) < 40:
        return [value]
    return example


def _owner(kind: mi.StructType) -> str:
    """What holds the field, as a sentence begins."""
    if issubclass(kind.cls, Thing):
        return _("A thing of kind {kind}").format(kind=quoted(str(kind.tag)))
    if isinstance(kind.tag, str) and kind.tag != "group":
        return _("A step of kind {kind}").format(kind=quoted(kind.tag))
    names = {
        "Routine": _("A routine"),
        "Exercise": _("An exercise"),
        "Group": _("A group"),
        "Tempo": _("A tempo"),
        "Dose": _("A dose"),
        "Amount": _("A number of the dose"),
        "Instruction": _("An instruction line"),
        "Variant": _("An easier or harder way"),
        "Evidence": _("An entry of the evidence"),
        "Figure": _("A figure"),
        "NamedFigure": _("A file of a figure"),
        "Key": _("A key"),
        "Pose": _("A pose"),
        "Angles": _("A table of angles"),
        "Hand": _("A hand"),
        "Foot": _("A foot"),
        "Camera": _("A camera"),
        "Highlight": _("A highlight"),
        "Arrow": _("An arrow"),
        "Ball": _("A hip or shoulder"),
        "Bend": _("A knee, elbow or finger joint"),
        "Spine": _("A part of the spine"),
        "Ankle": _("An ankle"),
        "Toes": _("A joint of the toes"),
        "Clavicle": _("A shoulder girdle"),
        "Forearm": _("A forearm"),
        "Wrist": _("A wrist"),
        "Thumb": _("A thumb"),
    }
    return names.get(kind.cls.__name__.removesuffix("OfBoth"), _("This table"))


def _short(name: str) -> str:
    return quoted(name)[1:-1] if name else msgspec.json.encode(name).decode()
