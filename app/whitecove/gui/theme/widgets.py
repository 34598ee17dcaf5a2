"""Buttons, labels and grounds in the looks that the theme knows. They hold no colours.

A text is given already translated. An icon is given by name (see :mod:`whitecove.gui.theme.icons`).
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QFrame, QLabel, QLineEdit, QPushButton, QToolButton, QWidget

from whitecove.gui.theme.icons import icon
from whitecove.gui.theme.tokens import METRICS

ButtonKind = Literal["", "primary", "danger", "quiet"]
FrameKind = Literal["desk", "panel", "bar", "rail", "status", "card", "segments"]

_INKS = {"primary": "accent_text", "danger": "danger_text"}


def push_button(text: str, icon_name: str = "", kind: ButtonKind = "", *, large: bool = False) -> QPushButton:
    """A button with a word on it."""
    button = QPushButton(text)
    if large:
        button.setProperty("large", True)
    set_kind(button, kind, icon_name)
    return button


def primary_button(text: str, icon_name: str = "", *, large: bool = False) -> QPushButton:
    """The one button that leads on. A page has at most one."""
    return push_button(text, icon_name, "primary", large=large)


def danger_button(text: str, icon_name: str = "") -> QPushButton:
    """A button that destroys something."""
    return push_button(text, icon_name, "danger")


def quiet_button(text: str, icon_name: str = "") -> QPushButton:
    """A button without an edge, for what is seldom needed."""
    return push_button(text, icon_name, "quiet")


def set_kind(button: QPushButton, kind: ButtonKind, icon_name: str = "") -> None:
    """Make a button another kind, also while it is shown: Deliver becomes the primary one after the run."""
    button.setProperty("kind", kind)
    if icon_name:
        button.setIcon(icon(icon_name, _INKS.get(kind, "text")))
        button.setIconSize(QSize(METRICS.icon, METRICS.icon))
    button.update()


def tool_button(icon_name: str, text: str, shortcut: str = "", *, checkable: bool = False) -> QToolButton:
    """A button with an icon only. The text is its accessible name, and with the shortcut its tooltip.

    A click leaves the focus where it is, so that the keys go on to the picture; Tab reaches it.
    """
    button = QToolButton()
    button.setIcon(icon(icon_name))
    button.setIconSize(QSize(METRICS.icon, METRICS.icon))
    button.setAutoRaise(True)
    button.setCheckable(checkable)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    describe(button, text, shortcut)
    return button


def describe(button: QAbstractButton, text: str, shortcut: str = "") -> None:
    """Name a button for screen readers and in its tooltip, which says the shortcut too."""
    button.setAccessibleName(text)
    button.setToolTip(f"{text} ({shortcut})" if shortcut else text)


def title(text: str) -> QLabel:
    """The name of a page or dialog."""
    return label(text, "title")


def heading(text: str) -> QLabel:
    """The name of a section."""
    return label(text, "heading")


def strong(text: str) -> QLabel:
    """A word that counts, within a section."""
    return label(text, "strong")


def muted(text: str) -> QLabel:
    """What explains."""
    return label(text, "muted")


def caption(text: str) -> QLabel:
    """Small print."""
    return label(text, "caption")


def label(text: str, kind: str = "", tone: str = "") -> QLabel:
    """A text, as text: what looks like markup in a file name stays as it is."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if kind:
        made.setProperty("kind", kind)
    if tone:
        made.setProperty("tone", tone)
    return made


def set_tone(widget: QWidget, tone: str) -> None:
    """Change the colour of a label, strip or badge that is already shown."""
    if widget.property("tone") != tone:
        widget.setProperty("tone", tone)
        refresh(widget)


def refresh(widget: QWidget) -> None:
    """Let the style sheet look at a widget's properties again."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def frame(kind: FrameKind) -> QFrame:
    """A ground for other widgets."""
    made = QFrame()
    made.setProperty("kind", kind)
    return made


def rule(orientation: Qt.Orientation = Qt.Orientation.Horizontal) -> QFrame:
    """A hairline between parts."""
    made = QFrame()
    made.setProperty("kind", "rule")
    if orientation == Qt.Orientation.Horizontal:
        made.setFixedHeight(METRICS.hairline)
    else:
        made.setFixedWidth(METRICS.hairline)
    return made


def search_field(placeholder: str) -> QLineEdit:
    """A field to search in, with a glass and a button that empties it."""
    field = QLineEdit()
    field.setPlaceholderText(placeholder)
    field.setAccessibleName(placeholder)
    field.setClearButtonEnabled(True)
    field.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
    return field


def quiet_choice(name: str) -> QComboBox:
    """A choice without an edge, for bars; ``name`` is what it chooses, for screen readers and the tooltip."""
    made = QComboBox()
    made.setProperty("kind", "quiet")
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return made
