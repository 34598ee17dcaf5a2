"""What the window is called."""

from __future__ import annotations

from pathlib import Path

import pytest

from whitecove.gui.frame.titling import window_title


@pytest.mark.parametrize(
    ("named", "inputs", "title"),
    [
        (None, [], "Whitecove"),
        (None, ["shop/New goods"], "New goods – Whitecove"),
        (None, ["shop/shoes/1.jpg", "shop/shoes/2.jpg"], "shoes – Whitecove"),
        (None, ["shop/shoes", "shop/bags", "shop/hats/1.jpg"], "shoes and 2 more – Whitecove"),
        ("shop/Autumn.whitecove", ["shop/shoes"], "Autumn – Whitecove"),
    ],
)
def test_the_title_says_what_is_worked_on(named: str | None, inputs: list[str], title: str) -> None:
    assert window_title(Path(named) if named else None, [Path(each) for each in inputs]) == title
