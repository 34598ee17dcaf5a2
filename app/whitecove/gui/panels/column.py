"""What all panels of the right side are made of: a column of widgets, and an ear to the photo that is shown."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFrame, QLayout, QSizePolicy, QVBoxLayout, QWidget

from whitecove.gui.document import Document
from whitecove.gui.theme.tokens import METRICS
from whitecove.studio.items import Shot


class Column(QFrame):
    """Widgets below each other, as wide as the panel."""

    def __init__(self, margin: int = METRICS.margin) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(margin, margin, margin, margin)
        self._layout.setSpacing(METRICS.gap)

    def add(self, widget: QWidget, align: Qt.AlignmentFlag = Qt.AlignmentFlag(0)) -> None:  # noqa: B008 (a constant)
        """One more widget."""
        self._layout.addWidget(widget, 0, align)

    def add_layout(self, layout: QLayout) -> None:
        """One more row."""
        self._layout.addLayout(layout)

    def end(self) -> None:
        """All that is left stays empty."""
        self._layout.addStretch(1)


class Panel(Protocol):
    """Shows a photo."""

    @property
    def shot(self) -> Shot | None: ...

    def set_photo(self, shot: Shot | None) -> None: ...

    def refresh(self) -> None: ...


class _Follower(QObject):
    """Tells a panel when its photo is another one."""

    def __init__(self, document: Document, panel: Panel, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._panel = document, panel
        document.photos_changed.connect(self._photos)
        document.products_changed.connect(self._products)
        document.options_changed.connect(panel.refresh)
        document.reset.connect(self._all)

    def _photos(self, keys: set[str]) -> None:
        if self._panel.shot and self._panel.shot.key in keys:
            self._panel.refresh()

    def _products(self, skus: set[str]) -> None:
        if self._panel.shot and self._panel.shot.sku in skus:
            self._panel.refresh()

    def _all(self) -> None:
        if self._panel.shot:
            self._panel.set_photo(self._document.session.shots.get(self._panel.shot.key))


def following(document: Document, panel: Panel) -> None:
    """From now on ``panel``, a `QObject`, is told when what it shows changed."""
    assert isinstance(panel, QObject)  # noqa: S101 (a protocol cannot say so)
    _Follower(document, panel, panel)
