"""Does what a click on a fix means, as far as the project alone is concerned; the rest is for the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from whitecove.core.adjust.values import Adjust
from whitecove.core.corrections.values import Hole
from whitecove.core.options import Options, declaration
from whitecove.gui.document import Document
from whitecove.gui.panels.changing import Draw, History, adjust_of, set_adjust, size_of
from whitecove.gui.panels.fixes import Fix, Intent, hole_in
from whitecove.studio.items import Shot

# A product that is to be larger fills this much of the picture, or this much more than it does.
USUAL_FILL, MORE = 0.85, 0.05


class Fixing:
    """``history`` takes what is done, so that it can be undone."""

    def __init__(self, document: Document, history: History) -> None:
        self._document, self._history = document, history

    def do(self, shot: Shot, fix: Fix, sentence: str = "") -> bool:
        """Does ``fix`` on ``shot``; ``sentence`` is the doubt that it answers. False: it is for somebody else to do."""
        if fix.intent is Intent.ALLOW_PADDING:
            self._document.set_options(replace(self._document.session.options, pad_bytes=True))
            return True
        if fix.intent is Intent.APPROVE:
            self._document.decide("approve", [shot.key])
            return True
        if fix.intent is Intent.RETRY:
            self._document.prepare_only([shot.key])
            return True
        if fix.intent is Intent.OPEN_HOLE:
            return self._open(shot, fix, sentence)
        adjusted = ADJUSTS.get(fix.intent)
        if adjusted is None or size_of(shot) is None:
            return False
        adjust = adjusted(adjust_of(shot), self._document.session.options)
        set_adjust(self._history, [(shot, adjust)], fix.label)
        return True

    def _open(self, shot: Shot, fix: Fix, sentence: str) -> bool:
        point, size = hole_in(sentence), size_of(shot)
        if point is None or size is None:
            return False
        self._history.stack(shot.key).push(Draw(self._history, shot.key, size, (Hole(point=point),), fix.label))
        return True


def _larger(adjust: Adjust, options: Options) -> Adjust:
    now = options.fill if adjust.fill is None else adjust.fill
    most = declaration("fill").high or 1.0
    return replace(adjust, fill=round(min(most, max(USUAL_FILL, now + MORE)), 2))


def _shaded(adjust: Adjust, _options: Options) -> Adjust:
    return replace(adjust, keep_edges=True)


def _with_shadow(adjust: Adjust, _options: Options) -> Adjust:
    return replace(adjust, shadow="own")


ADJUSTS: Mapping[Intent, Callable[[Adjust, Options], Adjust]] = {
    Intent.FILL_MORE: _larger,
    Intent.SHADE_EDGE: _shaded,
    Intent.OWN_SHADOW: _with_shadow,
}


def request_text(names: list[str]) -> str:
    """A polite request for the original files of photos with these ``names``, ready to be sent."""
    translate = QCoreApplication.translate
    head = translate(
        "Request",
        "Hello! Could you please send me the original files of these photos, straight from the camera or phone? The "
        "ones I have went through a messenger, which makes them smaller and takes away when and with which camera they "
        "were taken. Sending them as files or by a link keeps all of it.",
    )
    thanks = translate("Request", "Thank you!")
    return "\n".join((head, "", *names, "", thanks))
