"""Parts of the delivery: what is held back and why, and the summary at the end."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from whitecove.core.model import Slot
from whitecove.gui.pages.asking import show_outside
from whitecove.gui.pages.delivery_outlook import HeldBack, headline
from whitecove.gui.pages.figures import folder_words
from whitecove.gui.pages.figures import number as figure
from whitecove.gui.pages.furniture import Card, Page, Row, side_by_side
from whitecove.gui.plain_words import said as in_window_words
from whitecove.gui.theme.badge import Badge
from whitecove.gui.theme.picture import Picture
from whitecove.gui.theme.widgets import push_button
from whitecove.studio.asks import HandedOver

REPORT = "report.html"
NAMED_AT_MOST = 3
translate = QCoreApplication.translate


class HeldBackRow(Row):
    """Photos that are not ready, for one reason. ``fix_wanted`` carries their keys."""

    fix_wanted = Signal(object)

    def __init__(self, group: HeldBack) -> None:
        super().__init__(headline(group.more))
        self.group = group
        named = ", ".join(group.skus[:NAMED_AT_MOST])
        more = len(group.skus) - NAMED_AT_MOST
        if more > 0:
            named = self.tr("{names} and {number} more").format(names=named, number=figure(more))
        photos = self.tr("%Ln photos", "", len(group.keys))
        self.say(self.tr("{photos} · {products}").format(photos=photos, products=named))
        self.name.setToolTip(in_window_words(group.more))
        self.line.insertWidget(0, Badge(group.state))
        self.fix = push_button(self.tr("Fix first"))
        self.fix.setAccessibleName(self.tr("Fix first: {products}").format(products=named))
        self.fix.clicked.connect(self._clicked)
        self.add(self.fix)

    def _clicked(self) -> None:
        self.fix_wanted.emit(self.group.keys)


class Summary(Page):
    """What was delivered, what changed since the last time, and what stays."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.to = self.report = Path()
        self.column.insertWidget(0, Picture("check-circle", "ready", 40))
        self.facts = Card()
        self.open = push_button(self.tr("Open folder"), "folder-open")
        self.open_report = push_button(self.tr("Open report"), "external-link")
        self.open.clicked.connect(self._open)
        self.open_report.clicked.connect(self._open_report)
        self.add(self.facts)
        self.add(side_by_side(self.open, self.open_report))

    def show_result(self, said: HandedOver, out: Path | None) -> None:
        """Shows what came of it."""
        self.to, self.report = said.to, (out or said.to) / REPORT
        nothing = not said.files and not said.changes
        name = self.tr("%Ln files delivered", "", said.files)
        self.set_name(self.tr("Nothing changed") if nothing else name, folder_words(said.to, longest=90))
        self.facts.clear()
        for text, about in self._lines(said):
            row = Row(text, about)
            self.facts.add(row)
        self.open_report.setVisible(self.report.is_file())

    def _lines(self, said: HandedOver) -> list[tuple[str, str]]:
        lines = [self._since(said)]
        removed = said.changes.get("removed", 0)
        if removed:
            about = self.tr("changes.csv in the delivery names them.")
            lines.append(
                (self.tr("Files to delete where you uploaded them: {number}").format(number=figure(removed)), about)
            )
        if said.not_ready:
            text = self.tr("Pictures that are not ready, and were not delivered: {number}")
            lines.append((text.format(number=figure(said.not_ready)), ""))
        if said.left:
            about = self.tr("They were delivered earlier and edited since. Move them away before you upload.")
            text = self.tr("Stays there: {files}").format(files=", ".join(said.left[:NAMED_AT_MOST]))
            lines.append((text, about))
        return lines

    def _since(self, said: HandedOver) -> tuple[str, str]:
        if said.first:
            return self.tr("The first delivery: all of it is new."), ""
        words = {
            "new": self.tr("new: {number}"),
            "replaced": self.tr("replaced: {number}"),
            "edited": self.tr("edited by hand: {number}"),
            "reordered": self.tr("moved: {number}"),
            "removed": self.tr("removed: {number}"),
        }
        parts = [words[kind].format(number=figure(number)) for kind, number in said.changes.items()]
        if not parts:
            return self.tr("Nothing changed since the last delivery."), ""
        return self.tr("Since the last delivery"), " · ".join(parts)

    def _open(self) -> None:
        show_outside(self.to.parent if self.to.is_file() else self.to)

    def _open_report(self) -> None:
        show_outside(self.report)


def ready_words(files: int, products: int, slots: Mapping[Slot, int]) -> str:
    """What goes, in a sentence."""
    if not files:
        return translate("Deliver", "Nothing is ready yet.")
    text = translate("Deliver", "Ready: {files} of {products}").format(
        files=translate("Deliver", "%Ln files", "", files), products=translate("Deliver", "%Ln products", "", products)
    )
    words = {
        Slot.MAIN: translate("Deliver", "%Ln main pictures", "", slots.get(Slot.MAIN, 0)),
        Slot.DETAIL: translate("Deliver", "%Ln details", "", slots.get(Slot.DETAIL, 0)),
        Slot.VARIANT: translate("Deliver", "%Ln variants", "", slots.get(Slot.VARIANT, 0)),
    }
    parts = [words[slot] for slot in words if slots.get(slot)]
    return " · ".join([text, *parts])
