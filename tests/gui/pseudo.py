"""A language that nobody speaks: every text longer by two fifths, with accents, between brackets. What lacks them on
the screen was not translated; what they do not fit into is too narrow for real languages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QMargins, Qt
from PySide6.QtGui import QAction, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QScrollArea,
    QTabBar,
    QWidget,
)

from whitecove.gui import language

BEGIN, END = "⟦", "⟧"
LONGER = 0.4
_KEPT = re.compile(r"(\{[^{}]*\}|%L?n|&.)")
_ACCENTS = str.maketrans("aceinorsuyAEINOSU", "áçéíñóŕšúýÁÉÍÑÓŠÚ")


def pseudo(text: str) -> str:
    """A text in that language, with its places to fill in as they were."""
    words = "".join(part if _KEPT.fullmatch(part) else part.translate(_ACCENTS) for part in _KEPT.split(text))
    return f"{BEGIN}{words}{'~' * round(LONGER * len(text))}{END}"


def pseudo_catalogue() -> language.Catalogue:
    """The English catalogue in that language."""
    made = language.Catalogue(language.folder() / "whitecove_en.ts")
    made.code = "xx"
    made.texts = {key: tuple(map(pseudo, forms)) for key, forms in made.texts.items()}
    return made


def texts_of(widget: QWidget) -> Iterator[str]:
    """What a widget says, in itself and to those who ask it."""
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QGroupBox | QMenu):
        yield widget.title()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QTabBar):
        yield from (widget.tabText(index) for index in range(widget.count()))
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(index) for index in range(widget.count()))
    if isinstance(widget, QListWidget):
        yield from (widget.item(index).text() for index in range(widget.count()))
    yield widget.toolTip()
    yield widget.accessibleName()
    yield from (text for action in widget.actions() for text in _said_by(action))


def _said_by(action: QAction) -> Iterator[str]:
    yield action.text()
    yield action.toolTip()


def widgets_of(top: QWidget) -> Iterator[QWidget]:
    """What is to be seen within ``top``, and itself."""
    yield top
    yield from (child for child in top.findChildren(QWidget) if child.isVisibleTo(top))


def plain_texts(top: QWidget) -> Iterator[str]:
    """The texts with words within ``top`` that are not of that language, behind whose they are."""
    for widget in widgets_of(top):
        for text in texts_of(widget):
            bare = re.sub(r"<[^>]+>", "", text)
            if BEGIN not in bare and re.search(r"[A-Za-z]{2,}", bare):
                yield f"{type(widget).__name__} {widget.objectName()}: {text}"


def clipped(top: QWidget) -> Iterator[str]:
    """Labels and buttons within ``top`` whose text is wider than they are, and what juts out of a page sideways."""
    for area in top.findChildren(QScrollArea):
        inside = area.widget()
        if inside is not None and area.isVisibleTo(top) and inside.width() > area.viewport().width():
            yield f"{type(area).__name__}: {inside.width()} > {area.viewport().width()}"
    for widget in widgets_of(top):
        if not isinstance(widget, QLabel | QAbstractButton) or not widget.text():
            continue
        if isinstance(widget, QLabel) and (widget.wordWrap() or widget.textFormat() is Qt.TextFormat.RichText):
            needed = widget.heightForWidth(widget.width())
            if needed > widget.height() + 1:
                yield f"{type(widget).__name__} {needed} > {widget.height()} high: {widget.text()}"
            continue
        if _needed(widget) > widget.width() + 1:
            yield f"{type(widget).__name__} {_needed(widget)} > {widget.width()}: {widget.text()}"


def _needed(widget: QLabel | QAbstractButton) -> int:
    if isinstance(widget, QAbstractButton):
        text = widget.text()
        return QFontMetrics(widget.font()).horizontalAdvance(text) if text and widget.sizeHint().width() > 40 else 0
    margins: QMargins = widget.contentsMargins()
    return QFontMetrics(widget.font()).horizontalAdvance(widget.text()) + margins.left() + margins.right()
