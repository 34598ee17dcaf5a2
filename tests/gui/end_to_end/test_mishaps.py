"""What goes wrong while a person is at work is said in place, in a sentence, and they can go on."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
from PySide6.QtWidgets import QApplication

from tests.gui.end_to_end.person import Person
from whitecove.core.model import State
from whitecove.gui.bridge import EASEL, FLOOR, GALLERY
from whitecove.gui.progress import Phase
from whitecove.gui.touching import DEATHS_AT_MOST
from whitecove.studio.asks import Picture
from whitecove.studio.project_file import SUFFIX

GONE_WITHIN = 15.0


@pytest.fixture(autouse=True)
def _nothing_modal(person: Person) -> Iterator[None]:
    """Nothing ever stands in a person's way."""
    yield
    assert QApplication.activeModalWidget() is None


def room(person: Person, name: str) -> psutil.Process:
    """The process of a room."""
    return psutil.Process(person.window.bridge.processes()[name])


def workers(person: Person) -> list[psutil.Process]:
    """What works for the floor."""
    found = []
    for each in room(person, FLOOR).children(recursive=True):
        try:
            if "spawn_main" in str(each.cmdline()):
                found.append(each)
        except psutil.Error:
            continue
    return found


def ends(processes: list[psutil.Process]) -> bool:
    """Whether all of them end by themselves."""
    return not psutil.wait_procs(processes, timeout=GONE_WITHIN)[1]


def works_on(person: Person) -> Callable[[], bool]:
    """Whether somebody is at a photo."""

    def holds() -> bool:
        return any(shot.state is State.WORKING for shot in person.document.session.shots.values())

    return holds


def all_prepared(person: Person) -> bool:
    done = (State.READY, State.REVIEW)
    return all(shot.standing in done for shot in person.document.session.shots.values())


def test_a_worker_that_is_killed_costs_a_photo_at_most(person: Person, goods: Path) -> None:
    person.drops(goods)
    with person.hears(person.document.prepared):
        person.does("prepare")
        person.waits(works_on(person))
        for each in workers(person):
            each.kill()
    failed = [shot for shot in person.document.session.shots.values() if shot.state is State.FAILED]
    assert all("made the worker process end" in shot.reason for shot in failed)
    person.prepares()
    assert all_prepared(person)


def test_work_that_breaks_off_goes_on_by_prepare(person: Person, goods: Path) -> None:
    person.drops(goods)
    person.does("prepare")
    person.waits(works_on(person))
    theirs = workers(person)
    with person.hears(person.document.refused):
        room(person, FLOOR).kill()
    assert "The work broke off. Press Prepare: it goes on from there." in person.strips()
    assert person.document.progress.phase is Phase.IDLE
    assert ends(theirs)
    person.prepares()
    assert all_prepared(person)


def test_photos_come_in_though_the_process_for_it_dies(person: Person, goods: Path) -> None:
    with person.hears(person.document.arrived):
        person.document.add([goods])
        room(person, FLOOR).kill()
    assert sorted(person.document.session.products) == ["box", "lamp", "mug"]


def test_pictures_are_shown_though_the_process_for_them_dies(person: Person, prepared_goods: Path) -> None:
    person.drops(prepared_goods)
    person.prepares()
    gallery = room(person, GALLERY)
    gallery.suspend()
    person.window.products.selection.go_to(person.shot("box.jpg").key)
    gallery.kill()
    person.waits(person.sees("box.jpg"))
    person.window.products.selection.go_to(person.shot("mug.jpg").key)
    person.waits(person.sees("mug.jpg"))


def test_a_picture_that_comes_late_does_not_end_touching_up(person: Person, prepared_goods: Path) -> None:
    person.drops(prepared_goods)
    person.prepares()
    gallery = room(person, GALLERY)
    gallery.suspend()
    person.touches_up(person.shot("mug.jpg"), "erase-brush")
    came: list[Picture] = []
    person.window.bridge.listen(Picture, came.append)
    gallery.resume()
    person.waits(lambda: len(came) == len({each.place for each in came}) == 2)
    assert person.window.canvas.is_touching_up


