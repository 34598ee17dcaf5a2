"""The main window: it makes the parts and puts them together."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QLabel, QListView, QMainWindow, QPushButton, QSplitter, QVBoxLayout, QWidget

from whitecove.gui.bridge import Bridge
from whitecove.gui.document import Document
from whitecove.gui.products.delegate import ProductDelegate
from whitecove.gui.products.model import ProductsModel, ProductsView
from whitecove.gui.products.thumbnails import Thumbnails


class Window(QMainWindow):
    """One project."""

    def __init__(self) -> None:
        super().__init__()
        self.bridge = Bridge(self)
        self.document = Document(self.bridge, self)
        self.thumbnails = Thumbnails(self.bridge, self)
        self.products = ProductsModel(self.document, self.thumbnails, self)
        self.shown = ProductsView(self.products, self)
        view = QListView()
        view.setModel(self.shown)
        view.setItemDelegate(ProductDelegate(view))
        view.setUniformItemSizes(True)
        button = QPushButton(self.tr("Prepare"))
        button.clicked.connect(self.document.prepare)
        self.status = QLabel()
        side = QWidget()
        layout = QVBoxLayout(side)
        for each in (button, view, self.status):
            layout.addWidget(each)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(side)
        self.setCentralWidget(splitter)
        self.document.progress_changed.connect(self._progress)
        self.resize(1280, 800)

    def _progress(self) -> None:
        progress = self.document.progress
        self.status.setText(self.tr("{done} of {total}").format(done=progress.done, total=progress.total))

    def closeEvent(self, event: QCloseEvent) -> None:
        self.bridge.close()
        super().closeEvent(event)
