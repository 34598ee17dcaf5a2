"""The checks of the photo that is shown: where it stands and why, then a row a rule, the worst first."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from whitecove.core.model import Finding, Rendition, State
from whitecove.gui.document import Document
from whitecove.gui.panels.changing import History
from whitecove.gui.panels.column import Column, following
from whitecove.gui.panels.fixes import RETRY, Fix, Intent
from whitecove.gui.panels.fixing import Fixing, request_text
from whitecove.gui.panels.folding import Folding
from whitecove.gui.panels.gestures import Choice
from whitecove.gui.panels.reasons import Reasons
from whitecove.gui.panels.rule_book import rule_book
from whitecove.gui.panels.rule_row import RuleRow
from whitecove.gui.panels.shown import (
    LOOKS,
    Doubt,
    Kind,
    Row,
    doubts,
    grouped,
    offered_for,
    picture_name,
    pictures_of,
    title_of,
    trusted_score,
)
from whitecove.gui.panels.wrapped import Wrapped, plain
from whitecove.gui.plain_words import said
from whitecove.gui.speaking import tongue
from whitecove.gui.theme.badge import Badge
from whitecove.gui.theme.flow import row_of
from whitecove.gui.theme.segments import Segment, SegmentedControl
from whitecove.gui.theme.widgets import push_button, rule
from whitecove.studio.items import Shot

# More pictures of one photo, or longer names, are a list instead of a switch.
MOST_PARTS, MOST_LETTERS = 3, 30


class Checks(QScrollArea):
    """``show_box``: a box in the picture to look at. ``picture_chosen``: another `Rendition` of the photo is looked at.
    ``fix_wanted``: an `Intent` as text that the window must carry out, and the `Row` or `Doubt` that it is about."""

    show_box = Signal(object)
    picture_chosen = Signal(object)
    fix_wanted = Signal(object, object)

    def __init__(self, document: Document, history: History, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._fixing = Fixing(document, history)
        self._shot: Shot | None = None
        self._number = 0
        self._open: dict[Kind, bool] = {kind: look.is_open for kind, look in LOOKS.items()}
        self.setProperty("kind", "panel")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it has the focus
        following(document, self)
        tongue().changed.connect(self.refresh)
        self.refresh()

    @property
    def shot(self) -> Shot | None:
        """The photo that is shown."""
        return self._shot

    def set_photo(self, shot: Shot | None) -> None:
        """Shows the checks of ``shot``."""
        if shot is not self._shot:
            self._number = 0
        self._shot = shot
        self.refresh()
        self.verticalScrollBar().setValue(0)

    def show_picture(self, made: Rendition) -> None:
        """Shows the checks of one of the photo's pictures."""
        pictures = pictures_of(self._shot.result) if self._shot else []
        if made in pictures:
            self._number = pictures.index(made)
            self.refresh()

    def refresh(self) -> None:
        """Shows the photo as it is now."""
        self.setAccessibleName(self.tr("Checks"))
        column = Column()
        if self._shot is None:
            column.add(Wrapped(self.tr("Choose a photo to see its checks."), "muted"))
        elif self._shot.result is None:
            self._fill_waiting(column, self._shot)
        elif self._shot.state is State.FAILED:
            self._fill_failed(column, self._shot)
        else:
            self._fill(column, self._shot)
        column.end()
        self.setWidget(column)

    # --- a photo without a result, or that failed

    def _fill_waiting(self, column: Column, shot: Shot) -> None:
        column.add(Badge(shot.state), Qt.AlignmentFlag.AlignLeft)
        text = self.tr("It is checked when it is prepared.")
        if shot.state is State.WORKING:
            text = self.tr("It is being prepared; its checks come with the picture.")
        column.add(Wrapped(text, "muted"))

    def _fill_failed(self, column: Column, shot: Shot) -> None:
        column.add(Badge(shot.state), Qt.AlignmentFlag.AlignLeft)
        column.add(Wrapped(said(shot.reason)))
        again, copy = push_button(RETRY.label, "retry"), push_button(self.tr("Copy details"), "copy", "quiet")
        again.clicked.connect(self._retry)
        copy.clicked.connect(partial(self._copy, shot))
        column.add(row_of(again, copy))
        findings = shot.result.findings if shot.result else ()
        self._fill_groups(column, list(findings), None)

    # --- a photo with pictures

    def _fill(self, column: Column, shot: Shot) -> None:
        pictures = pictures_of(shot.result)
        self._number = min(self._number, max(0, len(pictures) - 1))
        made = pictures[self._number] if pictures else None
        if len(pictures) > 1:
            column.add(self._switch(pictures))
        column.add_layout(self._head(shot, made))
        self._fill_state(column, shot, made)
        column.add(rule())
        self._fill_groups(column, self._findings(shot, made), made)
        self._fill_product(column, shot)

    @staticmethod
    def _findings(shot: Shot, made: Rendition | None) -> list[Finding]:
        of_photo = shot.result.findings if shot.result else ()
        return [*(made.findings if made else ()), *of_photo]

    def _switch(self, pictures: list[Rendition]) -> QWidget:
        parts = [Segment(str(number), picture_name(each)) for number, each in enumerate(pictures)]
        if len(parts) > MOST_PARTS or sum(len(part.text) for part in parts) > MOST_LETTERS:
            return self._list(parts)
        switch = SegmentedControl(self.tr("Picture"), parts)
        switch.set_current(str(self._number))
        switch.changed.connect(self._choose)
        return switch

    def _list(self, parts: list[Segment]) -> QWidget:
        box = Choice()
        box.setAccessibleName(self.tr("Picture"))
        box.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for part in parts:
            box.addItem(part.text, part.key)
        box.setCurrentIndex(self._number)
        box.activated.connect(self._choose)
        return box

    def _head(self, shot: Shot, made: Rendition | None) -> QHBoxLayout:
        head = QHBoxLayout()
        head.addWidget(Badge(made.state if made else shot.state))
        head.addStretch(1)
        book = rule_book(self._document.session.options.profile)
        score = trusted_score(made, book) if made else None
        if score is not None:
            text = plain(self.tr("Score {score} of 100").format(score=score), "muted")
            text.setToolTip(self.tr("What costs points says so below."))
            text.setAccessibleName(self.tr("Score {score} of 100").format(score=score))
            head.addWidget(text)
        return head

    def _fill_state(self, column: Column, shot: Shot, made: Rendition | None) -> None:
        if shot.changed:
            column.add(Wrapped(self.tr("Changed since it was prepared: Prepare makes it anew."), "muted"))
        if made is None:
            column.add(Wrapped(said(shot.reason), "muted"))
        elif made.state is State.READY and not made.reason:
            decided = said(made.decision)
            text = self.tr("Ready: {decision}.").format(decision=decided) if decided else self.tr("Ready to deliver.")
            column.add(Wrapped(text))
        else:
            reasons = Reasons(doubts(made), offered=offered_for(made))
            reasons.show_wanted.connect(self.show_box)
            reasons.fix_wanted.connect(self._want)
            column.add(reasons)

    def _fill_product(self, column: Column, shot: Shot) -> None:
        product = self._document.session.products.get(shot.sku)
        findings = list(product.findings) if product else []
        if findings:
            column.add(rule())
            column.add(Wrapped(self.tr("The product's pictures together"), "heading"))
            self._fill_groups(column, findings, None)

    def _fill_groups(self, column: Column, findings: list[Finding], made: Rendition | None) -> None:
        book = rule_book(self._document.session.options.profile)
        for kind, rows in grouped(findings, made, book).items():
            title = self.tr("{group} ({count})").format(group=title_of(kind), count=len(rows))
            group = Folding(title, partial(self._fill_group, rows), opened=self._open[kind])
            group.toggled.connect(partial(self._remember, kind))
            column.add(group)

    def _fill_group(self, rows: list[Row], column: QVBoxLayout) -> None:
        for row in rows:
            shown = RuleRow(row)
            shown.show_wanted.connect(self.show_box)
            shown.fix_wanted.connect(partial(self._want, about=row))
            column.addWidget(shown)

    # --- what a click does

    def _remember(self, kind: Kind, is_open: bool) -> None:
        self._open[kind] = is_open

    def _choose(self, number: str | int) -> None:
        self._number = int(number)
        self.refresh()
        if self._shot:
            self.picture_chosen.emit(pictures_of(self._shot.result)[self._number])

    def _want(self, fix: Fix, about: object) -> None:
        if self._shot is None:
            return
        sentence = about.sentence if isinstance(about, Doubt) else ""
        if fix.intent is Intent.REQUEST_ORIGINAL:
            QGuiApplication.clipboard().setText(request_text([self._shot.photo.name]))
        elif not self._fixing.do(self._shot, fix, sentence):
            self.fix_wanted.emit(fix.intent.value, about)

    def _retry(self, _checked: bool = False) -> None:
        self._want(RETRY, self._shot)

    def _copy(self, shot: Shot, _checked: bool = False) -> None:
        QGuiApplication.clipboard().setText(f"{shot.photo.path}\n{said(shot.reason)}\n")
