"""Projects as files, and what is left of a program that died."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whitecove.core.corrections.values import Brush, Corrections, Hole, Point, Stroke, Touch
from whitecove.core.errors import PlanError
from whitecove.core.model import Listing, Photo, Role, Tag, Variant
from whitecove.core.options import Options
from whitecove.studio import project_file, sessions_kept
from whitecove.studio.session import Session
from whitecove.studio.sessions_kept import Keeping

STROKE = Stroke(keep=True, brush=Brush(touches=(Touch(1.5, 2.5), Touch(9.0, 4.0, 0.5)), radius=12.0), edge_aware=True)
DRAWN = Corrections(width=300, height=200, steps=(STROKE, Hole(point=Point(40.5, 20.25))))


def photo(folder: Path, name: str, order: int = 1, *tags: Tag) -> Photo:
    role = Role.MAIN if order == 1 else Role.DETAIL
    return Photo(path=folder / name, name=name, role=role, order=order, tags=tags, reasons=("It is called so.",))


def project(folder: Path) -> Session:
    session = Session()
    session.inputs, session.out = (folder,), folder.parent / f"{folder.name}-ready"
    session.options = Options(engine="backdrop", fill=0.8, slots=("main",))
    red = Variant(name="red", photos=(photo(folder, "cup_1.jpg"), photo(folder, "cup_2.jpg", 2, Tag.SCENE)))
    session.group(
        [
            Listing(sku="cup", variants=(red,)),
            Listing(sku="pot", variants=(Variant(name="", photos=(photo(folder, "pot.jpg"),)),)),
        ]
    )
    session.shots[str(folder / "cup_1.jpg")].corrections = DRAWN
    return session


def told(session: Session) -> object:
    return (
        session.options,
        session.inputs,
        session.out,
        session.listings(),
        {key: shot.corrections for key, shot in session.shots.items()},
    )


def test_a_project_is_read_as_it_was_written(tmp_path: Path) -> None:
    session = project(tmp_path / "photos")
    file = tmp_path / "shop.whitecove"
    file.write_bytes(project_file.written(session, tmp_path))
    again = project_file.read(file).session
    assert told(again) == told(session)
    assert project_file.written(again, tmp_path) == file.read_bytes()


def test_a_project_that_moves_with_its_photos_finds_them(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    (here / "photos").mkdir(parents=True)
    for name in ("cup_1.jpg", "cup_2.jpg", "pot.jpg"):
        (here / "photos" / name).write_bytes(b"x")
    session = project(here / "photos")
    (here / "shop.whitecove").write_bytes(project_file.written(session, here))
    shutil.move(here, there)
    again = project_file.read(there / "shop.whitecove").session
    assert {shot.photo.path for shot in again.shots.values()} == {
        there / "photos" / name for name in ("cup_1.jpg", "cup_2.jpg", "pot.jpg")
    }
    assert again.shots[str(there / "photos" / "cup_1.jpg")].corrections == DRAWN


@given(cut=st.integers(0, 400))
def test_a_torn_project_is_refused_in_a_sentence(cut: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.getbasetemp()
    whole = project_file.written(project(folder / "photos"), folder)
    file = folder / "torn.whitecove"
    file.write_bytes(whole[:cut])
    with pytest.raises(PlanError, match=r"torn\.whitecove"):
        project_file.read(file)


def test_a_project_of_a_later_version_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "new.whitecove"
    file.write_bytes(b'{"schema": 99}')
    with pytest.raises(PlanError, match="later Whitecove"):
        project_file.read(file)


def test_an_option_that_is_not_known_any_more_falls_back_alone(tmp_path: Path) -> None:
    text = project_file.written(project(tmp_path / "photos"), tmp_path).decode()
    file = tmp_path / "old.whitecove"
    file.write_text(text.replace('"fill": 0.8', '"fill": 7.5, "gone": 1'), "utf-8")
    options = project_file.read(file).session.options
    assert (options.fill, options.engine) == (Options().fill, "backdrop")


def test_what_a_program_that_died_left_is_found_and_what_is_in_use_is_not(tmp_path: Path) -> None:
    running, dead = Keeping(tmp_path), Keeping(tmp_path)
    assert running.open()
    running.file.write_bytes(b"in use")
    dead.file.write_bytes(b"left")
    assert sessions_kept.left_over(tmp_path) == [dead.file]
    sessions_kept.forget(dead.file)
    assert sessions_kept.left_over(tmp_path) == []
    running.close(finished=False)
    assert sessions_kept.left_over(tmp_path) == []
    assert (tmp_path / sessions_kept.LAST).read_bytes() == b"in use"


def test_what_is_finished_is_not_kept(tmp_path: Path) -> None:
    keeping = Keeping(tmp_path)
    assert keeping.open()
    keeping.file.write_bytes(b"done")
    keeping.close(finished=True)
    assert list(tmp_path.iterdir()) == []
