"""Undo and redo: of strokes while a photo is touched up, of arranging otherwise."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoGroup

from whitecove.gui.actions import Actions
from whitecove.gui.document import Document
from whitecove.gui.products.selection import Selection
from whitecove.gui.touching import Touching


class Undoing(QObject):
    """The stack of whatever a person is at is the active one of ``group``: a photo's own while it is touched up, or
    after a hole was opened in it, else that of the project: how products are arranged, and what is set for photos."""

    def __init__(
        self, actions: Actions, group: QUndoGroup, document: Document, selection: Selection, touching: Touching
    ) -> None:
        super().__init__(document)
        self._group, self._document, self._selection, self._touching = group, document, selection, touching
        group.addStack(document.undo_stack)
        actions.on("undo", group.undo)
        actions.on("redo", group.redo)
        group.canUndoChanged.connect(actions["undo"].setEnabled)
        group.canRedoChanged.connect(actions["redo"].setEnabled)
        actions["undo"].setEnabled(False)
        actions["redo"].setEnabled(False)
        touching.photo_changed.connect(self._own)
        touching.began.connect(self._at_photo)
        touching.ended.connect(self._after_photo)
        document.undo_stack.indexChanged.connect(self._arranging)
        selection.current_changed.connect(self._arranging)
        self._arranging()

    def _own(self, key: str) -> None:
        """Something was drawn on a photo: undoing means that."""
        stack = self._touching.stack(key)
        if key == self._selection.current_key and stack.canUndo() and not self._document.undo_stack.isActive():
            self._group.setActiveStack(stack)

    def _at_photo(self) -> None:
        self._group.setActiveStack(self._touching.stack(self._touching.key))

    def _after_photo(self) -> None:
        """What was just drawn can be taken back until another photo is shown or something else is done."""
        if not self._group.canUndo():
            self._arranging()

    def _arranging(self) -> None:
        if not self._touching.key:
            self._group.setActiveStack(self._document.undo_stack)
