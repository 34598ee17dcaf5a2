"""Project files that are damaged, or made to do harm: a sentence, or a session that keeps its promises."""

from __future__ import annotations

import json
from pathlib import Path, PurePath
from typing import Any, TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.studio.test_projects import DRAWN, project
from whitecove.batch.naming.names import collision_key
from whitecove.core.errors import PlanError
from whitecove.core.model import Role
from whitecove.studio import project_file
from whitecove.studio.out_and_back import Version, swap
from whitecove.studio.places import Finder, host_of
from whitecove.studio.session import Session

# A project as JSON has it.
Tree: TypeAlias = Any
STRANGE: st.SearchStrategy[Tree] = st.sampled_from(
    [None, True, -1, 0, 10**30, 1e999, "", "a\0b", "\ud800", "../../x", "main", "cup", "CUP", "//h/s", r"\\h\s", [], {}]
)
# What is changed: a place in the tree (as numbers that choose at each level) and what is put there.
CHANGES = st.lists(st.tuples(st.lists(st.integers(0, 40), min_size=1, max_size=6), STRANGE), min_size=1, max_size=4)


def content(folder: Path) -> Tree:
    return json.loads(project_file.written(with_a_stand_in(folder), folder))


def with_a_stand_in(folder: Path) -> Session:
    """A project with a photo that was made from another one in another program."""
    made = project(folder / "photos")
    key = str(folder / "photos" / "pot.jpg")
    swap(made, key, Version(folder / "edited" / "pot.tif", Path(key), DRAWN))
    return made


def put(tree: Tree, way: list[int], value: object) -> None:
    """Puts ``value`` somewhere into ``tree``; where lists grow, twice what is there."""
    at = tree
    for step in way[:-1]:
        inner = at[sorted(at)[step % len(at)]] if isinstance(at, dict) and at else None
        inner = at[step % len(at)] if isinstance(at, list) and at else inner
        if not isinstance(inner, (dict, list)):
            break
        at = inner
    if isinstance(at, dict) and at:
        at[sorted(at)[way[-1] % len(at)]] = value
    elif isinstance(at, list) and at:
        if way[-1] % 2:
            at.append(at[way[-1] % len(at)])
        else:
            at[way[-1] % len(at)] = value


def check(session: Session) -> None:
    """What every session promises."""
    keys = [key for product in session.products.values() for key in product.keys]
    assert len(keys) == len(set(keys))
    assert set(keys) == set(session.shots)
    assert not session.removed & session.shots.keys()
    assert len({collision_key(sku) for sku in session.products}) == len(session.products)
    for sku in session.products:
        shots = session.photos_of(sku)
        assert {shot.sku for shot in shots} == {sku}
        assert [shot.photo.order for shot in shots] == list(range(1, len(shots) + 1))
        mains = [shot.variant for shot in shots if shot.photo.role is Role.MAIN]
        assert len(mains) == len(set(mains))
        assert PurePath(sku).name == sku
    assert sum(session.counts().values()) == len(session.products)


