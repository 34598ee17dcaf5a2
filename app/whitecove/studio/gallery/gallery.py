"""The gallery as a `Room`: thumbnails and pictures, the newest wish first."""

from __future__ import annotations

from whitecove import log
from whitecove.studio.asks import ForgetThumbnails, NotWhite, Picture, ShowPicture, Thumbnail, Thumbnailed
from whitecove.studio.gallery import pictures
from whitecove.studio.gallery.white import not_white
from whitecove.studio.serving import Answer


class Gallery:
    """What is asked for a place that shows something else by now is passed over, and so are thumbnails that were
    scrolled away."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer
        self._log = log.kept()
        self._log.__enter__()
        self._newest: dict[str, int] = {}
        self._thumbnails: dict[str, int] = {}

    def heard(self, ask: object) -> bool:
        match ask:
            case ShowPicture(place=place, generation=generation):
                self._newest[place] = max(generation, self._newest.get(place, 0))
            case NotWhite(generation=generation):
                self._newest["not white"] = max(generation, self._newest.get("not white", 0))
            case ForgetThumbnails(keys=keys):
                for key in keys:
                    self._thumbnails[key] = self._thumbnails.get(key, 0) + 1
                return True
        return False

    def handle(self, ask: object) -> None:
        match ask:
            case Thumbnail():
                self._thumbnail(ask)
            case ShowPicture() if ask.generation >= self._newest.get(ask.place, 0):
                self._show(ask)
            case NotWhite() if ask.generation >= self._newest.get("not white", 0):
                self.answer(not_white(ask))

    def close(self) -> None:
        self._log.__exit__(None, None, None)

    def _thumbnail(self, ask: Thumbnail) -> None:
        if self._thumbnails.get(ask.key):
            self._thumbnails[ask.key] -= 1
            if not self._thumbnails[ask.key]:
                del self._thumbnails[ask.key]
            return
        pixels, problem = pictures.looked_at(ask.paths, ask.side)
        self.answer(Thumbnailed(key=ask.key, side=ask.side, pixels=pixels, problem=problem))

    def _show(self, ask: ShowPicture) -> None:
        pixels, problem = pictures.looked_at(ask.paths, ask.longest)
        self.answer(Picture(place=ask.place, generation=ask.generation, pixels=pixels, problem=problem))
