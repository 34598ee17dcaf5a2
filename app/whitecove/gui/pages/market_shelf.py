"""The marketplaces as the window knows them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from whitecove.core.profiles import Profile
from whitecove.gui.bridge import FLOOR, Bridge
from whitecove.studio.model_asks import CheckMarketplace, ListMarketplaces, MarketplaceChecked, Marketplaces


class MarketShelf(QObject):
    """``changed``: `known` are there, by id. ``checked``: a file of rules was looked through."""

    changed = Signal()
    checked = Signal(object)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.known: dict[str, Profile] = {}
        bridge.listen(Marketplaces, self._listed)
        bridge.listen(MarketplaceChecked, self.checked.emit)

    def look(self) -> None:
        """Asks which there are, unless they are known: they do not change."""
        if not self.known:
            self._bridge.send(FLOOR, ListMarketplaces())

    def check(self, file: Path) -> None:
        """Has a file of rules looked through."""
        self._bridge.send(FLOOR, CheckMarketplace(file=file))

    def name_of(self, id_: str) -> str:
        """What a marketplace is called."""
        found = self.known.get(id_)
        return found.name if found else id_.capitalize()

    def choices(self) -> list[tuple[str, str]]:
        """Ids, and what they are called."""
        return [(each.id, each.name) for each in self.known.values()]

    def _listed(self, said: Marketplaces) -> None:
        self.known = {each.id: each for each in said.known}
        self.changed.emit()
