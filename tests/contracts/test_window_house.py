"""The window keeps its house rules, and the rules catch what they are for."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

from tests.contracts import window_rules as rules

GUI = Path(__file__).resolve().parents[2] / "app" / "whitecove" / "gui"
FILES = sorted(GUI.rglob("*.py"))
LONGEST_WINDOW = 300
EVERYWHERE = (
    rules.event_loop_spun, rules.text_not_found_by_translators, rules.text_not_translated, rules.words_of_the_workshop,
    rules.lambdas_connected, rules.unlicensed,
)  # fmt: skip
CAUGHT = [
    (rules.event_loop_spun, "app.processEvents()"),
    (rules.event_loop_spun, "spin = QApplication.processEvents"),
    (rules.text_not_found_by_translators, "self.tr(f'{count} photos')"),
    (rules.text_not_found_by_translators, "translate('Window', 'a' + word)"),
    (rules.text_not_found_by_translators, "self.tr('%d photos' % count)"),
    (rules.text_not_translated, "QLabel('Photos')"),
    (rules.text_not_translated, "button.setToolTip(f'{count} left')"),
    (rules.text_not_translated, "menu.addAction(icon, 'Open')"),
    (rules.text_not_translated, "label.setText('on' if it else 'off')"),
    (rules.text_not_translated, "label.setText(self.tr('Size: ') + size + ' px')"),
    (rules.text_not_translated, "QPushButton(text='Photos')"),
    (rules.text_not_translated, "box.addItem('Photos')"),
    (rules.words_of_the_workshop, "self.tr('Choose an engine')"),
    (rules.words_of_the_workshop, "QT_TRANSLATE_NOOP('Panel', 'Verdict')"),
    (rules.words_of_the_workshop, "QCoreApplication.translate('Panel', 'Slots')"),
    (rules.lambdas_connected, "button.clicked.connect(lambda: 1)"),
    (rules.lambdas_connected, "button.clicked.connect(partial(lambda: 1))"),
    (rules.looks_of_its_own, "widget.setStyleSheet('color: red')"),
    (rules.unlicensed, "from PySide6.QtNetwork import QLocalServer"),
    (rules.unlicensed, "from PySide6 import QtQml"),
]
FINE = """
from PySide6.QtWidgets import QLabel
QLabel(self.tr("Photos"))
label.setText("·")
label.setText(self.tr("{count} photos").format(count=count))
label.setText(QCoreApplication.translate("Slots", "Photos"))
box.addItem(self.tr("Photos"), "photos")
painter.translate(x - 1, y)
button.clicked.connect(self._open)
self.setWindowTitle("Whitecove")
"""


def name_of(path: Path) -> str:
    return path.relative_to(GUI).as_posix()


@cache
def trees() -> dict[str, ast.AST]:
    return {name_of(path): ast.parse(path.read_text("utf-8")) for path in FILES}


def hits(rule: rules.Rule) -> list[str]:
    return [f"{name}:{line}: {what}" for name, tree in trees().items() for line, what in rule(tree)]


@pytest.mark.parametrize("rule", EVERYWHERE, ids=lambda rule: rule.__name__)
def test_the_window_keeps_the_rule(rule: rules.Rule) -> None:
    assert hits(rule) == [], rule.__doc__


def test_only_the_theme_has_style_sheets() -> None:
    assert [hit for hit in hits(rules.looks_of_its_own) if not hit.startswith("theme/")] == []


def test_the_main_window_only_assembles() -> None:
    for path in FILES:
        if path.stem == "window":
            assert len(path.read_text("utf-8").splitlines()) <= LONGEST_WINDOW


@pytest.mark.parametrize(("rule", "code"), CAUGHT, ids=[code for _, code in CAUGHT])
def test_the_rule_catches(rule: rules.Rule, code: str) -> None:
    assert list(rule(ast.parse(code)))


@pytest.mark.parametrize("rule", [*EVERYWHERE, rules.looks_of_its_own], ids=lambda rule: rule.__name__)
def test_the_rule_lets_pass(rule: rules.Rule) -> None:
    assert list(rule(ast.parse(FINE))) == []
