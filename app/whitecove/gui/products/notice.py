"""A strip above the list: why a name was refused, or whether two products of one name are one."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from whitecove.gui.products.commands import Arranging
from whitecove.gui.products.model import shown_name
from whitecove.gui.theme.tokens import METRICS
from whitecove.gui.theme.widgets import label, push_button, set_tone


class Notice(QFrame):
    """Hidden until there is something to say."""

    def __init__(self, arranging: Arranging, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "strip")
        self._arranging = arranging
        self._rivals = ("", "")
        self.text = label("")
        self.text.setWordWrap(True)
        self.merge, self.leave = push_button(""), push_button("", kind="quiet")
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch()
        row.addWidget(self.leave)
        row.addWidget(self.merge)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, METRICS.gap, 12, METRICS.gap)
        column.addWidget(self.text)
        column.addLayout(row)
        self.merge.clicked.connect(self._merge)
        self.leave.clicked.connect(self.hide)
        arranging.refused.connect(self.refuse)
        arranging.rival_found.connect(self.ask)
        self.hide()

    def refuse(self, sentence: str) -> None:
        """Says why something could not be done."""
        self._say("warning", sentence, self.tr("Close"), "")

    def ask(self, sku: str, rival: str) -> None:
        """Asks whether the product ``sku`` shall become one with the other that is called so."""
        self._rivals = sku, rival
        text = self.tr("There is a product “{name}” already. Put both together?").format(name=shown_name(rival))
        self._say("ask", text, self.tr("Leave it"), self.tr("Put together"))
        self.merge.setFocus()

    def _say(self, tone: str, text: str, leave: str, merge: str) -> None:
        set_tone(self, tone)
        self.text.setText(text)
        self.setAccessibleName(text)
        self.leave.setText(leave)
        self.merge.setText(merge)
        self.merge.setVisible(bool(merge))
        self.show()

    def _merge(self) -> None:
        self.hide()
        self._arranging.merge([self._rivals[0]], self._rivals[1])
