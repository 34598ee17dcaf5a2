"""What is handed over is what was proven, all of it and nothing else; what others put there stays."""

from __future__ import annotations

import csv
import io
import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.batch.rounds import Rounds, shown, with_review
from tests.batch.stand_ins import tree
from whitecove.batch.delivery.handover import HandedOver, hand_over
from whitecove.core.errors import OutputError, PlanError, WhitecoveError

pytestmark = pytest.mark.usefixtures("quick")

LISTS = {"changes.csv", "manifest.csv", "manifest.json"}
MAIN, SECOND, THIRD = "S/S_01_main.jpg", "S/S_02.jpg", "S/S_03.jpg"


@pytest.fixture
def rounds(tmp_path: Path) -> Rounds:
    return with_review(tmp_path)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "upload"


def pictures(folder: Path) -> dict[str, str]:
    return {name: shown(data) for name, data in tree(folder).items() if name not in LISTS}


def table(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def said(folder: Path) -> list[tuple[str, str]]:
    return [(row["kind"], row["file"]) for row in table((folder / "changes.csv").read_bytes())]


def test_just_what_is_ready_is_handed_over(rounds: Rounds, target: Path) -> None:
    handed = hand_over(rounds.out, target)
    assert pictures(target) == {MAIN: "P1 main", SECOND: "P2 detail"}
    assert set(tree(target)) >= LISTS
    assert (handed.files, handed.first, handed.not_ready) == (2, True, 1)
    assert said(target) == [("new", MAIN), ("new", SECOND)]
    manifest = json.loads((target / "manifest.json").read_bytes())
    assert [row["file"] for row in manifest["files"]] == [MAIN, SECOND]
    assert manifest["profile"] == "aliexpress"
    assert [path.name for path in target.parent.iterdir() if "part" in path.name] == []


def test_a_folder_is_brought_up_to_date(rounds: Rounds, target: Path) -> None:
    hand_over(rounds.out, target)
    (target / "S" / "mine.txt").write_text("mine")
    rounds.shoot({"R/10.jpg": "P1", "S/20.jpg": "P3"})
    rounds.deliver()
    hand_over(rounds.out, target)
    assert pictures(target) == {"R/R_01_main.jpg": "P1 main", MAIN: "P3 main", "S/mine.txt": "mine"}
    assert said(target) == [("removed", SECOND), ("reordered", "R/R_01_main.jpg"), ("new", MAIN)]


def test_only_what_changed_since_the_last_time(rounds: Rounds, target: Path) -> None:
    first = hand_over(rounds.out, target, only_changed=True)
    assert (first.first, first.files) == (True, 2)
    rounds.shoot({"S/10.jpg": "P1", "S/15.jpg": "P3"})
    rounds.deliver()
    rounds.shoot({"S/10.jpg": "P1", "S/15.jpg": "P3", "S/20.jpg": "P2"})
    rounds.deliver()
    second = hand_over(rounds.out, target.with_name("second"), only_changed=True)
    assert not second.first
    assert pictures(target.with_name("second")) == {SECOND: "P3 detail", THIRD: "P2 detail"}
    third = hand_over(rounds.out, target.with_name("third"), only_changed=True)
    assert (third.files, third.changes) == (0, ())
    assert not target.with_name("third").exists()


def test_files_to_delete_are_said_even_where_nothing_is_to_be_uploaded(rounds: Rounds, target: Path) -> None:
    hand_over(rounds.out, target)
    rounds.shoot({"S/10.jpg": "P1"})
    rounds.deliver()
    handed = hand_over(rounds.out, target.with_name("second"), only_changed=True)
    assert (handed.files, said(target.with_name("second"))) == (0, [("removed", SECOND)])


def test_only_what_changed_never_replaces_an_earlier_zip(rounds: Rounds, target: Path) -> None:
    parcel = target.with_suffix(".zip")
    hand_over(rounds.out, parcel)
    rounds.shoot({"S/10.jpg": "P1", "S/20.jpg": "P3"})
    rounds.deliver()
    before = parcel.read_bytes()
    with pytest.raises(PlanError) as caught:
        hand_over(rounds.out, parcel, only_changed=True)
    assert caught.value.code == "deliver.only_changed_zip"
    assert parcel.read_bytes() == before
    assert hand_over(rounds.out, target.with_name("2.zip"), only_changed=True).files == 1


def test_only_what_changed_never_empties_an_earlier_handover(rounds: Rounds, target: Path) -> None:
    hand_over(rounds.out, target)
    rounds.shoot({"S/10.jpg": "P1", "S/20.jpg": "P3"})
    rounds.deliver()
    before = tree(target)
    with pytest.raises(PlanError) as caught:
        hand_over(rounds.out, target, only_changed=True)
    assert caught.value.code == "deliver.only_changed"
    assert tree(target) == before
    assert hand_over(rounds.out, target.with_suffix(".zip"), only_changed=True).files == 1
    hand_over(rounds.out, target)
    assert pictures(target) == {MAIN: "P1 main", SECOND: "P3 detail"}


def test_the_same_delivery_gives_the_same_zip_file(rounds: Rounds, tmp_path: Path) -> None:
    again = Rounds(tmp_path / "again")
    again.photos.mkdir(parents=True)
    again.shoot({"S/10.jpg": "P1", "S/20.jpg": "P2", "T/10.jpg": "doubt Q1"})
    again.deliver()
    files = [tmp_path / "a.zip", tmp_path / "b.ZIP"]
    hand_over(rounds.out, files[0])
    hand_over(again.out, files[1])
    assert files[0].read_bytes() == files[1].read_bytes()
    with zipfile.ZipFile(files[0]) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [MAIN, SECOND, "changes.csv", "manifest.csv", "manifest.json"]
        assert {info.compress_type for info in archive.infolist()} == {zipfile.ZIP_STORED}
        assert {name: archive.read(name) for name in archive.namelist()[:2]} == {
            name: (rounds.out / name).read_bytes() for name in (MAIN, SECOND)
        }


def test_a_zip_file_of_ours_is_replaced_but_none_of_others(rounds: Rounds, tmp_path: Path) -> None:
    target = tmp_path / "a.zip"
    hand_over(rounds.out, target)
    rounds.shoot({"S/10.jpg": "P9"})
    rounds.deliver()
    hand_over(rounds.out, target)
    with zipfile.ZipFile(target) as archive:
        assert shown(archive.read(MAIN)) == "P9 main"
    target.write_bytes(b"mine")
    with pytest.raises(PlanError) as caught:
        hand_over(rounds.out, target)
    assert caught.value.code == "deliver.zip_exists"
    assert target.read_bytes() == b"mine"


def _edit(rounds: Rounds, target: Path) -> Path:
    rounds.touch_up(SECOND)
    return target


def _lose(rounds: Rounds, target: Path) -> Path:
    (rounds.out / SECOND).unlink()
    return target


def _forget(rounds: Rounds, target: Path) -> Path:
    (rounds.out / "manifest.json").unlink()
    return target


def _interrupt(rounds: Rounds, target: Path) -> Path:
    path = rounds.out / "manifest.json"
    path.write_text(path.read_text("utf-8").replace('"state": "review"', '"state": "waiting"'), "utf-8")
    return target


def _nothing(rounds: Rounds, target: Path) -> Path:
    rounds.shoot({"S/10.jpg": "doubt P1"})
    rounds.deliver()
    return target


def _fill(_: Rounds, target: Path) -> Path:
    target.mkdir()
    (target / "mine.txt").write_text("mine")
    return target


def _another_delivery(rounds: Rounds, target: Path) -> Path:
    (target / ".whitecove").mkdir(parents=True)
    return target


def _inside(rounds: Rounds, _: Path) -> Path:
    return rounds.out / "upload"


def _itself(rounds: Rounds, _: Path) -> Path:
    return rounds.out


def _no_parent(_: Rounds, target: Path) -> Path:
    return target / "deeper" / "upload"


def _a_file(_: Rounds, target: Path) -> Path:
    target.write_text("mine")
    return target


@pytest.mark.parametrize("name", ["upload", "upload.zip"])
@pytest.mark.parametrize(
    ("trouble", "code"),
    [
        (_edit, "deliver.changed"),
        (_lose, "deliver.changed"),
        (_forget, "deliver.no_delivery"),
        (_interrupt, "deliver.unfinished"),
        (_nothing, "deliver.nothing_ready"),
        (_inside, "deliver.inside"),
        (_itself, "deliver.inside"),
        (_no_parent, "output.no_parent"),
    ],
)
def test_what_is_refused_leaves_nothing(
    rounds: Rounds, tmp_path: Path, name: str, trouble: Callable[[Rounds, Path], Path], code: str
) -> None:
    target = trouble(rounds, tmp_path / name)
    before = tree(tmp_path)
    with pytest.raises(WhitecoveError) as caught:
        hand_over(rounds.out, target)
    assert caught.value.code == code
    assert str(caught.value)
    after = tree(tmp_path)
    after.pop("out/.whitecove/lock", None)
    before.pop("out/.whitecove/lock", None)
    assert after == before


@pytest.mark.parametrize(
    ("trouble", "code"),
    [(_fill, "deliver.not_empty"), (_another_delivery, "deliver.is_delivery"), (_a_file, "output.is_file")],
)
def test_folders_of_others_are_refused(
    rounds: Rounds, target: Path, trouble: Callable[[Rounds, Path], Path], code: str
) -> None:
    trouble(rounds, target)
    with pytest.raises((PlanError, OutputError)) as caught:
        hand_over(rounds.out, target)
    assert caught.value.code == code


def test_an_empty_folder_with_what_systems_leave_there_will_do(rounds: Rounds, target: Path) -> None:
    target.mkdir()
    (target / ".DS_Store").write_text("")
    hand_over(rounds.out, target)
    assert pictures(target)[MAIN] == "P1 main"


def test_a_handed_over_file_that_was_edited_there_is_never_overwritten(rounds: Rounds, target: Path) -> None:
    hand_over(rounds.out, target)
    (target / SECOND).write_text("touched up there")
    with pytest.raises(PlanError) as caught:
        hand_over(rounds.out, target)
    assert caught.value.code == "deliver.taken"
    assert SECOND in str(caught.value)
    rounds.shoot({"S/10.jpg": "P1"})
    rounds.deliver()
    assert hand_over(rounds.out, target).left == (SECOND,)
    assert pictures(target) == {MAIN: "P1 main", SECOND: "touched up there"}


class Killed(BaseException):
    """Nothing catches it."""


@pytest.mark.parametrize("kind", ["new", "there", "zip"])
def test_a_handover_that_is_killed_at_any_step_is_taken_up(rounds: Rounds, tmp_path: Path, kind: str) -> None:
    for at in range(1, 200):
        target = tmp_path / f"{at}{'.zip' if kind == 'zip' else ''}"
        if kind == "there":
            target.mkdir()
        try:
            _killed(rounds, target, at)
        except Killed:
            hand_over(rounds.out, target)
        else:
            assert at > 5
            return
        if kind != "zip":
            assert pictures(target) == {MAIN: "P1 main", SECOND: "P2 detail"}
            assert set(tree(target)) >= LISTS
    pytest.fail("it never ended")


def test_a_handover_of_what_changed_that_is_killed_at_any_step_is_taken_up(rounds: Rounds, tmp_path: Path) -> None:
    hand_over(rounds.out, tmp_path / "first")
    rounds.shoot({"S/10.jpg": "P1", "S/20.jpg": "P3"})
    rounds.deliver()
    records = rounds.out / ".whitecove" / "handovers.jsonl"
    before = records.read_bytes()
    for at in range(1, 200):
        target = tmp_path / str(at)
        target.mkdir()
        records.write_bytes(before)
        try:
            _killed(rounds, target, at, only_changed=True)
        except Killed:
            hand_over(rounds.out, target, only_changed=True)
        else:
            assert at > 5
            return
        assert pictures(target) == {SECOND: "P3 detail"}
    pytest.fail("it never ended")


def _killed(rounds: Rounds, target: Path, at: int, *, only_changed: bool = False) -> HandedOver:
    steps = 0

    def watched(real: Callable[..., object]) -> Callable[..., object]:
        def step(*args: object, **kwargs: object) -> object:
            nonlocal steps
            steps += 1
            if steps == at:
                raise Killed
            return real(*args, **kwargs)

        return step

    with pytest.MonkeyPatch.context() as monkeypatch:
        for name in ("replace", "mkdir", "unlink", "rmdir"):
            monkeypatch.setattr(os, name, watched(getattr(os, name)))
        return hand_over(rounds.out, target, only_changed=only_changed)
