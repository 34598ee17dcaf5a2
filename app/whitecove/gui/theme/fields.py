"""How fields are painted: text, choices, numbers, ticks, and choices of one."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QStyle,
    QStyleOption,
    QStyleOptionComboBox,
    QStyleOptionSpinBox,
    QWidget,
)

from whitecove.gui.theme.buttons import kind_of
from whitecove.gui.theme.icons import draw
from whitecove.gui.theme.paint import State, box, by_keyboard, disc, has, ring
from whitecove.gui.theme.scheme import colours
from whitecove.gui.theme.tokens import METRICS

Sub = QStyle.SubControl
INDENT = 6  # of the text, beyond what Qt leaves
_ARROW = 14

# The parts of fields where text stands.
TYPED = frozenset(
    {
        (QStyle.ComplexControl.CC_ComboBox, Sub.SC_ComboBoxEditField),
        (QStyle.ComplexControl.CC_SpinBox, Sub.SC_SpinBoxEditField),
    }
)


def is_part(widget: QWidget | None) -> bool:
    """Whether this is the text of a choice or number, whose field has a ground already."""
    return widget is not None and isinstance(widget.parentWidget(), QComboBox | QAbstractSpinBox)


def field_panel(option: QStyleOption, painter: QPainter, widget: QWidget | None = None) -> None:
    """The ground of a field for text. It shows the focus however that came: here the typing goes."""
    if is_part(widget):
        return
    now = colours()
    if not has(option, State.State_Enabled):
        box(painter, option.rect, now.surface, now.border, radius=METRICS.radius)
        return
    box(painter, option.rect, now.raised, now.outline, radius=METRICS.radius)
    if has(option, State.State_HasFocus):
        ring(painter, option.rect)


def combo(style: QStyle, option: QStyleOptionComboBox, painter: QPainter, widget: QWidget | None) -> None:
    """A choice: the field and its arrow. The kind ``quiet`` has no edge until the pointer is there."""
    now = colours()
    enabled = has(option, State.State_Enabled)
    over = has(option, State.State_MouseOver) and enabled
    quiet = kind_of(widget) == "quiet"
    ground = now.hover if over else None if quiet else now.raised if enabled else now.surface
    edge = None if quiet else now.outline if enabled else now.border
    box(painter, option.rect, ground, edge, radius=METRICS.radius)
    if by_keyboard(option) or (option.editable and has(option, State.State_HasFocus)):
        ring(painter, option.rect)
    arrow = style.subControlRect(QStyle.ComplexControl.CC_ComboBox, option, Sub.SC_ComboBoxArrow, widget)
    _chevron(painter, "chevron-down", QRectF(arrow), enabled=enabled)


def spin(style: QStyle, option: QStyleOptionSpinBox, painter: QPainter, widget: QWidget | None) -> None:
    """A number: the field and its two arrows."""
    now = colours()
    field_panel(option, painter)
    for part, name in ((Sub.SC_SpinBoxUp, "chevron-up"), (Sub.SC_SpinBoxDown, "chevron-down")):
        area = style.subControlRect(QStyle.ComplexControl.CC_SpinBox, option, part, widget)
        if not area.isValid():
            continue
        live = has(option, State.State_Enabled) and _can_step(option, part)
        if live and option.activeSubControls == part and has(option, State.State_MouseOver):
            pressed = has(option, State.State_Sunken)
            box(painter, area, now.pressed if pressed else now.hover, radius=METRICS.radius_small)
        _chevron(painter, name, QRectF(area), enabled=live)


def _can_step(option: QStyleOptionSpinBox, part: QStyle.SubControl) -> bool:
    way = QAbstractSpinBox.StepEnabledFlag
    return bool(option.stepEnabled & (way.StepUpEnabled if part == Sub.SC_SpinBoxUp else way.StepDownEnabled))


def _chevron(painter: QPainter, name: str, area: QRectF, *, enabled: bool) -> None:
    now = colours()
    side = min(_ARROW, area.width(), area.height())
    middle = area.center()
    square = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
    draw(painter, name, now.muted if enabled else now.disabled, square)


def tick(option: QStyleOption, painter: QPainter, _widget: QWidget | None = None) -> None:
    """A check box: empty, ticked, or a bar where some of what it stands for is ticked."""
    now = colours()
    area = _square(option)
    enabled = has(option, State.State_Enabled)
    some, on = has(option, State.State_NoChange), has(option, State.State_On)
    if on or some:
        box(painter, area, now.accent if enabled else now.disabled, radius=METRICS.radius_small)
        ink = now.accent_text if enabled else now.surface
        draw(painter, "check" if on else "minus", ink, area.adjusted(2, 2, -2, -2))
    else:
        box(painter, area, _empty(option), now.outline if enabled else now.border, radius=METRICS.radius_small)


def dot(option: QStyleOption, painter: QPainter, _widget: QWidget | None = None) -> None:
    """A radio button."""
    now = colours()
    area = _square(option)
    enabled = has(option, State.State_Enabled)
    centre, radius = area.center(), area.width() / 2
    if has(option, State.State_On):
        disc(painter, centre, radius, now.accent if enabled else now.disabled)
        disc(painter, QPointF(centre), radius * 0.42, now.accent_text if enabled else now.surface)
    else:
        disc(painter, centre, radius, _empty(option), now.outline if enabled else now.border)


def _empty(option: QStyleOption) -> str:
    now = colours()
    if not has(option, State.State_Enabled):
        return now.surface
    if has(option, State.State_Sunken):
        return now.pressed
    return now.hover if has(option, State.State_MouseOver) else now.raised


def _square(option: QStyleOption) -> QRectF:
    side = min(option.rect.width(), option.rect.height(), METRICS.tick)
    centre = QRectF(option.rect).center()
    return QRectF(round(centre.x() - side / 2), round(centre.y() - side / 2), side, side)
