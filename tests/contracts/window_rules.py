"""House rules of the window that no linter knows: each takes a file's syntax tree and yields what breaks it."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Iterator

TRANSLATING = {"tr", "translate", "QT_TR_NOOP", "QT_TRANSLATE_NOOP"}
# What shows its arguments; below it, what shows the first and keeps the others.
SHOWN = {
    "QAction", "QCheckBox", "QCommandLinkButton", "QDockWidget", "QGroupBox", "QLabel", "QMenu", "QProgressDialog",
    "QPushButton", "QRadioButton", "addAction", "addButton", "addMenu", "addSection", "addTab", "drawText",
    "getExistingDirectory", "getOpenFileName", "getOpenFileNames", "getSaveFileName", "insertTab",
    "setAccessibleDescription", "setAccessibleName", "setDetailedText", "setHeaderLabels", "setHtml",
    "setInformativeText", "setLabelText", "setMarkdown", "setNameFilter", "setPlaceholderText", "setPlainText",
    "setPrefix", "setSpecialValueText", "setStatusTip", "setSuffix", "setTabText", "setTabToolTip", "setText",
    "setTitle", "setToolTip", "setWhatsThis", "setWindowTitle", "showMessage", "showText",
}  # fmt: skip
SHOWN_FIRST = {"QListWidgetItem", "QStandardItem", "QTableWidgetItem", "addItem", "addItems", "addRow"}
# Names, the same in all languages.
NAMES = {"Whitecove"}
NEVER_SHOWN = re.compile(r"\b(engine|matte|rendition|verdict|slot)s?\b", re.IGNORECASE)
LICENSED = {"QtCore", "QtGui", "QtWidgets", "QtSvg", "QtPrintSupport"}

Hits = Iterator[tuple[int, str]]
Rule = Callable[[ast.AST], Hits]


def event_loop_spun(tree: ast.AST) -> Hits:
    """Long work goes to another process; nothing lets events in between."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr == "processEvents":
            yield node.lineno, "processEvents"


def text_not_found_by_translators(tree: ast.AST) -> Hits:
    """What is to be translated stands there whole: lupdate reads no f-string and no sum."""
    for call in _calls(tree, TRANSLATING):
        for argument in call.args:
            if isinstance(argument, ast.JoinedStr | ast.BinOp) and _has_text(argument):  # matrices translate, too
                yield call.lineno, ast.unparse(argument)


def text_not_translated(tree: ast.AST) -> Hits:
    """Whatever a person reads goes through ``tr`` or ``translate``."""
    for call in _calls(tree, SHOWN):
        yield from ((call.lineno, text) for text in _texts([*call.args, *(k.value for k in call.keywords)]))
    for call in _calls(tree, SHOWN_FIRST):
        yield from ((call.lineno, text) for text in _texts(call.args[:1]))


def words_of_the_workshop(tree: ast.AST) -> Hits:
    """Words that mean something in the code only are not on the screen."""
    for call in _calls(tree, TRANSLATING):
        for argument in call.args[:1] if _name(call) in ("tr", "QT_TR_NOOP") else call.args[1:2]:
            if isinstance(argument, ast.Constant) and NEVER_SHOWN.search(str(argument.value)):
                yield call.lineno, str(argument.value)


def lambdas_connected(tree: ast.AST) -> Hits:
    """What a signal does has a name."""
    for call in _calls(tree, {"connect", "singleShot"}):
        if any(isinstance(node, ast.Lambda) for argument in call.args for node in ast.walk(argument)):
            yield call.lineno, ast.unparse(call)


def looks_of_its_own(tree: ast.AST) -> Hits:
    """Style sheets are the theme's."""
    for call in _calls(tree, {"setStyleSheet"}):
        yield call.lineno, ast.unparse(call)


def unlicensed(tree: ast.AST) -> Hits:
    """Of Qt only what docs/licences.md says."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "PySide6":
            yield from ((node.lineno, name.name) for name in node.names if name.name not in LICENSED)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PySide6."):
            module = (node.module or "").split(".")[1]
            if module not in LICENSED:
                yield node.lineno, module


def _calls(tree: ast.AST, names: Iterable[str]) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call) and _name(node) in names)


def _name(call: ast.Call) -> str:
    called = call.func
    return called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""


def _has_text(tree: ast.AST) -> bool:
    return any(isinstance(node, ast.Constant) and isinstance(node.value, str) for node in ast.walk(tree))


def _texts(nodes: Iterable[ast.expr]) -> Iterator[str]:
    """Literals with a letter in them that are shown as they are, also within sums, choices and lists."""
    for node in nodes:
        if isinstance(node, ast.Constant):
            if isinstance(node.value, str) and node.value not in NAMES and any(map(str.isalpha, node.value)):
                yield node.value
        elif isinstance(node, ast.JoinedStr):
            yield from _texts(node.values)
        elif isinstance(node, ast.BinOp):
            yield from _texts([node.left, node.right])
        elif isinstance(node, ast.IfExp):
            yield from _texts([node.body, node.orelse])
        elif isinstance(node, ast.List | ast.Tuple):
            yield from _texts(node.elts)
