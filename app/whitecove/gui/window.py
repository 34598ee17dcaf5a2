"""The main window: it makes the parts and puts them together."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QLabel, QMainWindow, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from whitecove.gui.bridge import Bridge
from whitecove.gui.document import Document
from whitecove.gui.products.parts import Products
from whitecove.gui.products.thumbnails import Thumbnails


class Window(QMainWindow):
    """One project."""

    def __init__(self) -> None:
        super().__init__()
        self.bridge = Bridge(self)
        self.document = Document(self.bridge, self)
        self.thumbnails = Thumbnails(self.bridge, self)
        self.products = Products(self.document, self.thumbnails, self)
        button = QPushButton(self.tr("Prepare"))
        button.clicked.connect(self.document.prepare)
        self.status = QLabel()
        side = QWidget()
        layout = QVBoxLayout(side)
        for each in (button, self.products.panel, self.status):
            layout.addWidget(each)
        self.middle = QStackedWidget()
        self.middle.addWidget(QWidget())
        self.middle.addWidget(self.products.grid)
        right = QWidget()
        column = QVBoxLayout(right)
        column.addWidget(self.middle, 1)
        column.addWidget(self.products.filmstrip)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(side)
        splitter.addWidget(right)
        splitter.setStretchFactor(1, 1)
        self.setCentralWidget(splitter)
        self.document.progress_changed.connect(self._progress)
        splitter.setSizes([300, 980])
        self.resize(1280, 800)

    def _progress(self) -> None:
        progress = self.document.progress
        self.status.setText(self.tr("{done} of {total}").format(done=progress.done, total=progress.total))

    def closeEvent(self, event: QCloseEvent) -> None:
        self.bridge.close()
        super().closeEvent(event)
