"""Finds the texts that translators shall see in Python sources: arguments of ``tr``, ``translate`` and marks.

Where ``lupdate`` only takes what stands literally, this knows constants of modules and both ends of a choice as well.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

TRANSLATES, MARK, OF_CLASS = "translate", "QT_TRANSLATE_NOOP", "tr"
# Of ``translate(context, text, comment, n)`` and ``tr(text, comment, n)``.
PLURAL_AT = {TRANSLATES: 3, OF_CLASS: 2}


class Text(NamedTuple):
    """A text and where it belongs; ``plural`` ones have a form for each kind of number."""

    context: str
    source: str
    comment: str = ""
    plural: bool = False


def texts_in(package: Path) -> Iterator[Text]:
    """All marked texts of a package, file by file, as they stand.

    Raises:
        ValueError: a context is neither a literal nor a constant of its module.
    """
    trees = {path: ast.parse(path.read_text("utf-8")) for path in sorted(package.rglob("*.py"))}
    constants = {path.stem: _constants(tree) for path, tree in trees.items()}
    for path, tree in trees.items():
        try:
            yield from _Finder(_known(tree, constants)).texts(tree, "")
        except ValueError as error:
            raise ValueError(f"{path.name}: {error}") from error


class _Finder:
    """Walks a module; classes give ``tr`` its context."""

    def __init__(self, constants: Mapping[str, str]) -> None:
        self._constants = constants

    def texts(self, node: ast.AST, of_class: str) -> Iterator[Text]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.Call):
                yield from self._call(child, of_class)
            yield from self.texts(child, child.name if isinstance(child, ast.ClassDef) else of_class)

    def _call(self, call: ast.Call, of_class: str) -> Iterator[Text]:
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        arguments = call.args
        if name == OF_CLASS and arguments:
            context, arguments = of_class, [ast.Constant(of_class), *arguments]
        elif name in (TRANSLATES, MARK) and len(arguments) > 1:
            context = self._context(call, arguments[0], arguments[1])
        else:
            return
        comment = "".join(_literals(arguments[2])) if len(arguments) > 2 else ""
        for source in _literals(arguments[1]):
            yield Text(context, source, comment, len(arguments) > PLURAL_AT[TRANSLATES])

    def _context(self, call: ast.Call, given: ast.expr, text: ast.expr) -> str:
        context = given.value if isinstance(given, ast.Constant) else self._constants.get(ast.unparse(given))
        if not isinstance(context, str) and any(_literals(text)):
            raise ValueError(f"line {call.lineno}: the context {ast.unparse(given)} is no constant")
        return str(context)


def _literals(node: ast.expr) -> Iterator[str]:
    """The texts that an expression can be."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)


def _constants(tree: ast.Module) -> dict[str, str]:
    """Texts that a module gives names to."""
    return {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def _known(tree: ast.Module, constants: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """The module's own constants, and those that it imports."""
    known = _constants(tree)
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.module:
            there = constants.get(node.module.rpartition(".")[2], {})
            known |= {each.asname or each.name: there[each.name] for each in node.names if each.name in there}
    return known
