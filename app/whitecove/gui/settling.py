"""Photos that were corrected after they were made are made again by themselves, as soon as that disturbs nobody."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot

from whitecove.gui.document import Document
from whitecove.gui.progress import Phase
from whitecove.gui.touching import Touching
from whitecove.studio.asks import Prepared

# After the last change, so long is waited: a person may go on.
QUIET_MS = 900


class Settling(QObject):
    """Prepares what changed, but for the photo that is being touched up, and nothing while something else goes on."""

    def __init__(self, document: Document, touching: Touching, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._touching = document, touching
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(QUIET_MS)
        self._timer.timeout.connect(self.settle)
        touching.photo_changed.connect(self._later)
        touching.ended.connect(self._later)
        document.prepared.connect(self._after)
        document.replaced.connect(self._later)

    @Slot()
    def settle(self) -> None:
        """Prepares what changed, now."""
        session = self._document.session
        if self._document.progress.phase is not Phase.IDLE or session.out is None:
            return
        changed = [shot.key for shot in session.shots.values() if shot.changed and shot.key != self._touching.key]
        if changed:
            # What a person edited by hand in the output folder is not for a machine to replace unasked.
            self._document.prepare_only(changed, keep_edited=True)

    def _after(self, said: Prepared) -> None:
        """A batch ended; one that a person stopped stays so until they change something."""
        if not said.stopped:
            self._later()

    def _later(self) -> None:
        self._timer.start()
