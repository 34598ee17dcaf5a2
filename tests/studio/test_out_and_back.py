"""A photo that another program edited takes the place of the one that it was made from, and nothing else changes."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.core.corrections.steps import erase
from tests.studio.on_easel import SIZE, Stand, corrections, disc, opening
from tests.studio.projects import FOLDER, key, listing, names, prepare, project, result
from whitecove import paths
from whitecove.batch.store import sha256_of
from whitecove.core.adjust.values import Adjust
from whitecove.core.corrections.values import Corrections
from whitecove.core.model import Listing, State
from whitecove.core.read import read_photo
from whitecove.studio import project_file
from whitecove.studio.easel.outing import FORGOTTEN
from whitecove.studio.easel_asks import Exported, Failed, TakeBack, TakenBack
from whitecove.studio.out_and_back import (
    OUT,
    Version,
    came_back,
    find,
    folder_for,
    goes_as_it_is,
    place_for,
    swap,
    version_of,
)
from whitecove.studio.session import Session

MUGS = {"MUG": ["m1", "m2", "m3"], "CUP": ["c1"]}
FILE = Path("/edited/m1.tif")


def edited(session: Session, name: str = "m1", file: Path = FILE) -> Version:
    """Lets a photo come back, and gives its state before."""
    shot = session.shots[key(name)]
    before = version_of(shot)
    swap(session, shot.key, came_back(shot, file, SIZE))
    return before


def grouped() -> list[Listing]:
    return [listing(sku, photos) for sku, photos in MUGS.items()]


def test_it_stands_where_the_photo_stood() -> None:
    session = project(MUGS)
    edited(session)
    assert names(session, "MUG") == ["m1.tif", "m2", "m3"]
    assert next(iter(session.shots)) == str(FILE)
    assert session.by_name("m1") is session.shots[str(FILE)] is find(session, key("m1"))
    assert session.main_of("MUG") is session.shots[str(FILE)]


def test_what_is_in_the_file_goes_and_the_rest_stays() -> None:
    session = project(MUGS)
    adjust = Adjust(turn=90, flip=True, straighten=2.0, fill=0.7, shadow="none", details="pad")
    lit = replace(adjust, exposure=0.5, white_point=(1.1, 1.0, 0.9), engine="backdrop")
    session.shots[key("m1")].corrections = replace(corrections(erase((10, 10), radius=3)), adjust=lit, sha256="a" * 64)
    before = edited(session)
    assert session.shots[str(FILE)].corrections == Corrections(width=640, height=480, steps=(), adjust=adjust)
    swap(session, str(FILE), before)
    assert version_of(session.shots[key("m1")]) == before


def test_what_was_only_drawn_leaves_nothing_to_correct() -> None:
    session = project(MUGS)
    session.shots[key("m1")].corrections = corrections(erase((10, 10), radius=3))
    edited(session)
    assert session.shots[str(FILE)].corrections is None


@pytest.mark.parametrize("arranged", [False, True])
def test_the_next_grouping_does_not_bring_the_original_in_again(*, arranged: bool) -> None:
    session = project(MUGS)
    edited(session)
    session.products["MUG"].edited = arranged
    assert session.see([FOLDER / "m1", FOLDER / "new"]) == ["new\0/photos/new"]
    session.forget_seen()
    session.group([*grouped(), listing("NEW", ["new"])])
    assert names(session, "MUG") == ["m1.tif", "m2", "m3"]
    assert key("m1") not in session.shots
    assert session.shots[str(FILE)].photo.path == FILE


def test_it_can_be_grouped_another_way() -> None:
    session = project(MUGS)
    edited(session)
    session.group([listing("A", ["m2", "m3"]), listing("B", ["m1", "c1"])])
    assert names(session, "B") == ["m1.tif", "c1"]


def test_taken_out_neither_comes_back() -> None:
    session = project(MUGS)
    edited(session)
    shot = session.shots[str(FILE)]
    session.products["MUG"].keys.remove(shot.key)
    session.take_out(shot.key)
    session.group(grouped())
    assert names(session, "MUG") == ["m2", "m3"]
    session.take_in(shot)
    assert not session.removed


def test_a_project_file_knows_what_it_stands_for(tmp_path: Path) -> None:
    session = project(MUGS)
    edited(session)
    file = tmp_path / "shop.whitecove"
    file.write_bytes(project_file.written(session, tmp_path))
    again = project_file.read(file).session
    assert {shot.stands_for for shot in again.shots.values()} == {None, FOLDER / "m1"}
    again.group(grouped())
    assert names(again, "MUG") == ["m1.tif", "m2", "m3"]
    assert project_file.written(again, tmp_path) == file.read_bytes()


def test_what_was_made_before_does_not_hold_for_it() -> None:
    session = project(MUGS)
    prepare(session)
    before = edited(session)
    assert session.shots[str(FILE)].changed
    assert session.state_of("MUG") is State.WAITING
    swap(session, str(FILE), before)
    assert not session.shots[key("m1")].changed
    assert session.state_of("MUG") is State.READY


def test_what_a_batch_makes_of_the_photo_before_does_not_hold_either() -> None:
    session = project(MUGS)
    prepare(session)
    session.begin({key("m1")})
    edited(session)
    assert session.finish(key("m1"), result(), None) is None
    assert session.shots[str(FILE)].changed


def test_it_stays_while_the_drive_of_the_original_is_away() -> None:
    session = project(MUGS)
    edited(session)
    session.group([listing("CUP", ["c1"])], [key("m1")])
    assert names(session, "MUG") == ["m1.tif"]


def test_each_window_has_files_of_its_own() -> None:
    session = project(MUGS)
    first, second = session.shots[key("m1")], session.shots[key("m2")]
    places = {place_for(shot, window) for shot in (first, second) for window in ("a", "b")}
    assert len(places) == 4
    assert {place.name for place in places} == {"m1.tif", "m2.tif"}
    before = place_for(first, "a")
    edited(session)
    assert place_for(session.shots[str(FILE)], "a") == before


def test_what_came_back_goes_out_again_as_it_is_until_it_is_drawn_on() -> None:
    session = project(MUGS)
    assert not goes_as_it_is(session.shots[key("m1")])
    edited(session)
    shot = session.shots[str(FILE)]
    assert goes_as_it_is(shot)
    shot.corrections = Corrections(width=640, height=480, steps=(), adjust=Adjust(turn=90))
    assert goes_as_it_is(shot)
    shot.corrections = replace(shot.corrections, adjust=Adjust(exposure=0.5))
    assert not goes_as_it_is(shot)
    shot.corrections = corrections(erase((10, 10), radius=3))
    assert not goes_as_it_is(shot)


# --- the easel's part


def take_back(file: Path, known: str, folder: Path) -> TakeBack:
    return TakeBack(key="a", generation=2, file=file, known=known, folder=folder)


def test_what_was_put_out_and_not_edited_does_not_come_back(tmp_path: Path) -> None:
    file, stand = tmp_path / "out" / "disc.tif", Stand()
    out = stand.one(opening(disc(tmp_path)).to(file), Exported)
    said = stand.one(take_back(file, out.sha256, tmp_path / "back"), TakenBack)
    assert said.kept is None
    assert not (tmp_path / "back").exists()


def test_the_same_content_is_not_written_again(tmp_path: Path) -> None:
    ask, stand = opening(disc(tmp_path)).to(tmp_path / "disc.tif"), Stand()
    stand.one(ask, Exported)
    before = ask.file.stat()
    stand.one(ask, Exported)
    assert ask.file.stat() == before


def test_what_was_edited_is_kept_as_it_was_saved(tmp_path: Path) -> None:
    file, stand = tmp_path / "out" / "disc.tif", Stand()
    out = stand.one(opening(disc(tmp_path)).to(file), Exported)
    Image.fromarray(np.full((300, 200, 4), 255, np.uint8)).save(file)
    saved = file.read_bytes()
    said = stand.one(take_back(file, out.sha256, tmp_path / "back"), TakenBack)
    assert said.kept is not None
    file.write_bytes(b"the program goes on")
    assert (said.kept.name, said.kept.read_bytes(), said.size) == ("disc.tif", saved, (200, 300))
    assert said.sha256 == sha256_of(saved)
    again = stand.one(replace(opening(said.kept), generation=3).to(file, as_it_is=True), Exported)
    assert (again.sha256, file.read_bytes()) == (said.sha256, saved)


def test_half_a_file_is_not_taken(tmp_path: Path) -> None:
    file, stand = tmp_path / "out" / "disc.tif", Stand()
    out = stand.one(opening(disc(tmp_path)).to(file), Exported)
    whole = file.read_bytes()
    for content in (whole[: len(whole) // 2], b"", b"no photo"):
        file.write_bytes(content)
        stand.one(take_back(file, out.sha256, tmp_path / "back"), Failed)
    file.unlink()
    assert stand.one(take_back(file, out.sha256, tmp_path / "back"), Failed).code == "read.missing"
    assert [each for each in (tmp_path / "back").rglob("*") if each.is_file()] == []


def test_what_is_not_there_cannot_go_out_as_it_is(tmp_path: Path) -> None:
    ask = opening(tmp_path / "gone.tif").to(tmp_path / "out.tif", as_it_is=True)
    assert Stand().one(ask, Failed).code == "read.missing"


def test_what_windows_of_long_ago_put_out_is_removed(tmp_path: Path) -> None:
    shot = project(MUGS).shots[key("m1")]
    old, new = place_for(shot, "old"), place_for(shot, "new")
    for file in (old, folder_for(shot) / "x" / "m1.tif"):
        file.parent.mkdir(parents=True)
        file.write_bytes(b"x")
        os.utime(file, (1e9, 1e9))
    recent = place_for(shot, "recent")
    recent.parent.mkdir(parents=True)
    recent.write_bytes(b"x")
    assert recent.stat().st_mtime - 1e9 > FORGOTTEN
    stand = Stand()
    stand.ask(opening(disc(tmp_path)).to(new))
    assert {each.name for each in (paths.projects_dir() / OUT).iterdir()} == {"new", "recent"}
    assert (folder_for(shot) / "x" / "m1.tif").exists()
    assert read_photo(new).size == SIZE
