"""Photos that are dragged: their keys, as what travels with the pointer."""

from __future__ import annotations

import json
from collections.abc import Sequence

from PySide6.QtCore import QMimeData

PHOTOS = "application/x-whitecove-photos"


def packed(keys: Sequence[str]) -> QMimeData:
    """Photos by their keys."""
    data = QMimeData()
    data.setData(PHOTOS, json.dumps(list(keys)).encode())
    return data


def unpacked(data: QMimeData) -> list[str]:
    """The keys of the photos that are dragged; none where something else is."""
    return list(json.loads(bytes(data.data(PHOTOS).data()))) if data.hasFormat(PHOTOS) else []
