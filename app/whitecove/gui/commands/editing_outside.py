"""The photo in another program, by key: and what becomes of it there, said in a strip."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer

from whitecove.gui.actions import Actions
from whitecove.gui.outside import Outside
from whitecove.gui.pages.preferences import Preferences
from whitecove.gui.panels.strips import StripArea
from whitecove.gui.products.selection import Selection
from whitecove.gui.theme.strip import Tone
from whitecove.gui.touching import Touching

STRIP = "outside"
# So long it is said that a photo came back.
SEEN_MS = 8000


class EditingOutside(QObject):
    """Ties the action to `Outside`, which uses the editor of the settings."""

    def __init__(
        self,
        actions: Actions,
        outside: Outside,
        touching: Touching,
        selection: Selection,
        preferences: Preferences,
        strips: StripArea,
    ) -> None:
        super().__init__(outside)
        self._outside, self._touching, self._selection = outside, touching, selection
        self._preferences, self._strips = preferences, strips
        self._seen = QTimer(self)
        self._seen.setSingleShot(True)
        self._seen.setInterval(SEEN_MS)
        self._seen.timeout.connect(partial(strips.withdraw, STRIP))
        actions.on("edit-outside", self.edit)
        outside.going.connect(self._going)
        outside.opened.connect(self._opened)
        outside.came_back.connect(self._came_back)
        outside.failed.connect(self._failed)

    def edit(self) -> None:
        """The current photo goes out."""
        shot = self._selection.current_shot
        if shot:
            self._outside.editor = self._preferences.now.editor
            self._outside.edit(self._touching.ask(shot), shot)

    def _going(self, name: str) -> None:
        self._say("info", self.tr("{name} is being made ready for your editor.").format(name=name))

    def _opened(self, name: str) -> None:
        text = self.tr("{name} is open in your editor; save it there and it comes back.")
        self._say("info", text.format(name=name))

    def _came_back(self, name: str) -> None:
        self._say("done", self.tr("{name} came back from your editor.").format(name=name))
        self._seen.start()

    def _failed(self) -> None:
        self._seen.stop()
        self._strips.withdraw(STRIP)

    def _say(self, tone: Tone, text: str) -> None:
        self._seen.stop()
        self._strips.offer(STRIP, text, tone=tone)
