"""Thumbnails that were made, and wishes for those that were not: a bounded memory of small pictures."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from whitecove.gui.bridge import GALLERY, Bridge
from whitecove.studio.asks import Thumbnail, Thumbnailed

# Some hundreds of small pictures: about 30 MB at 160 pixels.
KEPT_AT_MOST = 400


class Thumbnails(QObject):
    """``ready`` says the key of a thumbnail that is there now. A key stands for one content: who shows something else
    asks with another key."""

    ready = Signal(str)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._kept: OrderedDict[str, QPixmap | None] = OrderedDict()
        self._asked: set[str] = set()
        bridge.listen(Thumbnailed, self._came)

    def get(self, key: str, paths: Sequence[Path], side: int) -> QPixmap | None:
        """The thumbnail if it is here; else it is asked for, once."""
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        if key not in self._asked:
            self._asked.add(key)
            self._bridge.send(GALLERY, Thumbnail(key=key, paths=tuple(paths), side=side))
        return None

    def has(self, key: str) -> bool:
        """Whether it was made, or could not be."""
        return key in self._kept

    def forget(self, key: str) -> None:
        """What it shows is another by now."""
        self._kept.pop(key, None)
        self._asked.discard(key)

    def _came(self, said: Thumbnailed) -> None:
        self._asked.discard(said.key)
        pixels = said.pixels
        pixmap = None
        if pixels:
            form = QImage.Format.Format_RGBA8888 if pixels.alpha else QImage.Format.Format_RGB888
            stride = pixels.width * (4 if pixels.alpha else 3)
            pixmap = QPixmap.fromImage(QImage(pixels.data, pixels.width, pixels.height, stride, form))
        self._kept[said.key] = pixmap
        while len(self._kept) > KEPT_AT_MOST:
            self._kept.popitem(last=False)
        self.ready.emit(said.key)
