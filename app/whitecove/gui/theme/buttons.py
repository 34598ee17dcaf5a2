"""How buttons are painted. Their property ``kind`` says which they are.

Push buttons: plain (none), ``primary``, ``danger``, ``quiet``. Tool buttons: quiet (none), ``segment`` (one part of a
segmented control), ``plain`` (with an edge).
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QStyleOption, QStyleOptionButton, QStyleOptionToolButton, QToolButton, QWidget

from whitecove.gui.theme.icons import draw
from whitecove.gui.theme.paint import State, box, by_keyboard, has, ring
from whitecove.gui.theme.scheme import colours
from whitecove.gui.theme.tokens import METRICS


@dataclass(frozen=True, slots=True)
class Face:
    """What a button looks like at this moment: ground and edge (None: none), ink, and the ring's ink."""

    ground: str | None
    edge: str | None
    ink: str
    ring: str


def kind_of(widget: QWidget | None) -> str:
    """The property ``kind``, or an empty text."""
    return str(widget.property("kind") or "") if widget is not None else ""


def face(option: QStyleOption, kind: str) -> Face:
    """The face of a push button."""
    now = colours()
    if not has(option, State.State_Enabled):
        return _disabled(kind)
    down = has(option, State.State_Sunken)
    over = has(option, State.State_MouseOver)
    if kind == "primary":
        return Face(now.accent_hover if down or over else now.accent, None, now.accent_text, now.text)
    if kind == "danger":
        return Face(now.danger_hover if down or over else now.danger, None, now.danger_text, now.text)
    if has(option, State.State_On):
        return Face(now.accent_soft, now.accent, now.link, now.focus)
    ground = now.pressed if down else now.hover if over else None
    if kind == "quiet":
        return Face(ground, None, now.text, now.focus)
    return Face(ground or now.raised, now.border if now.dark else "#c9c9c9", now.text, now.focus)


def _disabled(kind: str) -> Face:
    now = colours()
    if kind == "quiet":
        return Face(None, None, now.disabled, now.focus)
    if kind in {"primary", "danger"}:
        return Face(now.pressed, None, now.disabled, now.focus)
    return Face(None, now.border, now.disabled, now.focus)


def push_panel(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """The ground of a push button, with the ring of the keyboard's focus."""
    looks = face(option, kind_of(widget))
    box(painter, option.rect, looks.ground, looks.edge, radius=METRICS.radius)
    if by_keyboard(option):
        ring(painter, option.rect, looks.ring)


def push_label(option: QStyleOptionButton, widget: QWidget | None) -> QStyleOptionButton:
    """The label's option, with the ink that stands on this button's ground."""
    copy = QStyleOptionButton(option)
    ink = QColor(face(option, kind_of(widget)).ink)
    palette = QPalette(copy.palette)
    for role in (QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        palette.setColor(role, ink)
    copy.palette = palette
    return copy


def tool_panel(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """The ground of a tool button: nothing until the pointer or the focus is on it, or it is checked."""
    now = colours()
    kind = kind_of(widget)
    if kind == "segment":
        _segment(option, painter)
    elif has(option, State.State_Enabled):
        down, over = has(option, State.State_Sunken), has(option, State.State_MouseOver)
        on = has(option, State.State_On)
        ground = now.accent_soft if on else now.pressed if down else now.hover if over else None
        edge = now.border if kind == "plain" else None
        box(painter, option.rect, ground or (now.raised if edge else None), edge, radius=METRICS.radius)
    elif has(option, State.State_On):
        box(painter, option.rect, now.hover, radius=METRICS.radius)


def tool_over(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """What comes over a tool button's icon and text: the arrow of its menu, and the ring."""
    if room := arrow_room(widget):
        now = colours()
        area = option.rect.adjusted(option.rect.width() - room - 4, 0, -4, 0)
        if option.direction == Qt.LayoutDirection.RightToLeft:
            area = option.rect.adjusted(4, 0, room + 4 - option.rect.width(), 0)
        draw(painter, "chevron-down", now.muted if has(option, State.State_Enabled) else now.disabled, area)
    if by_keyboard(option):
        ring(painter, option.rect)


def tool_label(option: QStyleOptionToolButton, widget: QWidget | None) -> QStyleOptionToolButton:
    """The label's option, leaving room for the arrow."""
    copy = QStyleOptionToolButton(option)
    if room := arrow_room(widget):
        right = option.direction == Qt.LayoutDirection.RightToLeft
        copy.rect = option.rect.adjusted(room if right else 0, 0, 0 if right else -room, 0)
    return copy


def arrow_room(widget: QWidget | None) -> int:
    """The width of the arrow on a tool button that opens a menu wherever it is pressed; else 0."""
    if not isinstance(widget, QToolButton) or widget.menu() is None:
        return 0
    return 14 if widget.popupMode() == QToolButton.ToolButtonPopupMode.InstantPopup else 0


def _segment(option: QStyleOption, painter: QPainter) -> None:
    now = colours()
    if has(option, State.State_On):
        ground = now.raised if not now.dark else now.pressed
        box(painter, option.rect, ground, now.outline if not now.dark else None, radius=METRICS.radius)
    elif has(option, State.State_MouseOver, State.State_Enabled):
        box(painter, option.rect, now.hover, radius=METRICS.radius)
