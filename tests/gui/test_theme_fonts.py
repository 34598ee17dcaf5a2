"""The window's font has the letters of its languages."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontDatabase

from whitecove.gui.theme.fonts import FALLBACKS, body_pixels, can_draw, digits_font, interface_font
from whitecove.gui.theme.tokens import TYPE

pytestmark = pytest.mark.usefixtures("qapp")

NOBODYS = "\U0010fffd"  # of the area that is kept free for private use


@pytest.mark.parametrize("text", ["Prepare 24", "Готово к выгрузке", "57 × 1.5 — “ready”"])
def test_latin_and_cyrillic_are_drawn(text: str) -> None:
    assert can_draw(text, interface_font())


def test_chinese_is_drawn_where_a_font_has_it() -> None:
    if not QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        pytest.skip("no font with Chinese letters is installed on this machine")
    assert can_draw("可上传 待确认 失败 抠图存疑 背景布 交付", interface_font())


def test_a_letter_that_no_font_has_is_known() -> None:
    assert not can_draw(f"a{NOBODYS}", interface_font())


def test_text_is_not_smaller_than_can_be_read() -> None:
    assert body_pixels(interface_font()) >= TYPE.smallest


def test_every_platform_has_chinese_behind_its_own_font() -> None:
    chinese = {"Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC"}
    assert all(chinese & set(families) for families in FALLBACKS.values())


def test_numbers_below_each_other_keep_their_family() -> None:
    font = interface_font()
    assert digits_font(font).families() == font.families()
