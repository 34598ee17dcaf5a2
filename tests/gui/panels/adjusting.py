"""Photos for which something is set."""

from __future__ import annotations

from whitecove.core.adjust.values import Adjust
from whitecove.core.corrections.values import Corrections
from whitecove.gui.panels.changing import adjusted, size_of
from whitecove.studio.items import Shot


def with_adjust(shot: Shot, adjust: Adjust) -> Corrections | None:
    """The corrections of ``shot`` with ``adjust``."""
    size = size_of(shot)
    assert size
    return adjusted(shot.corrections, adjust, size)
