"""How rows and tabs are painted: lists, trees, menus, tab bars."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter
from PySide6.QtWidgets import (
    QStyleOption,
    QStyleOptionMenuItem,
    QStyleOptionTab,
    QStyleOptionViewItem,
    QTabBar,
    QWidget,
)

from whitecove.gui.theme.icons import draw
from whitecove.gui.theme.paint import State, box, by_keyboard, has, line, ring
from whitecove.gui.theme.scheme import colours
from whitecove.gui.theme.tokens import METRICS

Kind = QStyleOptionMenuItem.MenuItemType
Position = QStyleOptionViewItem.ViewItemPosition
_SIDE = 8  # before and after the text of a menu's row
_GLYPH = 16


def item_panel(option: QStyleOption, painter: QPainter, _widget: QWidget | None = None) -> None:
    """The ground of a row of a list or tree."""
    now = colours()
    chosen = has(option, State.State_Selected)
    if not chosen and not has(option, State.State_MouseOver, State.State_Enabled):
        return
    painter.save()
    painter.setClipRect(option.rect, Qt.ClipOperation.IntersectClip)
    ground = now.accent_soft if chosen else now.hover
    box(painter, _across(option), ground, radius=METRICS.radius_small)
    painter.restore()


def _across(option: QStyleOption) -> QRect:
    """A cell's ground, run on beyond it on the sides where the row goes on, so that only the row's ends are round."""
    place = option.viewItemPosition if isinstance(option, QStyleOptionViewItem) else Position.OnlyOne
    left = METRICS.gap if place in {Position.Middle, Position.End} else 0
    right = METRICS.gap if place in {Position.Middle, Position.Beginning} else 0
    if option.direction == Qt.LayoutDirection.RightToLeft:
        left, right = right, left
    return option.rect.adjusted(-left, 0, right, 0)


def branch(option: QStyleOption, painter: QPainter, _widget: QWidget | None = None) -> None:
    """What opens and closes a row of a tree."""
    if has(option, State.State_Children):
        name = "chevron-down" if has(option, State.State_Open) else "chevron-right"
        middle = QRectF(option.rect).center()
        draw(painter, name, colours().muted, QRectF(middle.x() - 7, middle.y() - 7, 14, 14))


def tab_shape(option: QStyleOptionTab, painter: QPainter, _widget: QWidget | None = None) -> None:
    """A tab: its text, underlined with the accent where it is the one shown."""
    now = colours()
    area = QRectF(option.rect)
    chosen = has(option, State.State_Selected)
    upright = option.shape in {QTabBar.Shape.RoundedWest, QTabBar.Shape.RoundedEast}
    if not chosen and has(option, State.State_MouseOver, State.State_Enabled):
        box(painter, area.adjusted(2, 4, -2, -4), now.hover, radius=METRICS.radius_small)
    if chosen and not upright:
        line(painter, QRectF(area.x() + 8, area.bottom() - 2, area.width() - 16, 2), now.accent)
    elif chosen:
        line(painter, QRectF(area.x(), area.y() + 6, 2, area.height() - 12), now.accent)
    if by_keyboard(option):
        ring(painter, area.adjusted(1, 3, -1, -6), radius=METRICS.radius_small)


def tab_ink(option: QStyleOptionTab) -> QColor:
    """The colour of a tab's text."""
    now = colours()
    if not has(option, State.State_Enabled):
        return QColor(now.disabled)
    return QColor(now.text if has(option, State.State_Selected) else now.muted)


def menu_row(option: QStyleOptionMenuItem, painter: QPainter, widget: QWidget | None) -> None:
    """A row of a menu: tick or icon, text, shortcut, arrow."""
    now = colours()
    area = option.rect
    if option.menuItemType == Kind.Separator:
        line(painter, QRectF(area.x() + _SIDE, area.center().y(), area.width() - 2 * _SIDE, 1), now.border)
        return
    enabled = has(option, State.State_Enabled)
    if has(option, State.State_Selected) and enabled:
        box(painter, area.adjusted(4, 1, -4, -1), now.accent_soft, radius=METRICS.radius_small)
    _menu_mark(option, painter, QRect(area.x() + _SIDE + 4, area.y(), _GLYPH, area.height()), widget)
    _menu_text(option, painter)
    if option.menuItemType == Kind.SubMenu:
        name = "chevron-left" if option.direction == Qt.LayoutDirection.RightToLeft else "chevron-right"
        arrow = QRectF(area.right() - _SIDE - 16, area.center().y() - 7, 14, 14)
        draw(painter, name, now.muted if enabled else now.disabled, arrow)


def _menu_mark(option: QStyleOptionMenuItem, painter: QPainter, area: QRect, _widget: QWidget | None) -> None:
    now = colours()
    enabled = has(option, State.State_Enabled)
    if option.checkType != QStyleOptionMenuItem.CheckType.NotCheckable:
        if option.checked:
            draw(painter, "check", now.link if enabled else now.disabled, QRectF(area))
    elif not option.icon.isNull():
        option.icon.paint(
            painter, area, Qt.AlignmentFlag.AlignCenter, QIcon.Mode.Normal if enabled else QIcon.Mode.Disabled
        )


def _menu_text(option: QStyleOptionMenuItem, painter: QPainter) -> None:
    now = colours()
    enabled = has(option, State.State_Enabled)
    left = _SIDE + 4 + (_GLYPH + _SIDE if option.menuHasCheckableItems or option.maxIconWidth else 0)
    area = option.rect.adjusted(left, 0, -_SIDE - 12, 0)
    text, _tab, keys = option.text.partition("\t")
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic | Qt.TextFlag.TextSingleLine
    painter.save()
    painter.setFont(option.font)
    painter.setPen(QColor(now.text if enabled else now.disabled))
    painter.drawText(area, flags | Qt.AlignmentFlag.AlignLeft, text)
    painter.setPen(QColor(now.muted if enabled else now.disabled))
    painter.drawText(area, flags | Qt.AlignmentFlag.AlignRight, keys)
    painter.restore()


def menu_size(option: QStyleOptionMenuItem, width: int) -> tuple[int, int]:
    """Width and height of a menu's row whose text and shortcut are ``width`` wide together."""
    if option.menuItemType == Kind.Separator:
        return width, 9
    mark = _GLYPH + _SIDE if option.menuHasCheckableItems or option.maxIconWidth else 0
    keys = 24 if "\t" in option.text else 0
    arrow = 20 if option.menuItemType == Kind.SubMenu else 0
    return width + mark + keys + arrow + 2 * _SIDE + 24, METRICS.row
