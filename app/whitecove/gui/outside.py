"""Out and back: the current photo in the person's own editor, and what they saved there taken back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QUndoCommand, QUndoStack

from whitecove.gui.bridge import EASEL, Bridge
from whitecove.gui.document import Document
from whitecove.gui.file_watch import FileWatch
from whitecove.gui.plain_words import said as in_window_words
from whitecove.studio import out_and_back
from whitecove.studio.easel_asks import Exported, Failed, Open, TakeBack, TakenBack
from whitecove.studio.editors import command
from whitecove.studio.items import Shot
from whitecove.studio.out_and_back import Version, find


class Step(Enum):
    """Where a photo is on its way."""

    GOING = auto()
    OUT = auto()
    COMING = auto()


@dataclass(slots=True)
class _Away:
    """A photo that is out as ``file``: what it came in as, and what the file had in it when we last knew. ``is_odd``:
    it was no whole photo at the last look."""

    file: Path
    origin: str
    step: Step = Step.GOING
    sha256: str = ""
    is_odd: bool = False

    @property
    def name(self) -> str:
        """What a person calls the photo."""
        return Path(self.origin).name


class Outside(QObject):
    """``going`` says the name of a photo that is made ready for the editor, ``opened`` of one that is open there now,
    ``came_back`` of one that was saved there; ``failed`` is a message's code and a sentence on what could not be done.
    ``editor`` is the person's command for it; empty: whatever the system opens TIFF files with."""

    going = Signal(object)
    opened = Signal(object)
    came_back = Signal(object)
    failed = Signal(str, str)

    def __init__(self, document: Document, bridge: Bridge, undo: QUndoStack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._bridge, self._undo = document, bridge, undo
        self.editor = ""
        self._mark = ""
        self._generation = 0
        self._away: dict[str, _Away] = {}
        self._watch = FileWatch(self)
        self._watch.written.connect(self._written)
        document.left.connect(self.close)
        self.close()
        bridge.listen(Exported, self._exported)
        bridge.listen(TakenBack, self._taken_back)
        bridge.listen(Failed, self._not_done)
        bridge.lost.connect(self._lost)

    def edit(self, ask: Open, shot: Shot) -> None:
        """Writes the photo with its cutout, as ``ask`` would open it, and opens it in the editor. What was saved there
        and is not back yet is never written over."""
        file = out_and_back.place_for(shot, self._mark)
        away = self._away.get(str(file))
        if away and away.step is Step.GOING:
            return
        if away and (away.step is Step.COMING or self._watch.is_written(file)):
            self._show(away)
            return
        self._watch.leave(file)
        self._away[str(file)] = away = _Away(file, shot.origin)
        self._generation += 1
        ask = replace(ask, generation=self._generation)
        export = ask.to(file, as_it_is=out_and_back.goes_as_it_is(shot))
        self._bridge.send(EASEL, replace(export, key=str(file)))
        self.going.emit(away.name)

    @Slot()
    def close(self) -> None:
        """The project is left: what is out does not come back. Another window, or the next project, may have the same
        photo out, as another file."""
        self._watch.close()
        self._away.clear()
        self._mark = uuid4().hex[:8]

    def _exported(self, said: Exported) -> None:
        away = self._away.get(said.key)
        if away:
            away.step, away.sha256 = Step.OUT, said.sha256
            self._watch.watch(away.file)
            self._show(away)

    def _show(self, away: _Away) -> None:
        """Opens it in the editor."""
        if not self.editor:
            if QDesktopServices.openUrl(QUrl.fromLocalFile(str(away.file))):
                self.opened.emit(away.name)
            else:
                text = self.tr("No program opens TIFF files here. Choose one in the settings, Projects and files.")
                self.failed.emit("", text)
            return
        if _started(self.editor, away.file):
            self.opened.emit(away.name)
        else:
            text = self.tr("{program} could not be started. Choose your editor in the settings, Projects and files.")
            self.failed.emit("", text.format(program=self.editor))

    @Slot(str)
    def _written(self, name: str) -> None:
        away = self._away.get(name)
        shot = find(self._document.session, away.origin) if away else None
        if away is None or shot is None:
            self._watch.leave(Path(name))
            return
        if away.step is Step.COMING:  # saved again meanwhile
            self._watch.look_again(away.file)
        elif away.step is Step.OUT:
            away.step = Step.COMING
            self._generation += 1
            folder = out_and_back.folder_for(shot)
            ask = TakeBack(key=name, generation=self._generation, file=away.file, known=away.sha256, folder=folder)
            self._bridge.send(EASEL, ask)

    def _taken_back(self, said: TakenBack) -> None:
        away = self._away.get(said.key)
        if away is None:
            return
        away.step, away.sha256, away.is_odd = Step.OUT, said.sha256, False
        shot = find(self._document.session, away.origin)
        if said.kept and shot:
            after = out_and_back.came_back(shot, said.kept, said.size)
            self._undo.push(_Replace(self._document, away.origin, after))
            self.came_back.emit(away.name)

    def _not_done(self, said: Failed) -> None:
        away = self._away.get(said.key)
        if away is None:
            return
        if away.step is Step.GOING:
            del self._away[said.key]
            text = self.tr("{name} was not opened in your editor. {reason}")
            self.failed.emit(said.code, text.format(name=away.name, reason=in_window_words(said.sentence)))
            return
        away.step = Step.OUT
        if away.is_odd and not self._watch.is_written(away.file):
            away.is_odd = False
            text = self.tr("What was saved of {name} in your editor cannot be read. Save it there again, as TIFF.")
            self.failed.emit(said.code, text.format(name=away.name))
        else:  # perhaps it was not finished
            away.is_odd = True
            self._watch.look_again(away.file)

    @Slot(str)
    def _lost(self, room: str) -> None:
        """The easel died: what was coming is asked for again."""
        if room != EASEL:
            return
        for key, away in list(self._away.items()):
            if away.step is Step.GOING:
                del self._away[key]
                text = self.tr("{name} could not be made ready for your editor. Try it again.")
                self.failed.emit("studio.lost", text.format(name=away.name))
            elif away.step is Step.COMING:
                away.step = Step.OUT
                self._watch.look_again(away.file)


def _started(editor: str, file: Path) -> bool:
    """Opens ``file`` in the program ``editor``; whether that could be started."""
    try:
        program, *words = command(editor, file)
    except ValueError:
        return False
    started: object = QProcess.startDetached(program, words)
    return bool(started[0] if isinstance(started, tuple) else started)


class _Replace(QUndoCommand):
    """A photo comes into another state. What is drawn in that state later belongs to it."""

    def __init__(self, document: Document, origin: str, after: Version) -> None:
        super().__init__(QCoreApplication.translate("Outside", "Edit in another program"))
        self._document, self._origin, self._other = document, origin, after

    def redo(self) -> None:
        shot = find(self._document.session, self._origin)
        if shot:
            now = out_and_back.version_of(shot)
            self._document.replace_photo(shot.key, self._other)
            self._other = now

    def undo(self) -> None:
        self.redo()
