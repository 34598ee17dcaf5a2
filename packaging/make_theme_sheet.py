"""Render all that the theme knows, to be looked at: ``make_theme_sheet.py FOLDER``.

Controls in every condition, states, strips, menus and icons, light and dark, at 100 % and 200 %. The pictures are for
the eye and do not belong in the repository.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QToolButton,
    QToolTip,
    QWidget,
)

from theme_pages import controls_page, icons_page, slider, surfaces_page, tabs
from whitecove.gui.theme.apply import Scheme, apply
from whitecove.gui.theme.icons import icon
from whitecove.gui.theme.widgets import (
    caption,
    danger_button,
    frame,
    primary_button,
    push_button,
    quiet_button,
    tool_button,
)

Maker = Callable[[], QWidget]
CONDITIONS = ("normal", "hover", "pressed", "focus", "disabled")
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


def main(arguments: Sequence[str]) -> int:
    """Render into the folder, in one process for each pixel density; 0."""
    if len(arguments) != 1:
        print(__doc__)
        return 2
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    for scale in ("1", "2"):
        if os.environ.get("QT_SCALE_FACTOR") == scale:
            _render(folder, scale)
            return 0
    for scale in ("1", "2"):
        env = {**os.environ, "QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": "offscreen"}
        subprocess.run([sys.executable, __file__, str(folder)], env=env, check=True)
    return 0


def _render(folder: Path, scale: str) -> None:
    app = QApplication([])
    apply(app, "light")
    pages = {"controls": controls_page(), "surfaces": surfaces_page(), "icons": icons_page()}
    for page in pages.values():
        page.show()
    for scheme in SCHEMES:  # the same widgets: changing over while running is part of what is looked at
        apply(app, scheme)
        for name, page in pages.items():
            page.grab().save(str(folder / f"{name}-{scheme}-{scale}00.png"))
        for name, picture in {"conditions": _conditions(), "popups": _popups()}.items():
            picture.save(str(folder / f"{name}-{scheme}-{scale}00.png"))


def _conditions() -> QPixmap:
    """A table: each control in each condition."""
    page = frame("panel")
    grid = QGridLayout(page)
    for place, condition in enumerate(CONDITIONS):
        grid.addWidget(caption(condition), 0, place + 1)
    for line, (name, make) in enumerate(_makers().items(), start=1):
        grid.addWidget(caption(name), line, 0)
        for place, condition in enumerate(CONDITIONS):
            shown = QLabel()
            shown.setPixmap(_in_condition(make(), condition))
            grid.addWidget(shown, line, place + 1)
    return page.grab()


def _makers() -> dict[str, Maker]:
    return {
        "plain": partial(push_button, "Choose folder", "folder"),
        "primary": partial(primary_button, "Prepare 24", "play"),
        "danger": partial(danger_button, "Delete", "trash"),
        "quiet": partial(quiet_button, "Leave"),
        "tool": partial(tool_button, "eye", "Show"),
        "checked": _checked,
        "field": partial(QLineEdit, "SKU-101"),
        "choice": _choice,
        "number": QSpinBox,
        "tick": partial(QCheckBox, "Scene"),
        "radio": partial(QRadioButton, "Own shadow"),
        "slider": partial(slider, 40, 0, 100),
        "tabs": tabs,
    }


def _checked() -> QToolButton:
    button = tool_button("eye", "Show", checkable=True)
    button.setChecked(True)
    return button


def _choice() -> QComboBox:
    choice = QComboBox()
    choice.addItems(["Auto", "Backdrop"])
    return choice


def _in_condition(widget: QWidget, condition: str) -> QPixmap:
    holder = frame("panel")
    QHBoxLayout(holder).addWidget(widget)
    holder.show()
    widget.setDisabled(condition == "disabled")
    widget.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, condition in {"hover", "pressed"})
    if condition == "pressed" and isinstance(widget, QPushButton | QToolButton | QCheckBox | QRadioButton):
        widget.setDown(True)
    if condition == "focus":
        holder.activateWindow()
        QTest.qWaitForWindowActive(holder)
        holder.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange, True)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
    return holder.grab()


def _popups() -> QPixmap:
    page = frame("desk")
    row = QHBoxLayout(page)
    dialog = QMessageBox(QMessageBox.Icon.Warning, "Whitecove", "A run is going on. It can go on next time.")
    dialog.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel)
    dialog.show()
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
    choice = _choice()
    choice.show()
    choice.showPopup()
    for picture in (_menu().grab(), _tip(), choice.view().window().grab(), dialog.grab(), buttons.grab()):
        shown = QLabel()
        shown.setPixmap(picture)
        row.addWidget(shown)
    return page.grab()


def _tip() -> QPixmap:
    near = QLabel("near")
    near.show()
    QToolTip.showText(QPoint(5, 5), "Show what is not white (N)", near)
    return next(widget.grab() for widget in QApplication.topLevelWidgets() if widget.inherits("QTipLabel"))


def _menu() -> QMenu:
    menu = QMenu()
    for text, name, keys in (
        ("Approve", "check", "Return"),
        ("Reshoot", "camera-retry", "R"),
        ("Rename…", "pencil", "F2"),
    ):
        action = QAction(icon(name), text, menu)
        action.setShortcut(QKeySequence(keys))
        menu.addAction(action)
    menu.addSeparator()
    roles = menu.addMenu(icon("tag"), "Role")
    roles.addAction("Main")
    shown = menu.addAction("Show what is not white")
    shown.setCheckable(True)
    shown.setChecked(True)
    menu.addAction(icon("trash"), "Remove").setEnabled(False)
    menu.setActiveAction(menu.actions()[1])
    menu.popup(QPoint(0, 0))
    return menu


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
