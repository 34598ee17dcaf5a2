"""A document with products and all that shows them, without processes: what is asked of the rooms is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.batch_words import as_a_floor
from tests.studio.projects import key, listing, prepare, project
from whitecove.core.model import State
from whitecove.gui.bridge import Bridge
from whitecove.gui.document import Document
from whitecove.gui.products import carried
from whitecove.gui.products.list_view import KeyedView
from whitecove.gui.products.parts import Products
from whitecove.gui.products.thumbnails import Thumbnails
from whitecove.studio.asks import Pixels, Thumbnail, Thumbnailed
from whitecove.studio.session import Session

PLAIN = Qt.KeyboardModifier.NoModifier


class Quiet(Bridge):
    """Keeps what is sent; says what it is told to say."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[object] = []

    def send(self, room: str, ask: object) -> None:
        self.sent.append(ask)

    def say(self, said: object) -> None:
        """A room said this."""
        said = as_a_floor(said, self.sent)
        for slot in self._listeners.get(type(said), ()):
            slot(said)
        self.portion_given.emit()

    def make_thumbnails(self) -> list[str]:
        """Answers all thumbnails that were asked for; gives their keys."""
        asked = [each for each in self.sent if isinstance(each, Thumbnail)]
        self.sent = [each for each in self.sent if not isinstance(each, Thumbnail)]
        for each in asked:
            pixels = Pixels(width=4, height=4, data=bytes(48))
            self.say(Thumbnailed(key=each.key, side=each.side, pixels=pixels))
        return [each.key for each in asked]


class Desk:
    """The products as the window shows them, in a window of their own."""

    def __init__(self, qtbot: QtBot, products: Mapping[str, Mapping[str, str] | Sequence[str]]) -> None:
        self.qtbot = qtbot
        self.bridge = Quiet()
        self.document = Document(self.bridge, self.bridge)
        self.thumbnails = Thumbnails(self.bridge, self.bridge)
        self.products = Products(self.document, self.thumbnails, self.bridge)
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.panel, self.list = self.products.panel, self.products.panel.list
        self.film, self.grid = self.products.filmstrip, self.products.grid
        self.selection = self.products.selection
        row, column = QHBoxLayout(self.window), QVBoxLayout()
        row.addWidget(self.panel)
        row.addLayout(column, 1)
        column.addWidget(self.grid, 1)
        column.addWidget(self.film)
        self.window.resize(1100, 700)
        self.show(project(products))
        self.window.show()
        qtbot.waitExposed(self.window)

    @property
    def session(self) -> Session:
        return self.document.session

    def show(self, session: Session) -> None:
        """Another project."""
        self.document.session = session
        self.document.reset.emit()

    def regroup(self, products: Mapping[str, Mapping[str, str] | Sequence[str]]) -> None:
        """The photos make these products now."""
        self.session.group([listing(sku, photos) for sku, photos in products.items()])
        self.document.reset.emit()

    def prepare(self, states: Mapping[str, State | tuple[State, float]] | None = None) -> None:
        """A batch ended so."""
        prepare(self.session, states)
        self.document.reset.emit()

    def shown(self) -> list[str]:
        """The products in the list, from above."""
        return self.products.shown.skus()

    def film_keys(self) -> list[str]:
        """The photos in the filmstrip, from the left."""
        return list(self.products.photos.keys)

    def click(self, view: KeyedView, key_: str, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        """A click on a row, and what comes of it."""
        at = self.middle(view, key_)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifier, at)
        self.settle()

    def press(
        self, widget: QWidget, key_: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """A key, and what comes of it."""
        QTest.keyClick(widget, key_, modifier)
        self.settle()

    def settle(self) -> None:
        """Lets what was put off until the next turn happen."""
        QTest.qWait(0)
        self.qtbot.wait(1)

    def middle(self, view: KeyedView, key_: str) -> QPoint:
        """The middle of a row."""
        return view.visualRect(view._index_of(key_)).center()

    def drop(self, view: KeyedView, keys: Sequence[str], at: QPoint) -> None:
        """Photos are dragged over a view and let go there."""
        data, move, where = carried.packed(keys), Qt.DropAction.MoveAction, QPointF(at)
        button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        view.dragEnterEvent(QDragEnterEvent(at, move, data, button, none))
        view.dragMoveEvent(QDragMoveEvent(at, move, data, button, none))
        view.dropEvent(QDropEvent(where, move, data, button, none))
        self.settle()


__all__ = ["Desk", "Quiet", "key"]
