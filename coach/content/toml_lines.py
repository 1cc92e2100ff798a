"""Where in a TOML text each value stands."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tree_sitter import Node

#: A place in a file: names of fields and, in a list, numbers from 0.
TomlPath = tuple[str | int, ...]

#: Longer lists are not followed entry by entry: no field may have that many, and the list's own line says enough.
_LONGEST_LIST = 2000
_KEYS = frozenset({"bare_key", "quoted_key", "dotted_key"})


def locate(text: bytes) -> Mapping[TomlPath, int]:
    """The line (from 1) of every field and table of a text that `tomllib` has read; {} for what it cannot follow."""
    import tree_sitter_toml
    from tree_sitter import Language, Parser

    lines: dict[TomlPath, int] = {}
    root = Parser(Language(tree_sitter_toml.language())).parse(text).root_node
    counts: dict[TomlPath, int] = {}
    for node in root.children:
        if node.type == "pair":
            _pair(lines, (), node)
        elif node.type in {"table", "table_array_element"}:
            _table(lines, counts, node)
    return lines


def line_of(lines: Mapping[TomlPath, int], path: TomlPath) -> int:
    """The line of a place, or of the nearest table around it; 1 when nothing is known."""
    for length in range(len(path), 0, -1):
        found = lines.get(path[:length])
        if found is not None:
            return found
    return 1


def _table(lines: dict[TomlPath, int], counts: dict[TomlPath, int], node: Node) -> None:
    named = [child for child in node.children if child.is_named]
    keys = next((child for child in named if child.type in _KEYS), None)
    if keys is None:
        return
    path = _resolve(counts, tuple(_names(keys)))
    if node.type == "table_array_element":
        index = counts[path] = counts.get(path, -1) + 1
        lines.setdefault(path, _line(node))
        path = (*path, index)
    lines.setdefault(path, _line(node))
    for child in named:
        if child.type == "pair":
            _pair(lines, path, child)


def _resolve(counts: Mapping[TomlPath, int], names: tuple[str, ...]) -> TomlPath:
    """Put the number of the latest element behind each list that a header passes through."""
    path: TomlPath = ()
    for position, name in enumerate(names):
        path = (*path, name)
        if path in counts and position < len(names) - 1:
            path = (*path, counts[path])
    return path


def _pair(lines: dict[TomlPath, int], base: TomlPath, node: Node) -> None:
    named = [child for child in node.children if child.is_named]
    if len(named) < 2:
        return
    path = base
    for name in _names(named[0]):
        path = (*path, name)
        lines.setdefault(path, _line(named[0]))
    _value(lines, path, named[1])


def _value(lines: dict[TomlPath, int], path: TomlPath, node: Node) -> None:
    if node.child_count > _LONGEST_LIST:
        return
    if node.type == "array":
        items = (child for child in node.children if child.is_named and child.type != "comment")
        for index, item in enumerate(items):
            lines[*path, index] = _line(item)
            _value(lines, (*path, index), item)
    elif node.type == "inline_table":
        for child in node.children:
            if child.type == "pair":
                _pair(lines, path, child)


def _names(node: Node) -> Iterator[str]:
    if node.type == "dotted_key":
        for child in node.children:
            if child.is_named:
                yield from _names(child)
        return
    raw = (node.text or b"").decode("utf-8", "replace")
    yield _unquoted(raw) if node.type == "quoted_key" else raw


def _unquoted(raw: str) -> str:
    try:
        return str(tomllib.loads("key = " + raw)["key"])
    except ValueError:
        return raw


def _line(node: Node) -> int:
    return int(node.start_point[0]) + 1
