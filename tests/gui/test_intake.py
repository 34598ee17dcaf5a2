"""Ways in: what is dropped, pasted or given is taken, or said to be left out."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from whitecove.gui.frame.intake import Intake, files_in, pasted_picture


class Taken:
    """What an intake says."""

    def __init__(self, intake: Intake) -> None:
        self.photos: list[Path] = []
        self.projects: list[Path] = []
        self.left_out: list[str] = []
        intake.given.connect(self.photos.extend)
        intake.project.connect(self.projects.append)
        intake.left_out.connect(self.left_out.append)


@pytest.fixture
def intake(qtbot: QtBot) -> Intake:
    window = QMainWindow()
    qtbot.addWidget(window)
    return Intake(window)


@pytest.fixture
def taken(intake: Intake) -> Taken:
    return Taken(intake)


def text(content: str) -> QMimeData:
    data = QMimeData()
    data.setText(content)
    return data


def test_a_project_alone_is_opened(intake: Intake, taken: Taken) -> None:
    intake.take([Path("/a/shop.whitecove")])
    assert (taken.photos, taken.projects, taken.left_out) == ([], [Path("/a/shop.whitecove")], [])


def test_a_project_among_photos_is_said_to_be_left_out(intake: Intake, taken: Taken) -> None:
    intake.take([Path("/a/1.jpg"), Path("/a/shop.whitecove")])
    assert (taken.photos, taken.projects) == ([Path("/a/1.jpg")], [])
    assert len(taken.left_out) == 1


def test_nothing_is_said(intake: Intake, taken: Taken) -> None:
    intake.take([])
    assert len(taken.left_out) == 1


def test_dropped_files_are_those_of_this_computer(tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a b.jpg")), QUrl("https://example.org/c.jpg")])
    assert files_in(data) == [tmp_path / "a b.jpg"]


def test_pasted_text_is_taken_where_each_line_is_a_path(tmp_path: Path) -> None:
    (tmp_path / "a b.jpg").write_bytes(b"x")
    url = QUrl.fromLocalFile(str(tmp_path / "a b.jpg")).toString(QUrl.ComponentFormattingOption.FullyEncoded)
    assert files_in(text(f'"{tmp_path / "a b.jpg"}"\n{url}\n{tmp_path}')) == [tmp_path / "a b.jpg"] * 2 + [tmp_path]


@pytest.mark.parametrize("line", ["/", "//", "hello", "/" + "x" * 5000, "relative/a.jpg", "/there/is/no/such.jpg", ""])
def test_pasted_text_that_is_no_path_is_left_alone(line: str) -> None:
    assert files_in(text(line)) == []


def test_a_pasted_picture_is_a_file_once(home: Path) -> None:
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(0xFF8040)
    data = QMimeData()
    data.setImageData(image)
    (first,) = pasted_picture(data)
    assert pasted_picture(data) == [first]
    assert first.is_relative_to(home)
    assert QImage(str(first)).pixelColor(3, 3).name() == "#ff8040"
    assert len(list(first.parent.iterdir())) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="file names of Windows are no bytes")
def test_an_address_of_a_file_whose_name_is_no_utf_8_is_that_file() -> None:
    data = QMimeData()
    data.setUrls(
        [QUrl.fromEncoded(b"file:///photos/caf%E9%20%C3%A9.jpg"), QUrl.fromEncoded(b"file:///photos/%C3%A9.jpg")]
    )
    assert files_in(data) == [Path(os.fsdecode(b"/photos/caf\xe9 \xc3\xa9.jpg")), Path("/photos/\u00e9.jpg")]
