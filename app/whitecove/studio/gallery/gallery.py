"""The gallery as a `Room`: thumbnails and pictures, the most urgent wish first."""

from __future__ import annotations

from whitecove.core.errors import WhitecoveError
from whitecove.studio.asks import ForgetThumbnails, NotWhite, Picture, Refused, ShowPicture, Thumbnail, Thumbnailed
from whitecove.studio.gallery import pictures
from whitecove.studio.gallery.wishes import Wish, Wishes
from whitecove.studio.serving import Answer


class Gallery:
    """What is asked for a place that shows something else by now is passed over, and so are thumbnails that were
    scrolled away. Each ask that is handled stands for one turn: what is done in it is what is most urgent then."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer
        self._wishes = Wishes()

    def heard(self, ask: object) -> bool:
        self._wishes.add(ask)
        return isinstance(ask, ForgetThumbnails)

    def handle(self, ask: object) -> None:
        wish = self._wishes.take()
        if wish is not None:
            self._attempt(wish)

    def close(self) -> None:
        """There is nothing to end."""

    def _attempt(self, wish: Wish) -> None:
        try:
            self._do(wish)
        except WhitecoveError as error:
            self.answer(Refused(ask=wish, code=error.code, sentence=str(error)))

    def _do(self, wish: Wish) -> None:
        match wish:
            case Thumbnail():
                look = pictures.looked_at(wish.paths, wish.side, wish.sha256)
                self.answer(Thumbnailed(key=wish.key, side=wish.side, **look._asdict()))
            case ShowPicture():
                look = pictures.looked_at(wish.paths, wish.longest, wish.sha256)
                self.answer(Picture(place=wish.place, generation=wish.generation, **look._asdict()))
            case NotWhite():
                from whitecove.studio.gallery.white import not_white  # scipy: loaded when first needed

                self.answer(not_white(wish))
