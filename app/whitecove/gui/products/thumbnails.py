"""Thumbnails that were made, and wishes for those that were not: a bounded memory of small pictures."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPixmap

from whitecove.core.model import Rendition
from whitecove.gui.bridge import GALLERY, Bridge
from whitecove.gui.images import image_of
from whitecove.studio.asks import ForgetThumbnails, Thumbnail, Thumbnailed
from whitecove.studio.files import places_of
from whitecove.studio.items import Shot

# Pixels of a long side: what is shown is never enlarged, and few sizes are kept.
SIDES = (128, 192, 320, 512)
BYTES_AT_MOST = 96_000_000
# What was wished for before this many others was scrolled away.
WISHES_AT_MOST = 90
# A picture with which the gallery died so often is not tried again.
TRIES = 3


@dataclass(frozen=True, slots=True)
class Wish:
    """What a thumbnail is to show: the picture that was made of a photo, else the photo itself. ``key`` stands for one
    content: what is made anew has another."""

    key: str
    photo: Path
    made: Rendition | None = None
    out: Path | None = None
    lies: Path | None = None

    @property
    def paths(self) -> tuple[Path, ...]:
        """Where it may lie."""
        if self.made is None or self.out is None:
            return (self.photo,)
        return (*((self.lies,) if self.lies else ()), *places_of(self.made, self.out))

    @property
    def sha256(self) -> str:
        """That of the file to show; empty: whatever the photo is."""
        return self.made.sha256 if self.made and self.out else ""


def wish_of(shot: Shot, out: Path | None, lies: Mapping[str, Path] = MappingProxyType({})) -> Wish:
    """The thumbnail of a photo; ``lies`` is where pictures were found, by their SHA-256."""
    made = shot.rendition
    if made is None or out is None:
        return Wish(shot.key, shot.photo.path)
    return Wish(f"{shot.key}\0{made.sha256}", shot.photo.path, made, out, lies.get(made.sha256))


class Thumbnails(QObject):
    """``ready`` says the key of a thumbnail that is there now, or could not be made.

    Only what is painted is wished for. The wishes of one painting go out together, and the gallery begins with the
    newest; those that were not painted for long are taken back.
    """

    ready = Signal(object)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._kept: OrderedDict[tuple[str, int], QPixmap | None] = OrderedDict()
        self._bytes = 0
        self._asked: OrderedDict[tuple[str, int], None] = OrderedDict()
        self._wished: dict[tuple[str, int], Wish] = {}
        self._died: dict[str, int] = {}
        self._missing: set[tuple[str, int]] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._ask)
        bridge.listen(Thumbnailed, self._came)
        bridge.lost.connect(self._lost)

    def get(self, wish: Wish, side: float, ratio: float = 1.0) -> QPixmap | None:
        """A thumbnail to be shown ``side`` device-independent pixels large. If it is not here it is wished for; until
        it comes, it may be one of another size, or that of the photo."""
        pixels = next((each for each in SIDES if each >= side * ratio), SIDES[-1])
        place = wish.key, pixels
        if place in self._kept:
            self._kept.move_to_end(place)
            return self._kept[place]
        if place in self._asked:
            self._asked.move_to_end(place)
        elif place not in self._missing:
            self._wished[place] = wish
            self._timer.start()
        until_then = (wish.key, wish.key.partition("\0")[0])
        places = ((key, each) for key in until_then for each in reversed(SIDES))
        other = next((found for place_ in places if (found := self._kept.get(place_))), None)
        if other is None and place in self._missing and wish.made:
            return self.get(Wish(str(wish.photo), wish.photo), side, ratio)
        return other

    def look_again(self) -> None:
        """Pictures that were not at their places may be there by now."""
        self._missing.clear()

    def has(self, key: str) -> bool:
        """Whether it was made in some size, or could not be."""
        return any((key, side) in self._kept for side in SIDES)

    def forget(self, key: str) -> None:
        """What it shows is another by now."""
        for side in SIDES:
            self._drop((key, side))

    def renew(self, key: str) -> None:
        """What it shows is another by now, and is seen."""
        self.forget(key)
        self.ready.emit(key)

    @property
    def held(self) -> int:
        """How many bytes of pictures are kept."""
        return self._bytes

    def _ask(self) -> None:
        """The last is made first: those that stand first on the screen go out last."""
        wished, self._wished = self._wished, {}
        for (key, side), wish in reversed(wished.items()):
            self._asked[key, side] = None
            self._bridge.send(GALLERY, Thumbnail(key=key, paths=wish.paths, side=side, sha256=wish.sha256))
        gone = []
        while len(self._asked) > max(WISHES_AT_MOST, len(wished)):
            gone.append(self._asked.popitem(last=False)[0][0])
        if gone:
            self._bridge.send(GALLERY, ForgetThumbnails(keys=tuple(gone)))

    def _came(self, said: Thumbnailed) -> None:
        place = said.key, said.side
        self._asked.pop(place, None)
        if said.missing and "\0" in said.key:  # a picture that was made: it is on its way to its place
            self._missing.add(place)
            self.ready.emit(said.key)
            return
        self._keep(place, QPixmap.fromImage(image_of(said.pixels)) if said.pixels else None)
        self.ready.emit(said.key)

    def _keep(self, place: tuple[str, int], pixmap: QPixmap | None) -> None:
        self._drop(place)
        self._kept[place] = pixmap
        self._bytes += _size(pixmap)
        while self._bytes > BYTES_AT_MOST and len(self._kept) > 1:
            self._drop(next(iter(self._kept)))

    def _drop(self, place: tuple[str, int]) -> None:
        if place in self._kept:
            self._bytes -= _size(self._kept.pop(place))

    def _lost(self, room: str) -> None:
        """The gallery died: what it had not made is wished for again, except what it may have died of."""
        if room != GALLERY:
            return
        asked, self._asked = self._asked, OrderedDict()
        for place in asked:
            self._died[place[0]] = self._died.get(place[0], 0) + 1
            if self._died[place[0]] >= TRIES:
                self._keep(place, None)
            self.ready.emit(place[0])


def _size(pixmap: QPixmap | None) -> int:
    return pixmap.width() * pixmap.height() * 4 if pixmap else 0
