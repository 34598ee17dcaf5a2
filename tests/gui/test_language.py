"""The window's language: chosen, read, counted, and held at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.gui.pseudo import BEGIN, END, clipped, plain_texts
from whitecove.core.model import Slot
from whitecove.gui import language, sentences
from whitecove.gui.plain_words import said
from whitecove.gui.speaking import tongue
from whitecove.gui.state_words import place_words

SAMPLE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru">
<context><name>Arrivals</name>
<message numerus="yes"><source>%Ln photos</source><translation>
<numerusform>%Ln фото один</numerusform>
<numerusform>%Ln фото мало</numerusform>
<numerusform>%Ln фото много</numerusform>
</translation></message>
<message><source>Later</source><translation>Позже</translation></message>
<message><source>Leave</source><translation type="unfinished">?</translation></message>
</context>
<context><name>Sentence</name>
<message><source>background is {1}, not 255, {2}</source><translation>фон {1}, не 255 ({2})</translation></message>
<message><source>in {1}</source><translation>всего {1}</translation></message>
<message><source>{1} pixels</source><translation>{1} пикселей</translation></message>
<message><source>The {format} file is damaged.</source><translation>Файл {format} повреждён.</translation></message>
<message><source>at the top</source><translation>вверху</translation></message>
<message><source>The product found is tiny.</source><translation>Товар слишком мал.</translation></message>
</context>
</TS>
"""


@pytest.fixture
def speaking(qapp: QApplication) -> Iterator[QApplication]:
    """The program; it speaks English again afterwards."""
    before = QLocale()
    yield qapp
    language.speak(qapp, "en")
    QLocale.setDefault(before)


@pytest.fixture
def russian(speaking: QApplication, tmp_path: Path) -> QApplication:
    file = tmp_path / "whitecove_ru.ts"
    file.write_text(SAMPLE, "utf-8")
    language.use(speaking, language.Catalogue(file), QLocale("ru"))
    return speaking


def photos(count: int) -> str:
    return QCoreApplication.translate("Arrivals", "%Ln photos", "", count)


def test_english_counts(speaking: QApplication) -> None:
    assert language.speak(speaking, "en") == "en"
    QLocale.setDefault(QLocale("en_US"))
    assert [photos(count) for count in (0, 1, 2, 1234)] == ["0 photos", "1 photo", "2 photos", "1,234 photos"]


@pytest.mark.usefixtures("russian")
def test_each_language_counts_by_its_own_rule() -> None:
    said_ = {count: photos(count).rpartition(" ")[2] for count in (1, 21, 2, 104, 5, 11, 12, 111)}
    assert said_ == {1: "один", 21: "один", 2: "мало", 104: "мало", 5: "много", 11: "много", 12: "много", 111: "много"}


@pytest.mark.usefixtures("russian")
def test_what_is_not_finished_stays_english() -> None:
    assert QCoreApplication.translate("Arrivals", "Later") == "Позже"
    assert QCoreApplication.translate("Arrivals", "Leave") == "Leave"


@pytest.mark.usefixtures("russian")
def test_sentences_of_the_core_are_recognised() -> None:
    assert said("background is 247, 247, 245, not 255, in 2,503 pixels") == (
        "фон 247, 247, 245, не 255 (всего 2\u00a0503 пикселей)"
    )
    assert said("The JPEG file is damaged.") == "Файл JPEG повреждён."
    assert said("The product found is tiny, at the top.") == "Товар слишком мал, вверху."
    assert said("Nobody knows this.") == "Nobody knows this."


@pytest.mark.usefixtures("russian")
def test_qts_own_words_follow() -> None:
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Отмена"


def test_english_leaves_the_core_as_it_is(speaking: QApplication) -> None:
    language.speak(speaking, "en")
    text = "background is 247, 247, 245, not 255, in 2,503 pixels"
    assert said(text) == text
    assert sentences.translated(text) == text


def test_a_language_that_nobody_wrote_is_english() -> None:
    assert language.wanted("xx")[0] == "en"
    assert language.wanted("en")[0] == "en"
    assert "en" in language.spoken()


def test_a_change_is_told_once(qtbot: QtBot, speaking: QApplication) -> None:
    with qtbot.waitSignal(tongue().changed):
        language.speak(speaking, "en")


def test_widgets_are_told(qtbot: QtBot, speaking: QApplication) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    language.use(speaking, None, QLocale("de"))
    assert label.locale().language() is QLocale.Language.German


def test_places_are_put_together(speaking: QApplication) -> None:
    language.speak(speaking, "en")
    assert place_words(Slot.DETAIL, 3, "red") == "Detail 3, red"
    assert place_words(Slot.MAIN) == "Main picture"


def test_the_measure_of_narrow_labels_can_fail(qtbot: QtBot) -> None:
    label = QLabel("A text that does not fit")
    qtbot.addWidget(label)
    label.setFixedWidth(20)
    assert list(clipped(label))
    assert list(plain_texts(label))
    label.setText(f"{BEGIN}A{END}")
    assert not list(plain_texts(label))
