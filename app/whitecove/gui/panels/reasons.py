"""Why a picture is not ready: a sentence each, where to look, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from whitecove.gui.panels.fixes import Fix
from whitecove.gui.panels.shown import Doubt
from whitecove.gui.panels.wrapped import Wrapped
from whitecove.gui.theme.flow import row_of
from whitecove.gui.theme.tokens import METRICS
from whitecove.gui.theme.widgets import push_button


class Reasons(QWidget):
    """``offered`` is what can be done about all of them. ``fix_wanted`` says a `Fix` and its `Doubt`, ``show_wanted``
    the box in the picture."""

    fix_wanted = Signal(object, object)
    show_wanted = Signal(object)

    def __init__(self, doubts: Sequence[Doubt], *, offered: Sequence[Fix]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(METRICS.gap)
        for doubt in doubts:
            column.addWidget(Wrapped(doubt.sentence))
            if doubt.where or doubt.fixes:
                column.addWidget(self._answers(doubt, doubt.fixes))
        named = {fix.intent for doubt in doubts for fix in doubt.fixes}
        general = [fix for fix in offered if fix.intent not in named]
        if general:
            column.addWidget(self._answers(Doubt(sentence="", where=None, fixes=()), general))

    def _answers(self, doubt: Doubt, fixes: Sequence[Fix]) -> QWidget:
        buttons: list[QPushButton] = []
        if doubt.where:
            buttons.append(push_button(self.tr("Show"), "eye"))
            buttons[-1].clicked.connect(partial(self._show, doubt))
        for fix in fixes:
            buttons.append(push_button(fix.label))
            buttons[-1].clicked.connect(partial(self._want, fix, doubt))
        return row_of(*buttons)

    def _want(self, fix: Fix, doubt: Doubt, _checked: bool = False) -> None:
        self.fix_wanted.emit(fix, doubt)

    def _show(self, doubt: Doubt, _checked: bool = False) -> None:
        self.show_wanted.emit(doubt.where)