@settings(max_examples=300, deadline=None)
@given(changes=CHANGES)
def test_whatever_a_file_says_the_session_keeps_its_promises(
    changes: list[tuple[list[int], object]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.getbasetemp()
    tree = content(folder)
    for way, value in changes:
        put(tree, way, value)
    file = folder / "strange.whitecove"
    file.write_text(json.dumps(tree), "utf-8")
    try:
        session = project_file.read(file).session
    except PlanError:
        return
    check(session)
    again = folder / "again.whitecove"
    again.write_bytes(project_file.written(session, folder))
    check(project_file.read(again).session)


@pytest.mark.parametrize(
    "text", ["[" * 100_000, '{"schema": 1, "products": ' + "[" * 100_000, '{"schema": 1e999}', "\xff"]
)
def test_what_no_reader_can_take_is_refused_in_a_sentence(text: str, tmp_path: Path) -> None:
    file = tmp_path / "deep.whitecove"
    file.write_text(text, "latin-1")
    with pytest.raises(PlanError, match=r"deep\.whitecove cannot be read"):
        project_file.read(file)


def test_what_is_drawn_on_a_photo_from_another_program_stays_with_it(tmp_path: Path) -> None:
    made = with_a_stand_in(tmp_path)
    file = tmp_path / "out.whitecove"
    file.write_bytes(project_file.written(made, tmp_path))
    again = project_file.read(file).session
    drawn = {shot.origin: (shot.photo.path, shot.corrections) for shot in again.shots.values() if shot.stands_for}
    assert drawn == {str(tmp_path / "photos" / "pot.jpg"): (tmp_path / "edited" / "pot.tif", DRAWN)}


def test_a_photo_in_two_products_is_in_the_first(tmp_path: Path) -> None:
    tree = content(tmp_path)
    tree["products"][1]["photos"].append(tree["products"][0]["photos"][0])
    file = tmp_path / "twice.whitecove"
    file.write_text(json.dumps(tree), "utf-8")
    read = project_file.read(file)
    check(read.session)
    assert {sku: len(each.keys) for sku, each in read.session.products.items()} == {"cup": 2, "pot": 1}
    assert "cup_1.jpg more than once" in read.notes[0]


def test_a_correction_that_cannot_be_read_is_left_out_alone(tmp_path: Path) -> None:
    made = project(tmp_path / "photos")
    made.shots[str(tmp_path / "photos" / "pot.jpg")].corrections = DRAWN
    tree = json.loads(project_file.written(made, tmp_path))
    tree["corrections"]["file"]["photos"][0]["steps"][0]["radius"] = "wide"
    file = tmp_path / "half.whitecove"
    file.write_text(json.dumps(tree), "utf-8")
    read = project_file.read(file)
    drawn = {shot.photo.name: shot.corrections for shot in read.session.shots.values() if shot.corrections}
    assert drawn == {"pot.jpg": DRAWN}
    assert len(read.notes) == 1
    assert read.notes[0].startswith("What was corrected in cup_1.jpg cannot be read, and was left out.")


@pytest.mark.parametrize(
    ("path", "host"),
    [
        (r"\\Evil\share\a.jpg", "evil"),
        ("//evil/share/a.jpg", "evil"),
        (r"\/evil\share", "evil"),
        (r"\\?\UNC\evil\share\a.jpg", "evil"),
        (r"C:\photos\a.jpg", ""),
        ("/photos/a.jpg", ""),
    ],
)
def test_a_path_names_a_computer_or_none(path: str, host: str) -> None:
    assert host_of(path) == host


def test_a_computer_that_nobody_knows_is_not_asked(tmp_path: Path) -> None:
    finder = Finder(tmp_path)
    assert finder.found((r"\\evil\share\a.jpg", "")) == tmp_path / "a.jpg"
    assert finder.found((r"\\evil\share\a.jpg", "photos/a.jpg")) == tmp_path / "photos" / "a.jpg"
    assert finder.found(("//evil/share/a.jpg", "//evil/share/b.jpg")) == tmp_path / "a.jpg"
    assert finder.unasked == {"evil"}


def test_a_computer_that_photos_came_from_is_asked(tmp_path: Path) -> None:
    for known in (("NAS",), None):
        finder = Finder(tmp_path, known)
        assert finder.found((r"\\nas\share\a.jpg", "")) == Path(r"\\nas\share\a.jpg")
        assert not finder.unasked


def test_a_project_with_photos_elsewhere_says_so(tmp_path: Path) -> None:
    tree = content(tmp_path)
    tree["products"][0]["photos"][0]["at"] = [r"\\evil\share\cup.jpg", ""]
    tree["out"] = [r"\\evil\share\out", ""]
    file = tmp_path / "lure.whitecove"
    file.write_text(json.dumps(tree), "utf-8")
    read = project_file.read(file)
    check(read.session)
    assert read.session.out is None
    assert str(tmp_path / "cup.jpg") in read.session.shots
    assert "evil" in read.notes[0]
