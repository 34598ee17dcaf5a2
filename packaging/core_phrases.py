"""Finds what the core says in phrases that it fills itself: f-strings and choices in its checks, its doubts and its
reasons for a grouping, as templates with ``{1}``, ``{2}`` … where something is filled in."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
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
                found = [text]
            case ast.JoinedStr(values=values):
                found = _joined([self._texts(value) for value in values])
            case ast.FormattedValue(value=value):
                found = self._inner(value)
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                found = _joined([self._texts(left) or [_HOLE], self._texts(right) or [_HOLE, ""]])
            case ast.Call():
                found = self._called(node)
            case ast.Name(id=name):
                found = self._followed(name)
            case _:
                found = [text for choice in _choices(node) for text in self._texts(choice)]
        return found

    def _inner(self, value: ast.expr) -> list[str]:
        """What stands within a text: a choice of words is both of them, all else a hole."""
        return self._texts(value) or [_HOLE] if isinstance(value, ast.IfExp) else [_HOLE]

    def _called(self, call: ast.Call) -> list[str]:
        if getattr(call.func, "id", "") != COUNTS:
            return []
        words = [str(each.value) for each in call.args[1:] if isinstance(each, ast.Constant)]
        return [f"{_HOLE} {word}" for word in (words if len(words) > 1 else [*words, *(f"{word}s" for word in words)])]

    def _followed(self, name: str) -> list[str]:
        if name in self._following:
            return []
        self._following.add(name)
        found = [text for value in self._named.get(name, []) for text in self._texts(value)]
        self._following.discard(name)
        return found


def _choices(node: ast.expr) -> list[ast.expr]:
    """The expressions that ``node`` is one of."""
    match node:
        case ast.IfExp(body=body, orelse=orelse):
            return [body, orelse]
        case ast.BoolOp(values=values) | ast.Dict(values=values):
            return values
        case ast.Subscript(value=value):
            return [value]
    return []


def _assigned(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    if isinstance(node, ast.Assign):
        for target in node.targets:
            if isinstance(target, ast.Name):
                yield target.id, node.value
            elif isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                pairs = zip(target.elts, node.value.elts, strict=False)
                yield from ((each.id, value) for each, value in pairs if isinstance(each, ast.Name))


def _shown(node: ast.AST) -> Iterator[ast.expr]:
    """The expressions of ``node`` that are shown: arguments that say so, what is counted, what stands in a text, and
    what functions answer that make texts."""
    if isinstance(node, ast.Call):
        yield from (each.value for each in node.keywords if each.arg in SHOWN)
        name = getattr(node.func, "id", "")
        yield from (node.args[place] for place in SHOWN_AT.get(name, ()) if place < len(node.args))
        if name == COUNTS:
            yield node
    elif isinstance(node, ast.FormattedValue) and isinstance(node.value, ast.Name):
        yield node.value
    elif isinstance(node, ast.FunctionDef) and node.returns and ast.unparse(node.returns) == "str":
        yield from (each.value for each in ast.walk(node) if isinstance(each, ast.Return) and each.value)


def _joined(parts: list[list[str]]) -> list[str]:
    return ["".join(each) for each in product(*parts)]


def _says_something(text: str) -> bool:
    return bool(_WORDS.search(text))


def _numbered(text: str) -> str:
    parts = text.split(_HOLE)
    return parts[0] + "".join(f"{{{number}}}{part}" for number, part in enumerate(parts[1:], start=1))
