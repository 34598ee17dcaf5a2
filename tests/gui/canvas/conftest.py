"""A canvas to look at, pictures to show in it, and a hand with a mouse."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.canvas.seeing import Sharp
from whitecove.gui.canvas.canvas import Canvas


def shown(canvas: Canvas, qtbot: QtBot) -> Canvas:
    """``canvas``, visible, 800 × 600, with nothing that moves by itself."""
    canvas.motion.way_ms = 0
    canvas.resize(800, 600)
    qtbot.addWidget(canvas)
    with qtbot.waitExposed(canvas):
        canvas.show()
    return canvas


@pytest.fixture
def canvas(qtbot: QtBot) -> Canvas:
    """On a screen of one device pixel to a logical one."""
    return shown(Canvas(), qtbot)


@pytest.fixture(params=[1.0, 1.25, 2.0])
def sharp(request: pytest.FixtureRequest, qtbot: QtBot) -> Canvas:
    """On screens of more device pixels, too."""
    canvas = Sharp()
    canvas.sharpness = request.param
    return shown(canvas, qtbot)
