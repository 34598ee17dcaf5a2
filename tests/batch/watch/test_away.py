"""Photos that are away keep their pictures: edited, in another light, under a name that a new photo has, too."""

from __future__ import annotations

import shutil
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from tests.batch.watch.hot_folder import HotFolder
from whitecove.batch import store, white_points
from whitecove.batch.decisions import Kind, record
from whitecove.batch.delivery.edits import Edits
from whitecove.batch.picked import decided, delivered
from whitecove.batch.watch.events import FolderAway, Trouble
from whitecove.batch.white_points import Session
from whitecove.core.light.white_point import Light

MAIN = "cup/cup_01_main.jpg"


@pytest.fixture
def changing_light(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each photo that can be looked at changes the white point of its session."""

    def light(session: Session, *_: int) -> Light:
        seen = sum(photo.path.exists() for photo in session.photos)
        return Light(gains=(1 + seen / 100, 1.0, 1.0)) if seen else Light(problem="light.no_backdrop")

    monkeypatch.setattr(white_points, "light_of", light)


def set_aside(hot: HotFolder, name: str = "cup.jpg") -> Path:
    """Somebody moves a photo into an archive."""
    archive = hot.root / "archive"
    archive.mkdir(exist_ok=True)
    return (hot.folder / name).rename(archive / name.replace("/", "_"))


def with_edited(root: Path) -> HotFolder:
    """A delivery with a picture that a person has edited, which the watch has taken in."""
    hot = HotFolder(root, edits=Edits.KEEP)
    hot.put("cup.jpg", "P1")
    hot.pass_by()
    (hot.out / MAIN).write_bytes(b"by hand")
    hot.put("vase.jpg", "P2")
    hot.pass_by()
    assert hot.delivered()[MAIN] == "by hand"
    return hot


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("anew", [False, True])
def test_an_edited_picture_stays_when_its_photo_goes(tmp_path: Path, anew: bool) -> None:
    hot = with_edited(tmp_path)
    set_aside(hot)
    if anew:
        hot.start()
    hot.put("lamp.jpg", "P3")
    hot.pass_by()
    assert hot.delivered()[MAIN] == "by hand"
    assert hot.states == dict.fromkeys(("cup.jpg", "vase.jpg", "lamp.jpg"), "ready")


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("edits", [Edits.KEEP, Edits.REPLACE])
def test_a_picture_edited_after_its_photo_went_waits_for_it(tmp_path: Path, edits: Edits) -> None:
    hot = HotFolder(tmp_path, edits=edits)
    hot.put("cup.jpg", "P1")
    hot.pass_by()
    archived = set_aside(hot)
    hot.put("vase.jpg", "P2")
    hot.pass_by()
    (hot.out / MAIN).write_bytes(b"by hand")
    hot.put("lamp.jpg", "P3")
    hot.pass_by(100)
    assert hot.delivered()[MAIN] == "by hand"
    assert len(hot.said_of(Trouble)) == 1
    archived.rename(hot.folder / "cup.jpg")
    hot.pass_by(100)
    assert hot.delivered()[MAIN] == ("by hand" if edits is Edits.KEEP else "P1 main")
    assert len(hot.states) == 3


@pytest.mark.usefixtures("quick")
def test_a_watch_that_replaces_edits_keeps_those_whose_photo_is_away(tmp_path: Path) -> None:
    hot = with_edited(tmp_path)
    set_aside(hot)
    hot.edits = Edits.REPLACE
    hot.start()
    hot.put("lamp.jpg", "P3")
    hot.pass_by(100)
    assert hot.delivered()[MAIN] == "by hand"
    assert len(hot.said_of(Trouble)) == 1


@pytest.mark.usefixtures("quick", "changing_light")
@pytest.mark.parametrize("anew", [False, True])
def test_a_photo_that_is_away_keeps_its_white_point(tmp_path: Path, anew: bool) -> None:
    hot = HotFolder(tmp_path, options={"white_point": "backdrop"})
    hot.put("cup.jpg", "P1")
    hot.put("vase.jpg", "P2")
    hot.pass_by()
    set_aside(hot)
    if anew:
        hot.start()
    for number in (3, 4):
        hot.put(f"lamp{number}.jpg", f"P{number}")
        hot.pass_by()
    assert hot.delivered()[MAIN] == "P1 main"
    assert set(hot.states.values()) == {"ready"}
    assert hot.worked["cup.jpg"] == 1
    assert not hot.said_of(Trouble)


@pytest.mark.usefixtures("quick", "changing_light")
def test_a_white_point_that_nobody_noted_is_waited_for(tmp_path: Path) -> None:
    hot = HotFolder(tmp_path, options={"white_point": "backdrop"})
    hot.put("cup.jpg", "P1")
    hot.put("vase.jpg", "P2")
    hot.prepare()
    set_aside(hot)
    hot.put("lamp.jpg", "P3")
    hot.put("pot.jpg", "P4")
    hot.start()
    hot.pass_by(100)
    assert hot.delivered()[MAIN] == "P1 main"
    assert len(hot.said_of(Trouble)) == 1


@pytest.mark.usefixtures("quick", "changing_light")
@pytest.mark.parametrize("emptied", [False, True])
def test_a_picture_that_prepare_made_in_another_light_meanwhile_stays(tmp_path: Path, emptied: bool) -> None:
    hot = HotFolder(tmp_path, options={"white_point": "backdrop"})
    hot.lit = True
    hot.put("cup.jpg", "P1")
    hot.pass_by()
    hot.put("vase.jpg", "P2")
    hot.prepare()
    if emptied:
        shutil.rmtree(hot.out / "_previous")
    made = hot.delivered()[MAIN]
    set_aside(hot)
    hot.put("lamp.jpg", "P3")
    hot.pass_by(100)
    assert hot.delivered()[MAIN] == made
    assert hot.said_of(Trouble)


def test_a_new_photo_is_not_taken_for_one_that_is_away_by_its_name(hot: HotFolder) -> None:
    composed, apart = (unicodedata.normalize(form, "caf\u00e9.jpg") for form in ("NFC", "NFD"))
    hot.put(composed, "P1")
    hot.pass_by()
    set_aside(hot, composed)
    hot.put(apart, "P2")
    hot.pass_by()
    hot.put("vase.jpg", "P3")
    hot.pass_by()
    assert Counter(hot.delivered().values()) == Counter(("P1 main", "P2 detail", "P3 main"))
    assert set(hot.states.values()) == {"ready"}
    hashes = {str(row["source"]): str(row["source_sha256"]) for row in hot.rows}
    assert hashes[composed] == store.sha256_of(b"P1")
    assert set(hashes.values()) == {store.sha256_of(text.encode()) for text in ("P1", "P2", "P3")}


@pytest.mark.parametrize("anew", [False, True])
def test_a_decision_is_applied_while_all_photos_are_away(hot: HotFolder, anew: bool) -> None:
    hot.put("cup.jpg", "P1")
    hot.pass_by()
    set_aside(hot)
    if anew:
        hot.start()
    hot.pass_by()
    (picture,) = delivered(hot.out)
    record(hot.out, decided(Kind.RESHOOT, {"cup.jpg": (picture,)}, "blurred"))
    hot.pass_by()
    assert hot.states == {"cup.jpg": "reshoot"}
    rounds = len(hot.rounds)
    hot.pass_by(200)
    assert len(hot.rounds) == rounds
    assert len(hot.said_of(FolderAway)) <= 1


def test_new_files_are_read_once_however_many_photos_are_away(hot: HotFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(8):
        hot.put(f"S{number}.jpg", f"P{number}")
    hot.pass_by()
    for number in range(8):
        set_aside(hot, f"S{number}.jpg")
    hot.put("N.jpg", "N1")
    read: Counter[str] = Counter()
    hashed = store.file_sha256

    def counted(path: Path) -> str | None:
        read[path.name] += 1
        return hashed(path)

    monkeypatch.setattr(store, "file_sha256", counted)
    hot.pass_by()
    assert len(hot.states) == 9
    assert read["N.jpg"] <= 2
