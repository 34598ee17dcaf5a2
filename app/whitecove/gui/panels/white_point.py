"""The white point of one photo: picked on it, or as it was shot."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal

from whitecove.gui.panels.adjust_rows import Setting
from whitecove.gui.panels.adjust_table import names, tip
from whitecove.gui.panels.gestures import new_gesture
from whitecove.gui.panels.wrapped import Wrapped
from whitecove.gui.theme.flow import row_of
from whitecove.gui.theme.widgets import push_button


class WhitePoint(Setting):
    """``pick_wanted``: the next click on the photo says what is white; whoever measures it says so with `picked`."""

    pick_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("white_point", names()["white_point"], tip("white_point"))
        self._said = Wrapped("", "muted")
        self._column.addWidget(self._said)
        pick = push_button(self.tr("Pick on the photo"), "eyedropper")
        pick.clicked.connect(self._pick)
        self._column.addWidget(row_of(pick))

    def put(self, value: object) -> None:
        if not isinstance(value, tuple):
            self._said.say(self.tr("As the preset says."))
            return
        red, green, blue = (QLocale().toString(float(gain), "f", 2) for gain in value)
        self._said.say(self.tr("red × {red}, green × {green}, blue × {blue}").format(red=red, green=green, blue=blue))

    def picked(self, gains: tuple[float, float, float]) -> None:
        """What was picked as white: factors of light for red, green and blue."""
        self.changed.emit(gains, new_gesture())

    def _pick(self, _checked: bool = False) -> None:
        self.pick_wanted.emit()
