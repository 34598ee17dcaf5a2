"""The watched folder as the window knows it: on or off, why not, and what happened."""

from __future__ import annotations

from collections import deque
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from whitecove.core.options import Options
from whitecove.gui.bridge import FLOOR, Bridge
from whitecove.gui.pages.delivery_outlook import headline
from whitecove.gui.pages.preferences import Preferences
from whitecove.gui.pages.refusals import on_screen
from whitecove.gui.plain_words import said
from whitecove.gui.state_words import state_word
from whitecove.studio.asks import Refused
from whitecove.studio.out_folder import out_for
from whitecove.studio.watch_asks import BeginWatch, EndWatch, Happening, WatchEnded, WatchNews

KEPT_AT_MOST = 200


class Watcher(QObject):
    """``changed``: it is on, off, or has a ``reason`` why not. ``happened`` (`WatchNews`). The folders, and whether it
    is on at the next start, are in `Preferences`."""

    changed = Signal()
    happened = Signal(object)

    def __init__(self, bridge: Bridge, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._preferences = bridge, preferences
        self.is_on = False
        self.reason = ""
        self.log: deque[WatchNews] = deque(maxlen=KEPT_AT_MOST)
        self.latest: WatchNews | None = None
        bridge.listen(WatchNews, self._news)
        bridge.listen(WatchEnded, self._ended)
        bridge.listen(Refused, self._refused)
        bridge.lost.connect(self._lost)

    def begin_as_before(self) -> None:
        """Goes on watching, if that was on when the window was closed."""
        if self._preferences.now.watch and self._preferences.now.watch_folder:
            self.switch(True)

    def switch(self, wanted: bool) -> None:
        """Begins or ends to watch."""
        self._preferences.set(watch=wanted)
        if not wanted:
            self._bridge.send(FLOOR, EndWatch())
            return
        out = self.out()
        now = self._preferences.now
        if out is None:
            return
        self.is_on, self.reason = True, ""
        preset = Path(now.watch_preset) if now.watch_preset else None
        ask = BeginWatch(folder=Path(now.watch_folder), out=out, options=self._options(), preset=preset)
        self._bridge.send(FLOOR, ask)
        self.changed.emit()

    def out(self) -> Path | None:
        """Where pictures go; none while no folder is chosen."""
        now = self._preferences.now
        if now.watch_out:
            return Path(now.watch_out)
        return out_for([Path(now.watch_folder)]) if now.watch_folder else None

    def words(self, news: WatchNews) -> str:
        """What happened, in a line."""
        match news.happening:
            case Happening.BEGUN:
                return self.tr("Watching begins.")
            case Happening.WORKING:
                return self.tr("Work begins: %Ln photos.", "", news.total)
            case Happening.PHOTO:
                word = state_word(news.state) if news.state else ""
                return " · ".join(each for each in (word, news.name, headline(news.reason)) if each)
            case Happening.ROUND:
                return self.tr("%Ln photos came; all is up to date.", "", news.arrived)
        return said(news.reason)

    def counts_words(self) -> str:
        """What the delivery has by now."""
        if self.latest is None:
            return ""
        return "   ".join(f"{state_word(state)} {number}" for state, number in self.latest.counts.items())

    def _options(self) -> Options:
        return self._preferences.options()

    def _news(self, said: WatchNews) -> None:
        self.log.append(said)
        if said.happening is Happening.ROUND:
            self.latest = said
        self.happened.emit(said)

    def _ended(self, said: WatchEnded) -> None:
        self._off(on_screen(said.code, said.reason) if said.reason else "")

    def _refused(self, said: Refused) -> None:
        if isinstance(said.ask, BeginWatch):
            self._off(on_screen(said.code, said.sentence))

    def _lost(self, room: str) -> None:
        if room == FLOOR and self.is_on:
            self._off(self.tr("The work broke off. Switch it on again: it goes on from there."))

    def _off(self, reason: str) -> None:
        self.is_on, self.reason = False, reason
        self.changed.emit()
