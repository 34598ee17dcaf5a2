"""Finds what the core says in phrases that it fills itself: f-strings and choices in its checks, its doubts and its
reasons for a grouping, as templates with ``{1}``, ``{2}`` … where something is filled in."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from pathlib import Path

# Arguments that are shown, whatever calls them.
SHOWN = ("measured", "required", "fix")
# Calls whose argument at that place is shown.
SHOWN_AT = {"unmeasured": (2, 3)}
COUNTS = "count"
_HOLE = "\0"
_SENTENCE = re.compile(rf"(?:[A-Z]|{_HOLE})[^<>]*[ ][^<>]*[.?]", re.DOTALL)
_WORDS = re.compile(r"[a-z]{2,}")


def phrases_in(files: Iterable[Path]) -> Iterator[str]:
    """The phrases of modules, once each."""
    seen: set[str] = set()
    for path in files:
        for text in _Reader(ast.parse(path.read_text("utf-8"))).phrases():
            made = _numbered(text)
            if made not in seen:
                seen.add(made)
                yield made


class _Reader:
    """Reads the phrases of a module: an expression can be several texts; what is computed is a hole."""

    def __init__(self, tree: ast.Module) -> None:
        self._tree = tree
        self._named: dict[str, list[ast.expr]] = {}
        for node in ast.walk(tree):
            for name, value in _assigned(node):
                self._named.setdefault(name, []).append(value)
        self._about = {id(node) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        self._following: set[str] = set()

    def phrases(self) -> Iterator[str]:
        for node in ast.walk(self._tree):
            if isinstance(node, ast.Call):
                for shown in _shown(node):
                    yield from filter(_says_something, self._texts(shown))
            if isinstance(node, ast.Expr):
                continue
            for child in ast.iter_child_nodes(node):
                if isinstance(child, ast.Constant | ast.JoinedStr) and not isinstance(node, ast.JoinedStr):
                    yield from filter(_SENTENCE.fullmatch, self._texts(child))

    def _texts(self, node: ast.expr) -> list[str]:
        """What ``node`` can be, with holes; nothing where it is no text at all."""
        match node:
            case ast.Constant(value=str(text)):
                return [text]
            case ast.JoinedStr(values=values):
                return _joined([self._texts(value) for value in values])
            case ast.FormattedValue(value=value):
                return self._inner(value)
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                return _joined([self._texts(left) or [_HOLE], self._texts(right) or [_HOLE, ""]])
            case ast.IfExp(body=body, orelse=orelse):
                return [*self._texts(body), *self._texts(orelse)]
            case ast.BoolOp(values=values):
                return [text for value in values for text in self._texts(value)]
            case ast.Call():
                return self._called(node)
            case ast.Name(id=name):
                return self._followed(name)
            case ast.Subscript(value=value):
                return self._texts(value)
            case ast.Dict(values=values):
                return [text for value in values for text in self._texts(value)]
        return []

    def _inner(self, value: ast.expr) -> list[str]:
        """What stands within a text: a choice of words is both of them, all else a hole."""
        return self._texts(value) or [_HOLE] if isinstance(value, ast.IfExp) else [_HOLE]

    def _called(self, call: ast.Call) -> list[str]:
        if getattr(call.func, "id", "") != COUNTS:
            return []
        words = [each.value for each in call.args[1:] if isinstance(each, ast.Constant)]
        return [f"{_HOLE} {word}" for word in (words if len(words) > 1 else [*words, *(f"{word}s" for word in words)])]

    def _followed(self, name: str) -> list[str]:
        if name in self._following:
            return []
        self._following.add(name)
        found = [text for value in self._named.get(name, []) for text in self._texts(value)]
        self._following.discard(name)
        return found


def _assigned(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    if isinstance(node, ast.Assign):
        for target in node.targets:
            if isinstance(target, ast.Name):
                yield target.id, node.value
            elif isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                pairs = zip(target.elts, node.value.elts, strict=False)
                yield from ((each.id, value) for each, value in pairs if isinstance(each, ast.Name))


def _shown(call: ast.Call) -> Iterator[ast.expr]:
    yield from (each.value for each in call.keywords if each.arg in SHOWN)
    places = SHOWN_AT.get(getattr(call.func, "id", ""), ())
    yield from (call.args[place] for place in places if place < len(call.args))


def _joined(parts: list[list[str]]) -> list[str]:
    return ["".join(each) for each in product(*parts)]


def _says_something(text: str) -> bool:
    return bool(_WORDS.search(text))


def _numbered(text: str) -> str:
    parts = text.split(_HOLE)
    return parts[0] + "".join(f"{{{number}}}{part}" for number, part in enumerate(parts[1:], start=1))


def values_of(*tables: Mapping[object, str]) -> Iterator[str]:
    """The texts of tables."""
    for table in tables:
        yield from table.values()
