"""One folder delivered again and again: after each round it holds exactly what to upload, and says what changed."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.batch.rounds import DELIVERED, FOURTH, MAIN, SECOND, THIRD, THREE, Rounds
from whitecove.batch.delivery.edits import Edits
from whitecove.batch.delivery.lists import write_lists
from whitecove.batch.executors.control import Control
from whitecove.batch.executors.jobs import Done, Job
from whitecove.batch.journal import Journal, Origin, Placed
from whitecove.batch.places import JOURNAL
from whitecove.batch.results import BatchResult

pytestmark = pytest.mark.usefixtures("quick")


def after_one_photo(rounds: Rounds) -> BatchResult:
    """The batch, cancelled when its first photo is done."""
    control = Control()
    return rounds.run(control=control, emit=lambda event: control.cancel() if getattr(event, "done", 0) == 1 else None)


def test_at_first_everything_is_new(rounds: Rounds) -> None:
    assert rounds.changes() == [("new", MAIN), ("new", SECOND), ("new", THIRD)]


ROUNDS = {
    "nothing": (THREE, DELIVERED, None, {}),
    "added at the end": (
        THREE | {"S/40.jpg": "P4"},
        DELIVERED | {FOURTH: "P4 detail"},
        [("new", FOURTH)],
        {},
    ),
    "added in the middle": (
        THREE | {"S/15.jpg": "P4"},
        {MAIN: "P1 main", SECOND: "P4 detail", THIRD: "P2 detail", FOURTH: "P3 detail"},
        [("reordered", FOURTH, THIRD), ("reordered", THIRD, SECOND), ("new", SECOND)],
        {},
    ),
    "removed at the end": (
        {"S/10.jpg": "P1", "S/20.jpg": "P2"},
        {MAIN: "P1 main", SECOND: "P2 detail"},
        [("removed", THIRD)],
        {THIRD: "P3 detail"},
    ),
    "removed in the middle": (
        {"S/10.jpg": "P1", "S/30.jpg": "P3"},
        {MAIN: "P1 main", SECOND: "P3 detail"},
        [("removed", SECOND), ("reordered", SECOND, THIRD)],
        {SECOND: "P2 detail"},
    ),
    "the main one removed": (
        {"S/20.jpg": "P2", "S/30.jpg": "P3"},
        {MAIN: "P2 main", SECOND: "P3 detail"},
        [("removed", SECOND), ("replaced", MAIN), ("reordered", SECOND, THIRD)],
        {MAIN: "P1 main", SECOND: "P2 detail"},
    ),
    "renamed, in the same order": (
        {"S/10.jpg": "P1", "S/21.jpg": "P2", "S/33.jpg": "P3"},
        DELIVERED,
        None,
        {},
    ),
    "replaced": (
        THREE | {"S/20.jpg": "P2 better"},
        DELIVERED | {SECOND: "P2 better detail"},
        [("replaced", SECOND)],
        {SECOND: "P2 detail"},
    ),
    "two details swapped": (
        {"S/10.jpg": "P1", "S/20.jpg": "P3", "S/30.jpg": "P2"},
        {MAIN: "P1 main", SECOND: "P3 detail", THIRD: "P2 detail"},
        [("reordered", SECOND, THIRD), ("reordered", THIRD, SECOND)],
        {},
    ),
    "all details in a circle": (
        {"S/10.jpg": "P1", "S/20.jpg": "P3", "S/30.jpg": "P4", "S/40.jpg": "P2"},
        {MAIN: "P1 main", SECOND: "P3 detail", THIRD: "P4 detail", FOURTH: "P2 detail"},
        [("reordered", FOURTH, SECOND), ("reordered", SECOND, THIRD), ("new", THIRD)],
        {},
    ),
    "main and detail swapped": (
        {"S/10.jpg": "P2", "S/20.jpg": "P1", "S/30.jpg": "P3"},
        {MAIN: "P2 main", SECOND: "P1 detail", THIRD: "P3 detail"},
        [("replaced", MAIN), ("replaced", SECOND)],
        {MAIN: "P1 main", SECOND: "P2 detail"},
    ),
    "the listing renamed": (
        {"R/10.jpg": "P1", "R/20.jpg": "P2", "R/30.jpg": "P3"},
        {"R/R_01_main.jpg": "P1 main", "R/R_02.jpg": "P2 detail", "R/R_03.jpg": "P3 detail"},
        [
            ("reordered", "R/R_01_main.jpg", MAIN),
            ("reordered", "R/R_02.jpg", SECOND),
            ("reordered", "R/R_03.jpg", THIRD),
        ],
        {},
    ),
    "a photo moved to another listing": (
        {"S/10.jpg": "P1", "S/20.jpg": "P2", "T/10.jpg": "P4", "T/20.jpg": "P3"},
        {MAIN: "P1 main", SECOND: "P2 detail", "T/T_01_main.jpg": "P4 main", "T/T_02.jpg": "P3 detail"},
        [("new", "T/T_01_main.jpg"), ("reordered", "T/T_02.jpg", THIRD)],
        {},
    ),
    "a photo shared with another listing": (
        THREE | {"A/10.jpg": "P1", "A/20.jpg": "P2"},
        DELIVERED | {"A/A_01_main.jpg": "P1 main", "A/A_02.jpg": "P2 detail"},
        [("new", "A/A_01_main.jpg"), ("new", "A/A_02.jpg")],
        {},
    ),
    "another listing": ({"T/10.jpg": "P4"}, {"T/T_01_main.jpg": "P4 main"}, [
        ("removed", MAIN), ("removed", SECOND), ("removed", THIRD), ("new", "T/T_01_main.jpg"),
    ], DELIVERED),
    "the main one doubtful": (
        THREE | {"S/10.jpg": "doubt P1"},
        {f"_review/{MAIN}": "doubt P1 main", f"_review/{SECOND}": "P2 detail", f"_review/{THIRD}": "P3 detail"},
        [("removed", MAIN), ("removed", SECOND), ("removed", THIRD)],
        {MAIN: "P1 main"},
    ),
    "a detail doubtful": (
        THREE | {"S/20.jpg": "doubt P2"},
        {MAIN: "P1 main", f"_review/{SECOND}": "doubt P2 detail", THIRD: "P3 detail"},
        [("removed", SECOND)],
        {SECOND: "P2 detail"},
    ),
    "a detail cannot be read": (
        THREE | {"S/20.jpg": "bad P2"},
        {MAIN: "P1 main", THIRD: "P3 detail"},
        [("removed", SECOND)],
        {SECOND: "P2 detail"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ROUNDS)
def test_a_round(rounds: Rounds, name: str) -> None:
    photos, uploaded, changes, gave_way = ROUNDS[name]
    first = rounds.changes()
    rounds.shoot(photos)
    rounds.deliver()
    assert rounds.uploaded() == uploaded
    assert rounds.changes() == (first if changes is None else changes)
    assert rounds.previous() == ([gave_way] if gave_way else [])
    assert not [path for path in rounds.out.rglob("*") if path.is_dir() and not any(path.iterdir())]


@pytest.mark.parametrize("name", ROUNDS)
def test_and_back(rounds: Rounds, name: str) -> None:
    rounds.shoot(ROUNDS[name][0])
    rounds.deliver()
    there = rounds.changes()
    rounds.shoot(THREE)
    rounds.deliver()
    assert rounds.uploaded() == DELIVERED
    assert len(rounds.changes()) == len(there)
    said = (rounds.out / "changes.csv").read_bytes()
    rounds.deliver()
    assert (rounds.out / "changes.csv").read_bytes() == said
    assert rounds.written is not None
    assert rounds.written.changes == ()


def test_what_is_delivered_already_is_not_made_again(rounds: Rounds) -> None:
    rounds.shoot({"R/5.jpg": "P3", "R/6.jpg": "P2", "R/7.jpg": "P1"})
    rounds.deliver()
    rounds.shoot({"S/10.jpg": "P1", "S/20.jpg": "P3", "S/30.jpg": "P2"})
    rounds.run(rounds.plan(), worker=_only_once)
    assert rounds.uploaded() == {MAIN: "P1 main", SECOND: "P3 detail", THIRD: "P2 detail"}


def _only_once(job: Job) -> Done:
    raise AssertionError(job)


def test_reasons_say_what_to_do(rounds: Rounds) -> None:
    rounds.shoot({"S/10.jpg": "doubt P1", "S/20.jpg": "P2"})
    rounds.deliver()
    reasons = {row["file"]: row["reason"] for row in rounds.table("changes.csv")}
    assert "The cutout is doubtful." in reasons[MAIN]
    assert "main picture is not ready" in reasons[SECOND]
    assert all(reason.endswith("Delete it where you uploaded it.") for reason in reasons.values())
    assert reasons[THIRD] == "Its photo is no longer among those given. Delete it where you uploaded it."


def test_other_settings_replace_everything(rounds: Rounds) -> None:
    rounds.deliver(fill=0.8)
    assert rounds.changes() == [("new", MAIN), ("new", SECOND), ("new", THIRD)]
    rounds.shoot({name: f"{content} again" for name, content in THREE.items()})
    rounds.deliver(fill=0.8)
    assert rounds.changes() == [("replaced", MAIN), ("replaced", SECOND), ("replaced", THIRD)]
    assert rounds.previous() == [DELIVERED]


def test_an_interruption_leaves_the_changes_to_the_next_run(rounds: Rounds) -> None:
    said = rounds.changes()
    rounds.shoot({"A/1.jpg": "P4", "S/10.jpg": "P1 better", "S/20.jpg": "P2"})
    control = Control()
    result = rounds.run(
        control=control, emit=lambda event: control.cancel() if getattr(event, "done", 0) == 1 else None
    )
    write_lists(result, rounds.out)
    assert result.interrupted
    assert rounds.changes() == said
    rounds.deliver()
    assert rounds.changes() == [("removed", THIRD), ("new", "A/A_01_main.jpg"), ("replaced", MAIN)]


def test_a_first_delivery_that_was_interrupted_is_all_new_when_it_is_finished(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    rounds = Rounds(tmp_path)
    rounds.shoot(THREE | {"A/1.jpg": "P4"})
    control = Control()
    result = rounds.run(
        control=control, emit=lambda event: control.cancel() if getattr(event, "done", 0) == 1 else None
    )
    write_lists(result, rounds.out)
    assert rounds.uploaded() == {"A/A_01_main.jpg": "P4 main"}
    assert not (rounds.out / "changes.csv").exists()
    rounds.deliver()
    assert rounds.changes() == [("new", name) for name in ("A/A_01_main.jpg", MAIN, SECOND, THIRD)]


def test_a_table_that_another_program_holds_costs_no_change(rounds: Rounds, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.replace

    def held(self: Path, target: Path) -> Path:
        if target.name == "changes.csv":
            raise PermissionError
        return real(self, target)

    rounds.shoot({"S/10.jpg": "P1"})
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", held)
        rounds.deliver()
    assert rounds.written is not None
    assert rounds.written.trouble is not None
    assert rounds.written.trouble.code == "output.held"
    rounds.deliver()
    assert rounds.changes() == [("removed", SECOND), ("removed", THIRD)]


def test_a_remembered_result_without_its_pictures_is_not_taken(rounds: Rounds) -> None:
    journal = rounds.out / JOURNAL
    lines = [json.loads(line) for line in journal.read_text("utf-8").splitlines()]
    for line in lines:
        line.get("result", {})["renditions"] = []
    journal.write_text("".join(f"{json.dumps(line)}\n" for line in lines), "utf-8")
    rounds.deliver()
    assert rounds.uploaded() == DELIVERED


def test_names_that_a_disk_takes_for_the_same_are_one_file(rounds: Rounds) -> None:
    """As on disks that do not tell small letters from capital ones: two names, one file."""
    other = rounds.out / "S" / "s_02.jpg"
    (sha256,) = rounds.plan().memory.made[SECOND]
    with Journal(rounds.out / JOURNAL) as journal:
        journal.placed([Placed(file="S/s_02.jpg", sha256=sha256, origin=Origin("", "detail", ""))])
    os.link(rounds.out / SECOND, other)
    rounds.deliver()
    assert rounds.uploaded()[SECOND] == "P2 detail"
    assert other.exists()
    other.unlink()
    other.write_bytes((rounds.out / SECOND).read_bytes())
    rounds.deliver()
    assert rounds.uploaded() == DELIVERED


# Variants

MUG = {"mug/主图/1.jpg": "M", "mug/主图/2.jpg": "N", "mug/SKU/红色.jpg": "R", "mug/SKU/蓝色.jpg": "B"}
RED, BLUE = "mug/variants/mug_v01_红色.jpg", "mug/variants/mug_v02_蓝色.jpg"
GREEN = "mug/variants/mug_v01_绿色.jpg"
RENAMED = {name.replace("红色", "绿色"): content for name, content in MUG.items()}


@pytest.fixture
def mugs(rounds: Rounds) -> Rounds:
    """A delivery of a product in two colours."""
    rounds.shoot(MUG)
    rounds.deliver()
    assert rounds.uploaded().items() >= {RED: "R variant", BLUE: "B variant"}.items()
    return rounds


def test_a_variant_that_is_renamed_is_moved(mugs: Rounds) -> None:
    mugs.shoot(RENAMED)
    mugs.deliver()
    assert mugs.changes() == [("reordered", GREEN, RED)]
    assert RED not in mugs.uploaded()


def test_variants_whose_photos_are_swapped_are_swapped(mugs: Rounds) -> None:
    mugs.shoot(MUG | {"mug/SKU/红色.jpg": "B", "mug/SKU/蓝色.jpg": "R"})
    mugs.deliver()
    assert mugs.uploaded().items() >= {RED: "B variant", BLUE: "R variant"}.items()
    assert mugs.changes() == [("reordered", RED, BLUE), ("reordered", BLUE, RED)]


def test_an_edited_variant_keeps_its_photo_not_its_name(mugs: Rounds) -> None:
    mugs.touch_up(RED, "red by hand")
    mugs.shoot(RENAMED)
    mugs.deliver(Edits.KEEP)
    assert mugs.uploaded().items() >= {GREEN: "red by hand", BLUE: "B variant"}.items()
    mugs.shoot(MUG | {"mug/SKU/红色.jpg": "B", "mug/SKU/蓝色.jpg": "R"})
    mugs.deliver()
    assert mugs.uploaded().items() >= {RED: "B variant", BLUE: "red by hand"}.items()


def test_a_variant_that_goes_leaves_no_folder(mugs: Rounds) -> None:
    mugs.shoot({"mug/主图/1.jpg": "M", "mug/主图/2.jpg": "N"})
    mugs.deliver()
    assert not (mugs.out / "mug" / "variants").exists()
    assert mugs.changes() == [("removed", RED), ("removed", BLUE)]
