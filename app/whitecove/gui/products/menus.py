"""What a right click offers on products and on photos."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from whitecove.core.model import Role
from whitecove.gui.document import Document
from whitecove.gui.marks import QT_TRANSLATE_NOOP
from whitecove.gui.products.commands import Arranging
from whitecove.gui.theme.icons import icon

CONTEXT = "ProductsMenu"
# Why photos are mostly shot again: how it is recorded, and how it is said.
REASONS = (
    ("dirty", QT_TRANSLATE_NOOP("ProductsMenu", "Dirty")),
    ("blurred", QT_TRANSLATE_NOOP("ProductsMenu", "Blurred")),
    ("cut off", QT_TRANSLATE_NOOP("ProductsMenu", "Cut off")),
    ("wrong item", QT_TRANSLATE_NOOP("ProductsMenu", "Wrong item")),
)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a menu is about: the products, their photos or some of one product's, and the first of these."""

    skus: tuple[str, ...]
    keys: tuple[str, ...]
    key: str


def product_menu(
    parent: QWidget, document: Document, arranging: Arranging, chosen: Chosen, rename: Callable[[], None] | None
) -> QMenu:
    """The menu of products; ``rename`` where a name can be typed."""
    translate = QCoreApplication.translate
    menu, many = QMenu(parent), len(chosen.skus) > 1
    if many:
        text = translate("ProductsMenu", "Put together in one product")
        _add(menu, text, "group", partial(arranging.merge, chosen.skus, chosen.skus[0]))
    elif rename:
        _add(menu, translate("ProductsMenu", "Rename"), "pencil", rename, "F2")
    menu.addSeparator()
    _decisions(menu, document, chosen.keys)
    menu.addSeparator()
    _rest(menu, document, arranging, chosen, is_one=not many)
    return menu


def photo_menu(parent: QWidget, document: Document, arranging: Arranging, chosen: Chosen) -> QMenu:
    """The menu of photos in the filmstrip."""
    translate = QCoreApplication.translate
    menu = QMenu(parent)
    role = document.session.shots[chosen.key].photo.role
    if role is not Role.MAIN:
        _add(menu, translate("ProductsMenu", "Main picture"), "star", partial(arranging.place, chosen.key, 1), "1")
    if role is Role.UNUSED:
        _add(menu, translate("ProductsMenu", "Use it"), "check", partial(arranging.use, chosen.key))
    else:
        _add(menu, translate("ProductsMenu", "Keep aside"), "archive", partial(arranging.set_aside, chosen.keys), "0")
    text = translate("ProductsMenu", "Make it a product of its own")
    if len(chosen.keys) > 1:
        text = translate("ProductsMenu", "Make a product of these")
    _add(menu, text, "package", partial(arranging.split, chosen.keys), "Ctrl+G")
    menu.addSeparator()
    _decisions(menu, document, chosen.keys)
    menu.addSeparator()
    _rest(menu, document, arranging, chosen, is_one=len(chosen.keys) == 1)
    return menu


def open_folder(key: str) -> None:
    """Shows the folder in which the photo of that key lies."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(key).parent)))


def _rest(menu: QMenu, document: Document, arranging: Arranging, chosen: Chosen, *, is_one: bool) -> None:
    translate = QCoreApplication.translate
    text = translate("ProductsMenu", "Prepare only this") if is_one else translate("ProductsMenu", "Prepare only these")
    prepare = _add(menu, text, "play", partial(document.prepare_only, chosen.keys))
    prepare.setEnabled(not document.progress.is_running)
    _add(menu, translate("ProductsMenu", "Open the folder"), "folder-open", partial(open_folder, chosen.key))
    menu.addSeparator()
    text = translate("ProductsMenu", "Take out of the project")
    _add(menu, text, "trash", partial(arranging.remove, chosen.keys), "Del")


def _decisions(menu: QMenu, document: Document, keys: Sequence[str]) -> None:
    """What can be decided about photos that something became of."""
    translate = QCoreApplication.translate
    made = [key for key in keys if document.session.shots[key].raw is not None]
    decide = document.decide
    approve = _add(menu, translate("ProductsMenu", "Approve"), "check-circle", partial(decide, "approve", made))
    reject = _add(menu, translate("ProductsMenu", "Reject"), "x-circle", partial(decide, "reject", made), "X")
    again = menu.addMenu(icon("camera-retry"), translate("ProductsMenu", "Shoot again"))
    for reason, text in REASONS:
        _add(again, translate(CONTEXT, text), "", partial(decide, "reshoot", made, reason))
    back = _add(menu, translate("ProductsMenu", "Take the decision back"), "undo", partial(decide, "none", made), "U")
    for each in (approve, reject, back):
        each.setEnabled(bool(made))
    again.setEnabled(bool(made))


def _add(menu: QMenu, text: str, icon_name: str, do: Callable[[], object], keys: str = "") -> QAction:
    """An entry; ``keys`` are shown, and belong to the window's action of the same meaning."""
    shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) if keys else ""
    action = QAction(f"{text}\t{shown}" if shown else text, menu)
    if icon_name:
        action.setIcon(icon(icon_name))
    action.triggered.connect(_Do(do))
    menu.addAction(action)
    return action


class _Do:
    """Calls without what `triggered` says."""

    def __init__(self, do: Callable[[], object]) -> None:
        self.do = do

    def __call__(self, _checked: bool = False) -> None:
        self.do()
