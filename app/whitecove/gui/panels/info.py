"""What is known of the photo that is shown: the file, how it was read and cut out, what was written, and why it is
where it is."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from whitecove.core.corrections.values import summary
from whitecove.core.model import Rendition, SourceFacts
from whitecove.gui.document import Document
from whitecove.gui.home_paths import as_written
from whitecove.gui.panels import facts_words
from whitecove.gui.panels.adjust_table import number_of_own
from whitecove.gui.panels.changing import adjust_of
from whitecove.gui.panels.column import Column, following
from whitecove.gui.panels.shown import picture_name, pictures_of
from whitecove.gui.panels.wrapped import Wrapped
from whitecove.gui.plain_words import cutout_made, said
from whitecove.gui.speaking import tongue
from whitecove.gui.theme.flow import row_of
from whitecove.gui.theme.tokens import METRICS
from whitecove.gui.theme.widgets import heading, push_button, rule
from whitecove.studio.files import places_of
from whitecove.studio.items import Shot

Pairs = list[tuple[str, str]]


class Info(QScrollArea):
    """Shows facts; changes nothing."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._shot: Shot | None = None
        self.setProperty("kind", "panel")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        following(document, self)
        tongue().changed.connect(self.refresh)
        self.refresh()

    @property
    def shot(self) -> Shot | None:
        """The photo that is shown."""
        return self._shot

    def set_photo(self, shot: Shot | None) -> None:
        """Shows what is known of ``shot``."""
        self._shot = shot
        self.refresh()
        self.verticalScrollBar().setValue(0)

    def refresh(self) -> None:
        """Shows the photo as it is now."""
        self.setAccessibleName(self.tr("Info"))
        column = Column()
        if self._shot is None:
            column.add(Wrapped(self.tr("Choose a photo to see what is known of it."), "muted"))
        else:
            self._fill_source(column, self._shot)
            self._fill_place(column, self._shot)
            for made in pictures_of(self._shot.result):
                self._fill_made(column, made)
        column.end()
        self.setWidget(column)

    # --- the photo

    def _fill_source(self, column: Column, shot: Shot) -> None:
        column.add(heading(self.tr("Photo")))
        column.add(Wrapped(shot.photo.path.name, "strong"))
        column.add(Wrapped(as_written(shot.photo.path.parent), "caption"))
        facts = shot.result.facts if shot.result else None
        if facts:
            column.add(_table(self._source_pairs(facts)))
            for note in facts.notes:
                column.add(Wrapped(said(note), "muted"))
        else:
            column.add(Wrapped(self.tr("More is known once it is prepared."), "muted"))
        buttons = [self._opening(shot.photo.path)]
        if facts:
            buttons.append(self._copying(self.tr("Copy SHA-256"), facts.sha256))
        column.add(row_of(*buttons))

    def _source_pairs(self, facts: SourceFacts) -> Pairs:
        pairs = [(self.tr("Size"), facts_words.pixels(facts.width, facts.height))]
        pairs.append((self.tr("File"), facts_words.file(facts.format, facts.bytes)))
        if facts.captured:
            pairs.append((self.tr("Taken"), _taken(facts.captured)))
        pairs.append((self.tr("Camera"), facts.camera or self.tr("It does not say")))
        pairs.append((self.tr("Colours"), facts_words.colours(facts)))
        pairs.append((self.tr("SHA-256"), facts_words.fingerprint(facts.sha256)))
        return pairs

    def _fill_place(self, column: Column, shot: Shot) -> None:
        column.add(rule())
        column.add(heading(self.tr("Place")))
        pairs = [(self.tr("Product"), shot.sku.partition("\0")[0])]
        if shot.variant:
            pairs.append((self.tr("Variant"), shot.variant))
        pairs.append((self.tr("Used as"), facts_words.role(shot.photo)))
        if shot.corrections:
            own = number_of_own(adjust_of(shot))
            counted = facts_words.counted(summary(shot.corrections.steps))
            parts = [counted] if counted else []
            parts += [self.tr("%Ln settings of its own", "", own)] if own else []
            pairs.append((self.tr("Corrected"), ", ".join(parts)))
        column.add(_table(pairs))
        for reason in shot.photo.reasons:
            column.add(Wrapped(said(reason), "muted"))

    # --- what was made of it

    def _fill_made(self, column: Column, made: Rendition) -> None:
        column.add(rule())
        column.add(heading(picture_name(made)))
        column.add(_table(self._made_pairs(made)))
        for note in (*map(said, made.notes), *(facts_words.sentence(said(change)) for change in made.changes)):
            column.add(Wrapped(note, "muted"))
        if not made.sha256:
            return
        buttons = [self._copying(self.tr("Copy SHA-256"), made.sha256)]
        if self._document.session.out:
            buttons.insert(0, self._opening(*places_of(made, self._document.session.out)))
        column.add(row_of(*buttons))

    def _made_pairs(self, made: Rendition) -> Pairs:
        pairs: Pairs = [(self.tr("Cut out"), cutout_made(made.engine))] if made.engine else []
        if made.doubt is not None:
            pairs.append((self.tr("Doubt"), facts_words.doubt(made.doubt)))
        if made.corrections:
            pairs.append((self.tr("Corrected"), facts_words.counted(made.corrections)))
        if made.decision:
            pairs.append((self.tr("Decided"), said(made.decision)))
        if made.file:
            pairs.append((self.tr("Written as"), made.file))
        if made.sha256:
            pairs.append((self.tr("Size"), facts_words.pixels(made.width, made.height)))
            pairs.append((self.tr("File"), facts_words.written(made)))
            pairs.append((self.tr("SHA-256"), facts_words.fingerprint(made.sha256)))
        return pairs

    # --- buttons

    def _opening(self, *places: Path) -> QWidget:
        button = push_button(self.tr("Open folder"), "folder-open")
        button.clicked.connect(partial(_open, places))
        return button

    def _copying(self, text: str, copied: str) -> QWidget:
        button = push_button(text, "copy")
        button.clicked.connect(partial(_copy, copied))
        return button


def _table(pairs: Pairs) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(METRICS.gap)
    grid.setVerticalSpacing(METRICS.gap_small)
    grid.setColumnStretch(0, 2)
    grid.setColumnStretch(1, 5)
    for row, (name, value) in enumerate(pairs):
        grid.addWidget(Wrapped(name, "muted"), row, 0, Qt.AlignmentFlag.AlignTop)
        shown = Wrapped(value)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid.addWidget(shown, row, 1, Qt.AlignmentFlag.AlignTop)
    return holder


def _taken(captured: str) -> str:
    """EXIF's time as the person writes it, or as it stands."""
    moment = QDateTime.fromString(captured[:19], "yyyy:MM:dd HH:mm:ss")
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat) if moment.isValid() else captured


def _open(places: tuple[Path, ...], _checked: bool = False) -> None:
    """Opens the folder of the first of ``places`` that is there."""
    place = next((each for each in places if each.exists()), places[0])
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(place.parent)))


def _copy(text: str, _checked: bool = False) -> None:
    QGuiApplication.clipboard().setText(text)
