"""Arranging products and photos by hand, each step of it on the document's undo stack."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import suppress

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand

from whitecove.core.errors import PlanError
from whitecove.core.model import Role
from whitecove.gui.document import Document
from whitecove.studio import edits
from whitecove.studio.arrangement import put_back
from whitecove.studio.edits import Change


class Rearrange(QUndoCommand):
    """An edit that is done already."""

    def __init__(self, document: Document, text: str, change: Change) -> None:
        super().__init__(text)
        self._document, self._change = document, change
        self._is_done = True

    def redo(self) -> None:
        if self._is_done:
            self._is_done = False
            self._document.touch(set(self._change.skus))
        else:
            self._document.touch(put_back(self._document.session, self._change.after))

    def undo(self) -> None:
        self._document.touch(put_back(self._document.session, self._change.before))


class Arranging(QObject):
    """What a person may do to products and photos. Photos of which nothing is known yet are left alone.

    ``refused`` says in a sentence why something could not be done. ``rival_found`` (SKU, and that of the other) asks
    whether two products that would be called the same shall become one: `merge` does it.
    """

    refused = Signal(str)
    rival_found = Signal(object, object)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        document.arrived.connect(self._get_ready)

    def rename(self, sku: str, text: str) -> bool:
        """Calls a product ``text``; whether it is called so now."""
        session = self._document.session
        if not self._is_known(sku) or text.strip() == sku:
            return False
        try:
            name = edits.checked_name(session, text)
        except PlanError as error:
            self.refused.emit(str(error))
            return False
        rival = edits.rival(session, sku, name)
        if rival is not None:
            self.rival_found.emit(sku, rival)
            return False
        return self._do(self.tr("Rename"), edits.rename(session, sku, name))

    def merge(self, skus: Sequence[str], into: str) -> bool:
        """Puts products together into one of them."""
        known = [sku for sku in skus if self._is_known(sku)]
        merged = edits.merge(self._document.session, known, into) if self._is_known(into) else None
        return merged is not None and self._do(self.tr("Put together"), merged)

    def move(self, keys: Sequence[str], sku: str) -> bool:
        """Moves photos into another product."""
        known = self._known(keys)
        if not known or not self._is_known(sku):
            return False
        text = self.tr("Move a photo") if len(known) == 1 else self.tr("Move photos")
        return self._do(text, edits.move(self._document.session, known, sku))

    def split(self, keys: Sequence[str]) -> bool:
        """Makes a product of photos, unless they are one by themselves."""
        session, known = self._document.session, self._known(keys)
        if not known or set(known) == set(session.products[session.shots[known[0]].sku].keys):
            return False
        try:
            return self._do(self.tr("Make a product"), edits.split(session, known))
        except PlanError as error:
            self.refused.emit(str(error))
            return False

    def remove(self, keys: Collection[str]) -> bool:
        """Takes photos out of the project."""
        known = self._known(list(keys))
        if not known:
            return False
        text = self.tr("Take out a photo") if len(known) == 1 else self.tr("Take out photos")
        return self._do(text, edits.remove(self._document.session, known))

    def place(self, key: str, number: int) -> bool:
        """Makes a photo the main picture (1), or the detail at ``number`` − 1."""
        if not self._known([key]):
            return False
        text = self.tr("Make it the main picture") if number == 1 else self.tr("Change the order")
        return self._do(text, edits.place(self._document.session, key, number))

    def use(self, key: str) -> bool:
        """Uses a photo that was kept aside, at the last place there is."""
        return self.place(key, 1 + self._document.session.details)

    def set_aside(self, keys: Sequence[str]) -> bool:
        """Keeps photos aside."""
        known = self._known(keys)
        if not known:
            return False
        return self._do(self.tr("Keep aside"), edits.set_role(self._document.session, known, Role.UNUSED))

    def reorder(self, sku: str, keys: Sequence[str], moved: Collection[str]) -> bool:
        """Brings a product's photos into another order."""
        if not self._is_known(sku):
            return False
        return self._do(self.tr("Change the order"), edits.reorder(self._document.session, sku, keys, moved))

    def _get_ready(self) -> None:
        """Loads what names are checked with before the first is typed."""
        with suppress(PlanError):
            edits.safe(self._document.session, "")

    def _do(self, text: str, change: Change) -> bool:
        if change:
            self._document.undo_stack.push(Rearrange(self._document, text, change))
        return bool(change)

    def _is_known(self, sku: str) -> bool:
        product = self._document.session.products.get(sku)
        return product is not None and not product.provisional

    def _known(self, keys: Sequence[str]) -> list[str]:
        shots = self._document.session.shots
        return [key for key in dict.fromkeys(keys) if key in shots and self._is_known(shots[key].sku)]
