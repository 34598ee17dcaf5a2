"""How a photo looks in the filmstrip: its picture, what it is for, and where it stands."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from whitecove.core.model import Role, State
from whitecove.gui.products.painting import ratio_of, say, tile
from whitecove.gui.products.photos import Group, PhotoRole
from whitecove.gui.products.thumbnails import Thumbnails, Wish
from whitecove.gui.theme.icons import draw
from whitecove.gui.theme.paint import State as Flag
from whitecove.gui.theme.paint import box, has
from whitecove.gui.theme.scheme import colours
from whitecove.gui.theme.states import STATES
from whitecove.gui.theme.tokens import METRICS

Index = QModelIndex | QPersistentModelIndex
PICTURE, MARGIN, BELOW, ABOVE = 68, 4, 18, 18
SIZE = QSize(PICTURE + 2 * MARGIN, PICTURE + MARGIN + BELOW + 2)


class FilmDelegate(QStyledItemDelegate):
    """Paints a photo. ``has_groups``: the names of variants stand above theirs. ``current`` is the
    photo that the canvas shows."""

    def __init__(self, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self.has_groups = False
        self.current = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(SIZE.width(), SIZE.height() + (ABOVE if self.has_groups else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setFont(option.font)
        now, area = colours(), QRect(option.rect)
        if self.has_groups:
            self._group(painter, area, index.data(PhotoRole.GROUP))
            area.setTop(area.top() + ABOVE)
        area.setHeight(SIZE.height())
        is_current = index.data(PhotoRole.KEY) == (self.current,)
        if has(option, Flag.State_Selected):
            box(painter, area, now.accent_soft, now.accent if is_current else None, radius=METRICS.radius, width=2)
        elif has(option, Flag.State_MouseOver):
            box(painter, area, now.hover, radius=METRICS.radius)
        picture = QRect(area.left() + MARGIN, area.top() + MARGIN, PICTURE, PICTURE)
        self._picture(painter, picture, index)
        below = QRect(picture.left(), picture.bottom() + 2, PICTURE, BELOW)
        self._use(painter, below, index)
        painter.restore()

    def _group(self, painter: QPainter, area: QRect, group: Group | None) -> None:
        """A photo's share of the name that stands above it and its neighbours."""
        if group is None:
            return
        above = QRect(area.left(), area.top(), area.width(), ABOVE)
        whole = above.translated(-group.at * area.width(), 0)
        whole.setWidth(group.count * area.width() - MARGIN)
        painter.save()
        painter.setClipRect(above)
        say(painter, whole.adjusted(MARGIN, 0, 0, 0), group.name, colours().muted)
        painter.restore()

    def _picture(self, painter: QPainter, area: QRect, index: Index) -> None:
        wish = index.data(PhotoRole.WISH)
        found = self._thumbnails.get(wish, PICTURE, ratio_of(painter)) if isinstance(wish, Wish) else None
        is_made = bool(index.data(PhotoRole.IS_MADE))
        tile(painter, area, found, is_made=is_made, faded=index.data(PhotoRole.USE) == Role.UNUSED)

    def _use(self, painter: QPainter, area: QRect, index: Index) -> None:
        now, side = colours(), METRICS.icon_small
        use = Role(index.data(PhotoRole.USE))  # it comes as a plain text
        left = QRect(area.left(), area.top() + (area.height() - side) // 2, side, side)
        if use is Role.MAIN:
            draw(painter, "star-filled", now.link, left)
        elif use in (Role.UNUSED, Role.PAGE):
            draw(painter, "archive" if use is Role.UNUSED else "text", now.muted, left)
        else:
            number = int(index.data(PhotoRole.NUMBER)) - 1
            say(painter, area.adjusted(2, 0, 0, 0), str(max(0, number)), now.text)
        state = State(index.data(PhotoRole.STATE))
        if state is not State.UNUSED:
            looks = STATES[state]
            draw(painter, looks.icon, str(getattr(now, looks.colour)), left.translated(PICTURE - side, 0))
        if index.data(PhotoRole.CHANGED):
            draw(painter, "changed", now.review, QRect(area.right() - 2 * side - 6, left.top(), side, side))


def film_height(*, has_groups: bool) -> int:
    """How high a strip of them is."""
    return SIZE.height() + (ABOVE if has_groups else 0)
