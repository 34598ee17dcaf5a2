"""The checks panel, on the samples as they were really prepared and on results made up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.batch.made_up import finding, rendition
from tests.gui.panels.conftest import Kept, Quiet, content, find_shot
from whitecove.core.corrections.values import Hole, Point
from whitecove.core.model import Box, Outcome, PhotoResult, Severity, Slot, State
from whitecove.gui.document import Document
from whitecove.gui.panels.checks import Checks
from whitecove.gui.panels.fixes import Intent
from whitecove.gui.panels.folding import Folding
from whitecove.gui.panels.rule_book import rule_book
from whitecove.gui.panels.rule_row import RuleRow
from whitecove.gui.panels.shown import Kind, doubts, grouped, offered_for, reasons_in, trusted_score
from whitecove.gui.panels.wrapped import Wrapped
from whitecove.gui.theme.badge import Badge
from whitecove.gui.theme.segments import SegmentedControl
from whitecove.studio.asks import Decide, Prepare
from whitecove.studio.items import Shot

Widget = TypeVar("Widget", bound=QWidget)


@pytest.fixture
def checks(qtbot: QtBot, document: Document, history: Kept) -> Checks:
    panel = Checks(document, history)
    qtbot.addWidget(panel)
    panel.resize(320, 800)
    panel.show()
    return panel


def all_of(panel: Checks, kind: type[Widget]) -> list[Widget]:
    return [each for each in content(panel).findChildren(kind) if each.isVisibleTo(panel)]


def texts(panel: Checks) -> list[str]:
    return [label.said for label in all_of(panel, Wrapped)]


def button(panel: Checks, text: str) -> QPushButton:
    found = [each for each in all_of(panel, QPushButton) if each.text() == text]
    assert found, f"{text} is not among {[each.text() for each in all_of(panel, QPushButton)]}"
    return found[0]


def press(qtbot: QtBot, panel: Checks, text: str) -> None:
    QTest.mouseClick(button(panel, text), Qt.MouseButton.LeftButton)


def made_up(shot: Shot, reason: str, *, state: State = State.REVIEW, findings: tuple[object, ...] = ()) -> None:
    """``shot`` with one picture in that state."""
    made = replace(rendition("x.jpg", state), reason=reason, findings=findings)  # type: ignore[arg-type]
    facts = shot.result.facts if shot.result else None
    shot.state = state
    shot.result = PhotoResult(state=state, reason=reason, facts=facts, renditions=(made,))


def test_nothing_is_shown_of_no_photo(checks: Checks) -> None:
    assert texts(checks) == ["Choose a photo to see its checks."]


def test_a_ready_photo_says_so_with_its_score_and_its_passes_folded(checks: Checks, document: Document) -> None:
    checks.set_photo(find_shot(document, "mug"))
    assert all_of(checks, Badge)[0].state is State.READY
    assert "Ready to deliver." in texts(checks)
    groups = {each.button.text().partition(" (")[0]: each for each in all_of(checks, Folding)}
    assert not groups["Fine"].is_open
    assert all(row.row.kind is not Kind.PASS for row in all_of(checks, RuleRow))


def test_passes_are_listed_once_unfolded_and_stay_so_for_the_next_photo(
    qtbot: QtBot, checks: Checks, document: Document
) -> None:
    checks.set_photo(find_shot(document, "mug"))
    fine = next(each for each in all_of(checks, Folding) if each.button.text().startswith("Fine"))
    QTest.mouseClick(fine.button, Qt.MouseButton.LeftButton)
    rules = {row.row.rule for row in all_of(checks, RuleRow) if row.row.kind is Kind.PASS}
    assert {"background.white", "file.bytes", "pixels.aspect"} <= rules
    checks.set_photo(find_shot(document, "lamp_main"))
    assert any(row.row.kind is Kind.PASS for row in all_of(checks, RuleRow))


def test_each_row_has_a_name_what_was_measured_and_why_it_matters(checks: Checks, document: Document) -> None:
    checks.set_photo(find_shot(document, "vase"))
    white = next(row for row in all_of(checks, RuleRow) if row.row.rule == "background.white")
    assert white.row.name == "White background"
    assert white.row.measured.startswith("background is ")
    assert "not 255" in white.row.measured
    assert white.row.why
    assert white.toolTip() == white.row.why


def test_show_gives_the_box_in_the_picture(qtbot: QtBot, checks: Checks, document: Document) -> None:
    checks.set_photo(find_shot(document, "vase"))
    white = next(row for row in all_of(checks, RuleRow) if row.row.rule == "background.white")
    with qtbot.waitSignal(checks.show_box) as told:
        QTest.mouseClick(white.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert told.args == [white.row.where]
    assert isinstance(white.row.where, Box)


def test_a_hole_is_opened_with_one_click_and_closed_by_undo(
    qtbot: QtBot, checks: Checks, document: Document, history: Kept
) -> None:
    shot = find_shot(document, "vase")
    checks.set_photo(shot)
    press(qtbot, checks, "Open this hole")
    assert shot.corrections is not None
    (step,) = shot.corrections.steps
    assert isinstance(step, Hole)
    assert shot.result is not None
    assert shot.result.facts is not None
    assert (shot.corrections.width, shot.corrections.height) == (shot.result.facts.width, shot.result.facts.height)
    assert Point(0, 0) < step.point < Point(shot.corrections.width, shot.corrections.height)
    assert any("Changed since it was prepared" in text for text in texts(checks))
    history.stack(shot.key).undo()
    assert shot.corrections is None


def test_a_fix_that_needs_the_picture_is_the_windows(qtbot: QtBot, checks: Checks, document: Document) -> None:
    checks.set_photo(find_shot(document, "vase"))
    with qtbot.waitSignal(checks.fix_wanted) as told:
        press(qtbot, checks, "Correct the edge")
    assert told.args is not None
    assert told.args[0] == Intent.TOUCH_UP.value


def test_a_doubtful_cutout_can_be_approved_at_once(
    qtbot: QtBot, checks: Checks, document: Document, bridge: Quiet
) -> None:
    shot = find_shot(document, "bottle")
    checks.set_photo(shot)
    press(qtbot, checks, "Use it as it is")
    (ask,) = [ask for ask in bridge.asks if isinstance(ask, Decide)]
    assert (ask.kind, [name for _, name, _ in ask.results]) == ("approve", [shot.photo.name])


def test_approving_is_not_offered_where_it_is_not_enough(checks: Checks, document: Document) -> None:
    checks.set_photo(find_shot(document, "vase"))
    assert "Use it as it is" not in [each.text() for each in all_of(checks, QPushButton)]


@pytest.mark.parametrize(
    ("rule", "words", "holds"),
    [
        ("subject.fill", "Show it larger", lambda shot, _: shot.corrections.adjust.fill == 0.9),
        ("subject.edge_lost", "Shade its edge", lambda shot, _: shot.corrections.adjust.keep_edges is True),
        ("subject.edge_lost", "Keep its shadow", lambda shot, _: shot.corrections.adjust.shadow == "own"),
        ("file.bytes", "Allow padding", lambda _, document: document.session.options.pad_bytes),
    ],
)
def test_one_click_fixes(
    qtbot: QtBot, checks: Checks, document: Document, rule: str, words: str, holds: Callable[[Shot, Document], bool]
) -> None:
    shot = find_shot(document, "mug")
    broken = replace(finding(rule, Outcome.FAIL), fix="The picture has too little detail for it.")
    made_up(shot, "", state=State.READY, findings=(broken,))
    checks.set_photo(shot)
    press(qtbot, checks, words)
    assert holds(shot, document)


def test_a_failed_photo_says_what_to_do_copies_details_and_tries_again(
    qtbot: QtBot, checks: Checks, document: Document, bridge: Quiet
) -> None:
    shot = find_shot(document, "bottle")
    reason = "The JPEG file ends too early: a part of the picture is missing. Copy it again from the camera or phone."
    shot.state, shot.reason = State.FAILED, reason
    shot.result = PhotoResult(state=State.FAILED, reason=reason, facts=None)
    checks.set_photo(shot)
    assert reason in texts(checks)
    press(qtbot, checks, "Copy details")
    assert reason in QGuiApplication.clipboard().text()
    press(qtbot, checks, "Try again")
    (ask,) = [ask for ask in bridge.asks if isinstance(ask, Prepare)]
    assert [photo.name for listing in ask.job.listings for photo in listing.photos] != []


def test_several_pictures_of_one_photo_are_switched(qtbot: QtBot, checks: Checks, document: Document) -> None:
    shot = find_shot(document, "mug")
    main, variant = rendition("a.jpg", State.READY), rendition("b.jpg", State.REVIEW, Slot.VARIANT)
    shot.result = PhotoResult(state=State.REVIEW, reason="", facts=None, renditions=(main, variant))
    shot.state = State.REVIEW
    checks.set_photo(shot)
    (switch,) = all_of(checks, SegmentedControl)
    with qtbot.waitSignal(checks.picture_chosen) as told:
        QTest.mouseClick(switch.button("1"), Qt.MouseButton.LeftButton)
    assert told.args == [variant]
    assert all_of(checks, Badge)[0].state is State.REVIEW


def test_what_concerns_the_whole_product_is_said_apart(checks: Checks, document: Document) -> None:
    checks.set_photo(find_shot(document, "mug"))
    assert "The product's pictures together" in texts(checks)
    assert any(row.row.rule == "set.details" for row in all_of(checks, RuleRow))
    assert all(row.row.points == 0 for row in all_of(checks, RuleRow) if row.row.rule.startswith("set."))


def test_it_follows_its_photo(checks: Checks, document: Document) -> None:
    shot = find_shot(document, "mug")
    checks.set_photo(shot)
    shot.state, shot.result = State.WAITING, None
    document.photos_changed.emit({shot.key})
    assert all_of(checks, Badge)[0].state is State.WAITING
    del document.session.shots[shot.key]
    document.reset.emit()
    assert checks.shot is None


# --- the values behind it


def test_findings_are_grouped_the_worst_first_and_none_is_lost() -> None:
    found = (
        finding("file.format"),
        finding("file.bytes", Outcome.FAIL),
        finding("subject.fill", Outcome.FAIL, Severity.WARNING),
        finding("pixels.recommended", Outcome.FAIL, Severity.INFO),
        finding("overlay.text", Outcome.NOT_MEASURED),
    )
    groups = grouped(found, rendition("x", State.REVIEW), rule_book("aliexpress"))
    assert list(groups) == list(Kind)
    assert [row.rule for rows in groups.values() for row in rows] == [
        "file.bytes", "subject.fill", "pixels.recommended", "overlay.text", "file.format",
    ]  # fmt: skip


def test_a_score_is_only_shown_where_its_lost_points_add_up(document: Document) -> None:
    made = find_shot(document, "vase").rendition
    assert made is not None
    book = rule_book("aliexpress")
    assert trusted_score(made, book) == made.score
    assert trusted_score(replace(made, score=99), book) is None
    assert trusted_score(made, None) is None


def test_a_rules_reason_is_said_by_its_name_and_a_doubt_is_shown_where_it_lies(document: Document) -> None:
    made = find_shot(document, "vase").rendition
    assert made is not None
    first, second, *_ = doubts(made)
    assert first.sentence.startswith("White background: background is ")
    assert not first.fixes
    doubt = next(each for each in made.findings if each.rule == "subject.doubt")
    assert second.where == doubt.where
    assert "engine" not in " ".join(each.sentence for each in doubts(made))


def test_a_reason_falls_into_its_sentences() -> None:
    assert reasons_in("") == []
    assert reasons_in("One thing. Another thing, at the top.") == ["One thing.", "Another thing, at the top."]


def test_only_a_doubtful_cutout_is_offered_other_ways() -> None:
    broken = replace(finding("file.bytes", Outcome.FAIL), measured="90 KB", required="512 KB")
    made = replace(rendition("x", State.REVIEW), findings=(broken,), reason="file.bytes: 90 KB, required 512 KB. Fix.")
    assert offered_for(made) == ()
    assert offered_for(replace(made, state=State.READY, reason="")) == ()
