"""The room of thumbnails: what a person waits for comes first."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from whitecove.studio.asks import ForgetThumbnails, NotWhite, Picture, Refused, ShowPicture, Thumbnail, Thumbnailed
from whitecove.studio.gallery.gallery import Gallery


class Said:
    """What the room answers."""

    def __init__(self) -> None:
        self.said: list[object] = []
        self.room = Gallery(self.said.append)

    def ask(self, asks: Sequence[object]) -> list[object]:
        """All is heard before the first is worked on, as where a person scrolls faster than pictures are read."""
        waiting = [ask for ask in asks if not self.room.heard(ask)]
        for ask in waiting:
            self.room.handle(ask)
        self.room.close()
        return self.said


def photo(folder: Path, name: str) -> Path:
    path = folder / name
    Image.new("RGB", (64, 32), (200, 30, 30)).save(path)
    return path


def thumbnail(path: Path, key: str) -> Thumbnail:
    return Thumbnail(key=key, paths=(path,), side=16)


def test_the_newest_wish_comes_first(tmp_path: Path) -> None:
    path = photo(tmp_path, "a.png")
    said = Said().ask([thumbnail(path, key) for key in "abc"])
    assert [each.key for each in said if isinstance(each, Thumbnailed)] == ["c", "b", "a"]


def test_what_was_scrolled_away_is_not_made(tmp_path: Path) -> None:
    path = photo(tmp_path, "a.png")
    said = Said().ask([*(thumbnail(path, key) for key in "abc"), ForgetThumbnails(keys=("c", "a", "z"))])
    assert [each.key for each in said if isinstance(each, Thumbnailed)] == ["b"]


def test_a_wish_that_is_forgotten_can_be_wished_again(tmp_path: Path) -> None:
    path = photo(tmp_path, "a.png")
    said = Said().ask([thumbnail(path, "a"), ForgetThumbnails(keys=("a",)), thumbnail(path, "a")])
    assert [each.key for each in said if isinstance(each, Thumbnailed)] == ["a"]


def test_the_picture_to_look_at_comes_before_all_thumbnails(tmp_path: Path) -> None:
    path = photo(tmp_path, "a.png")
    show = ShowPicture(place="after", paths=(path,), generation=1)
    newer = ShowPicture(place="after", paths=(path,), generation=2)
    other = ShowPicture(place="before", paths=(path,), generation=1)
    said = Said().ask([thumbnail(path, "a"), show, thumbnail(path, "b"), newer, other])
    assert [type(each).__name__ for each in said] == ["Picture", "Picture", "Thumbnailed", "Thumbnailed"]
    assert [each.generation for each in said if isinstance(each, Picture)] == [2, 1]


def test_a_thumbnail_has_pixels_or_a_reason(tmp_path: Path) -> None:
    said = Said().ask([thumbnail(tmp_path / "none.png", "none"), thumbnail(photo(tmp_path, "a.png"), "a")])
    made, missing = said
    assert isinstance(made, Thumbnailed)
    assert made.pixels
    assert (made.pixels.width, made.pixels.height) == (16, 8)
    assert len(made.pixels.data) == 16 * 8 * 3
    assert isinstance(missing, Thumbnailed)
    assert missing.pixels is None
    assert missing.problem


def test_what_cannot_be_done_is_said_of_the_ask_itself(tmp_path: Path) -> None:
    wish = NotWhite(paths=(tmp_path / "none.png",), generation=3)
    said = Said().ask([thumbnail(photo(tmp_path, "a.png"), "a"), wish])
    refused = said[0]
    assert isinstance(refused, Refused)
    assert refused.ask == wish
    assert refused.code == "read.missing"
