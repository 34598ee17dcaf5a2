"""What is set for the current photo is seen at once: a preview, until the photo was prepared with it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from whitecove.core.adjust.values import UNTOUCHED
from whitecove.core.corrections.values import Corrections
from whitecove.core.model import Placement, Role
from whitecove.core.model import Slot as Picture
from whitecove.core.options import Options, with_values
from whitecove.core.wanted import wants_cutout
from whitecove.gui.bridge import EASEL, Bridge
from whitecove.gui.canvas.canvas import Canvas
from whitecove.gui.document import Document
from whitecove.gui.images import rgb_image
from whitecove.gui.panels.side import Side
from whitecove.gui.products.selection import Selection
from whitecove.gui.showing import Preview, Showing
from whitecove.gui.touching import Touching
from whitecove.studio.easel_asks import Compose, Composed, Failed, Open, Prefetch
from whitecove.studio.items import Shot

# The long side of a preview, in pixels: sharp when it is fitted into a large window, and quick.
SIDE = 1200
# A picture that is not there after so long is worth a note.
SOON_MS = 250
# Who stays at a photo for so long is not leafing through.
STAYS_MS = 600
# What pictures are made of photos, by what these are for; of others none is.
PICTURES = {Role.MAIN: Picture.MAIN, Role.DETAIL: Picture.DETAIL, Role.VARIANT: Picture.VARIANT}
# What of a photo's settings moves the product on its canvas.
PLACING = ("turn", "flip", "straighten", "engine", "fill", "stand", "details")


class Previewing(QObject):
    """Asks the easel what a changed photo will look like, one ask at a time, and gives that to `Showing`. ``said`` is
    a message's code and sentence on what could not be shown."""

    said = Signal(str, str)

    def __init__(
        self, canvas: Canvas, showing: Showing, touching: Touching, document: Document, selection: Selection
    ) -> None:
        super().__init__(document)
        self._canvas, self._showing, self._touching = canvas, showing, touching
        self._document, self._selection, self._bridge = document, selection, document.bridge
        self._generation = 0
        self._asked: Compose | None = None
        self._is_waiting = False
        self._side: Side | None = None
        self._expecting = QTimer(self, singleShot=True, interval=STAYS_MS)
        self._expecting.timeout.connect(self._expect)
        self._late = QTimer(self, singleShot=True, interval=SOON_MS)
        self._late.timeout.connect(self._say)
        touching.photo_changed.connect(self._changed)
        touching.began.connect(self._forget)
        touching.ended.connect(self.look)
        selection.current_changed.connect(self.look)
        document.photos_changed.connect(self._photos)
        document.reset.connect(self._again)
        self._listen(document.bridge)

    def _listen(self, bridge: Bridge) -> None:
        bridge.listen(Composed, self._composed)
        bridge.listen(Failed, self._failed)
        bridge.lost.connect(self._lost)

    @Slot()
    def look(self) -> None:
        """Shows the current photo as it will be, if that is not as it is."""
        self._forget()
        self._again()

    def watch(self, side: Side) -> None:
        """While the adjust panel is in front, something will probably be set for a photo one stays at."""
        self._side = side
        side.tabs.currentChanged.connect(self._expecting.start)
        self._selection.current_changed.connect(self._expecting.start)

    @Slot()
    def _expect(self) -> None:
        """Opens the current photo meanwhile; but not while a batch needs all there is."""
        shot = self._shot()
        is_in_front = self._side is not None and self._side.tabs.currentWidget() is self._side.adjust
        if shot and is_in_front and self._asked is None and not self._document.progress.is_running:
            self._bridge.send(EASEL, Prefetch(asks=(self._photo(shot),)))

    def _shot(self) -> Shot | None:
        """The current photo, if it is looked at before and after, and a picture is made of it."""
        shot = self._selection.current_shot
        return None if shot is None or self._touching.key or shot.photo.role not in PICTURES else shot

    @Slot(str)
    def _changed(self, key: str) -> None:
        if key == self._selection.current_key:
            self._again()

    @Slot(object)
    def _photos(self, keys: set[str]) -> None:
        """One that was prepared as it is set now is shown as it was written."""
        shot = self._shot()
        if shot and shot.key in keys and not is_ahead(shot):
            self._drop()

    @Slot()
    def _again(self) -> None:
        shot = self._shot()
        if shot is None or not is_ahead(shot) or self._touching.is_deadly(shot.key):
            self._drop()
        elif self._asked and self._asked.key == shot.key:
            self._is_waiting = True
        else:
            self._ask(shot)

    def _ask(self, shot: Shot) -> None:
        self._generation += 1
        self._is_waiting = False
        self._asked = Compose(
            key=shot.key,
            generation=self._generation,
            photo=self._photo(shot),
            slot=picture_of(shot),
            options=self._document.session.options,
            side=SIDE,
            placed=self._placed(shot),
        )
        self._bridge.send(EASEL, self._asked)
        self._late.start()

    def _photo(self, shot: Shot) -> Open:
        """What is opened of it: one that keeps its scene is not cut out for that."""
        ask = self._touching.ask(shot)
        is_cut = wants_cutout(picture_of(shot), options_of(shot, self._document.session.options))
        return ask if is_cut else replace(ask, engine="keep")

    def _placed(self, shot: Shot) -> Placement | None:
        """Where the product stays, if nothing moves it."""
        session, made = self._document.session, shot.rendition
        is_same = session.prepared_with == session.options and _places(shot.corrections) == _places(shot.made_with)
        return made.placement if made and is_same else None

    def _forget(self) -> None:
        """Nothing that is still on its way is wanted."""
        self._generation += 1
        self._asked, self._is_waiting = None, False
        self._quiet()

    def _quiet(self) -> None:
        self._late.stop()
        self._canvas.note.set("")

    @Slot()
    def _say(self) -> None:
        """It takes a moment, most likely because the photo is being opened."""
        self._canvas.note.set(self.tr("Preparing the preview…"))

    def _drop(self) -> None:
        self._forget()
        self._showing.end_preview()

    def _composed(self, said: Composed) -> None:
        asked, shot = self._asked, self._shot()
        if asked is None or said.generation != self._generation or shot is None or shot.key != said.key:
            return
        drawn = asked.photo.corrections
        self._asked = None
        self._quiet()
        preview = Preview(
            key=said.key,
            after=rgb_image(said.rgb, *said.size),
            placement=said.placement,
            canvas=said.canvas,
            geometry=(drawn.adjust if drawn else UNTOUCHED).geometry,
        )
        self._showing.preview(preview)
        if self._is_waiting:
            self._again()

    def _failed(self, said: Failed) -> None:
        if said.of is not Compose or said.generation != self._generation:
            return
        self._asked = None
        self._quiet()
        if self._is_waiting:
            self._again()
        else:
            self.said.emit(said.code, said.sentence)

    @Slot(str)
    def _lost(self, room: str) -> None:
        if room == EASEL:
            self.look()


def is_ahead(shot: Shot) -> bool:
    """Whether what was written of a photo, if anything was, is without what is corrected now."""
    return shot.corrections != (shot.made_with if shot.result else None)


def picture_of(shot: Shot) -> Picture:
    """Which picture of a photo is shown.

    Raises:
        KeyError: none is made of it.
    """
    made = shot.rendition
    is_same = made is not None and shot.made_at is not None and shot.made_at.role is shot.photo.role
    return made.slot if made and is_same else PICTURES[shot.photo.role]


def options_of(shot: Shot, options: Options) -> Options:
    """The batch's ``options`` with those over them that a photo has for itself."""
    own = shot.corrections.adjust.options if shot.corrections else {}
    return with_values(options, own) if own else options


def _places(corrections: Corrections | None) -> tuple[object, ...]:
    adjust = corrections.adjust if corrections else UNTOUCHED
    return (corrections.steps if corrections else (), *(getattr(adjust, name) for name in PLACING))