def test_what_was_decided_is_not_lost(person: Person, prepared_goods: Path) -> None:
    person.drops(prepared_goods)
    person.prepares()
    box, floor = person.shot("box.jpg"), room(person, FLOOR)
    assert box.state is State.REVIEW
    person.window.products.selection.go_to(box.key)
    floor.suspend()
    person.does("approve")
    with person.hears(person.document.decided):
        floor.kill()
    assert box.standing is State.READY


def test_strokes_stay_though_the_process_for_them_dies(person: Person, goods: Path) -> None:
    person.drops(goods)
    mug = person.shot("mug.jpg")
    person.touches_up(mug, "erase-brush")
    person.draws((20, 20), (40, 20))
    drawn = mug.corrections
    with person.hears(person.window.bridge.lost):
        room(person, EASEL).kill()
    person.waits(person.can_draw)
    assert mug.corrections == drawn
    person.draws((20, 60), (40, 60))
    assert mug.corrections is not None
    assert len(mug.corrections.steps) == 2


def test_a_photo_that_kills_again_and_again_is_left_alone(person: Person, goods: Path) -> None:
    person.drops(goods)
    person.touches_up(person.shot("mug.jpg"), "erase-brush")
    bridge = person.window.bridge
    for _ in range(DEATHS_AT_MOST):
        with person.hears(bridge.lost):
            room(person, EASEL).kill()
    assert not person.window.touching.key
    assert any("cannot be touched up" in each for each in person.strips())
    person.touches_up(person.shot("box.jpg"), "erase-brush")


def test_a_model_that_is_missing_is_said(person: Person, goods: Path) -> None:
    person.drops(goods)
    options = person.document.session.options
    person.document.set_options(replace(options, engine="rembg:u2net"))
    with person.hears(person.document.refused):
        person.does("prepare")
    assert any("u2net" in each and "not installed" in each for each in person.strips()), person.strips()
    person.document.set_options(options)
    person.prepares()
    assert all_prepared(person)


def test_a_photo_that_is_deleted_fails_alone(person: Person, goods: Path) -> None:
    person.drops(goods)
    mug = person.shot("mug.jpg")
    person.window.products.selection.go_to(mug.key)
    (goods / "mug.jpg").unlink()
    person.prepares()
    assert mug.state is State.FAILED
    assert mug.reason
    person.window.products.selection.go_to(person.shot("box.jpg").key)
    person.waits(person.sees("box.jpg"))
    person.window.products.selection.go_to(mug.key)
    others = [shot for shot in person.document.session.shots.values() if shot is not mug]
    assert all(shot.standing in (State.READY, State.REVIEW) for shot in others)


def test_an_output_folder_that_is_taken_away_is_made_again(person: Person, prepared_goods: Path) -> None:
    person.drops(prepared_goods)
    person.prepares()
    out = person.document.session.out
    assert out is not None
    shutil.rmtree(out)
    person.document.set_options(replace(person.document.session.options, fill=0.8))
    person.prepares()
    assert all_prepared(person)
    assert (out / "report.html").exists()


def test_a_file_where_the_output_folder_should_be_is_said(person: Person, goods: Path) -> None:
    person.drops(goods)
    out = person.document.session.out
    assert out is not None
    out.write_text("in the way", "utf-8")
    with person.hears(person.document.refused):
        person.does("prepare")
    assert any(out.name in each for each in person.strips()), person.strips()
    out.unlink()
    person.prepares()
    assert all_prepared(person)


def test_a_project_whose_photos_are_gone_opens_and_says_so(person: Person, goods: Path, tmp_path: Path) -> None:
    person.drops(goods)
    project = tmp_path / f"shop{SUFFIX}"
    with person.hears(person.window.projects.saved):
        person.window.projects.save_as(project)
    person.does("new")
    assert not person.document.session.products
    shutil.rmtree(goods)
    person.drops_project(project)
    assert sorted(person.document.session.products) == ["box", "lamp", "mug"]
    person.prepares()
    assert {shot.state for shot in person.document.session.shots.values()} == {State.FAILED}
