"""The tables of docs/routine-format.md and docs/figure-format.md, made from the models.

`python -m coach.content.reference docs/routine-format.md docs/figure-format.md` writes them anew between their markers;
tests watch that the pages are up to date.
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import msgspec.inspect as mi

from coach.content import exercise, figures, routine
from coach.content.shown import as_toml, number
from coach.figure.pose import angles, limbs, model, props

BEGIN = "<!-- {name}: made by python -m coach.content.reference, do not edit here -->"
END = "<!-- end of {name} -->"

_ROUTINE: tuple[type[msgspec.Struct], ...] = (routine.Routine,)
_STEPS: tuple[type[msgspec.Struct], ...] = (
    routine.HoldStep,
    routine.RepsStep,
    routine.MoveStep,
    routine.RestStep,
    routine.HeatStep,
    routine.ColdStep,
    routine.OffStep,
    routine.BreatheStep,
    routine.AskStep,
    routine.SayStep,
    routine.Group,
    exercise.Tempo,
)
_EXERCISE: tuple[type[msgspec.Struct], ...] = (
    exercise.Exercise,
    exercise.Instruction,
    exercise.Variant,
    exercise.Dose,
    exercise.Amount,
    exercise.Evidence,
)
_FIGURE: tuple[type[msgspec.Struct], ...] = (
    model.Figure,
    model.Key,
    model.Camera,
    model.Highlight,
    model.Arrow,
    figures.NamedFigure,
    model.BasePose,
)
_POSE: tuple[type[msgspec.Struct], ...] = (model.Pose, model.Level, limbs.Hands, limbs.Hand, limbs.Feet, limbs.Foot)
_ANGLES: tuple[type[msgspec.Struct], ...] = (
    angles.Angles,
    angles.Spine,
    angles.Ball,
    angles.Bend,
    angles.Ankle,
    angles.Toes,
    angles.Clavicle,
    angles.Forearm,
    angles.Wrist,
    angles.Thumb,
)
_THINGS: tuple[type[msgspec.Struct], ...] = (
    props.Mat,
    props.Chair,
    props.Stool,
    props.Wall,
    props.Doorway,
    props.Desk,
    props.Strap,
    props.Pillow,
    props.Cushion,
    props.Pack,
    props.Block,
)
_SECTIONS = {
    "routine fields": _ROUTINE,
    "step fields": _STEPS,
    "exercise fields": _EXERCISE,
    "figure fields": _FIGURE,
    "pose fields": _POSE,
    "angle fields": _ANGLES,
    "thing fields": _THINGS,
}


def filled(page: str) -> str:
    """The page with the tables between its markers made anew."""
    for name, models in _SECTIONS.items():
        begin, end = BEGIN.format(name=name), END.format(name=name)
        block = "\n\n".join([begin, *(_section(model, alone=len(models) == 1) for model in models), end])
        page = re.sub(f"{re.escape(begin)}.*?{re.escape(end)}", lambda _found, b=block: b, page, flags=re.DOTALL)  # type: ignore[misc]
    return page


def _section(model: type[msgspec.Struct], *, alone: bool) -> str:
    info = mi.type_info(model)
    rows = [_row(*field) for field in _fields(info)]
    table = "\n".join(["| field | holds | left out | meaning |", "|---|---|---|---|", *rows])
    if alone:
        return table
    title = f'### `kind = "{info.tag}"`' if isinstance(info, mi.StructType) and info.tag else f"### {model.__name__}"
    return f"{title}\n\n{inspect.getdoc(model)}\n\n{table}"


def _fields(info: mi.Type) -> Iterator[tuple[str, mi.Type, Any]]:
    if not isinstance(info, mi.StructType):
        return
    for field in info.fields:
        yield field.encode_name, field.type, msgspec.NODEFAULT if field.required else field.default


def _row(name: str, kind: mi.Type, default: object) -> str:
    about = kind.extra_json_schema or {} if isinstance(kind, mi.Metadata) else {}
    inner = kind.type if isinstance(kind, mi.Metadata) else kind
    examples = about.get("examples")
    shown = f" Example: `{name} = {as_toml(examples[0])}`." if examples else ""
    cells = [f"`{name}`", _holds(inner, name), _left_out(default), f"{about.get('description', '')}.{shown}"]
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _left_out(default: object) -> str:
    if default is msgspec.NODEFAULT:
        return "**needed**"
    if default in (None, (), ""):
        return "–"
    plain = isinstance(default, str | bool | tuple)
    return f"`{as_toml(default) if plain else number(default)}`"  # type: ignore[arg-type]


def _holds(kind: mi.Type, name: str) -> str:
    if isinstance(kind, mi.Metadata):
        return _holds(kind.type, name)
    if isinstance(kind, mi.UnionType):
        real = [option for option in kind.types if not isinstance(option, mi.NoneType)]
        if len(real) == 1:
            return _holds(real[0], name)
        return "things" if issubclass(props.Mat, getattr(real[0], "cls", object)) else "steps"
    if isinstance(kind, mi.VarTupleType):
        return f"list of {_holds(kind.item_type, name)}"
    return _plain(kind, name)


def _plain(kind: mi.Type, name: str) -> str:
    if isinstance(kind, mi.EnumType | mi.LiteralType):
        values = [member.value for member in kind.cls] if isinstance(kind, mi.EnumType) else kind.values
        return " ".join(f"`{value}`" for value in values)
    if isinstance(kind, mi.IntType | mi.FloatType):
        return _number_words(kind, name)
    if isinstance(kind, mi.StrType):
        return _text_words(kind)
    if isinstance(kind, mi.StructType):
        return f"a table ({kind.cls.__name__})"
    if isinstance(kind, mi.TupleType):
        return _numbers_words(kind)
    return "`true` `false`"


def _numbers_words(kind: mi.TupleType) -> str:
    """A range, or the numbers of a place."""
    first = kind.item_types[0]
    least = getattr(first.type if isinstance(first, mi.Metadata) else first, "ge", None)
    words = {2: "two", 3: "three"}[len(kind.item_types)]
    return "two numbers, `[low, high]`" if least == 0 else f"{words} numbers"


def _number_words(kind: mi.IntType | mi.FloatType, name: str) -> str:
    what = "whole number" if isinstance(kind, mi.IntType) else "seconds" if name.endswith("_s") else "number"
    return f"{what}, {number(kind.ge or 0)} to {number(kind.le or 0)}"


def _text_words(kind: mi.StrType) -> str:
    if kind.pattern is not None:
        return "source id" if "design" in kind.pattern else "id"
    return f"text, at most {kind.max_length}" if kind.max_length else "text"


def main(paths: list[str]) -> None:
    """Write the tables of each page anew."""
    for name in paths:
        page = Path(name)
        page.write_text(filled(page.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
