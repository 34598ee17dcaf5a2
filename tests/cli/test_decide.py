"""`whitecove approve`, `reject`, `reshoot`, `withdraw`, `decisions`, and what the next run makes of them."""

from __future__ import annotations

import csv
import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import QUICK, Cli, product, save, start
from whitecove.batch import decisions
from whitecove.cli.exit_codes import Exit
from whitecove.core.model import State

# Every cutout is doubtful enough to be looked at.
DOUBTFUL = (*QUICK, "--review-doubt", 0)
MAIN = "cup/cup_01_main.jpg"


@dataclass(frozen=True)
class Doubtful:
    """A delivery whose two main pictures wait in review, for no other reason than doubt."""

    cli: Cli
    photos: Path
    out: Path

    def prepare(self) -> list[dict[str, Any]]:
        """Delivers again, and hands back what was said."""
        return self.cli("prepare", self.photos, "--out", self.out, *DOUBTFUL, "--json").lines

    def states(self) -> dict[str, str]:
        rows = json.loads((self.out / "manifest.json").read_bytes())["files"]
        return {row["file"]: row["state"] for row in rows}

    def pictures(self) -> set[str]:
        """The pictures among what is uploaded."""
        below = (path.relative_to(self.out) for path in self.out.rglob("*.jpg"))
        return {path.as_posix() for path in below if path.parts[0] not in ("_review", "_previous", ".whitecove")}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("doubtful")
    save(product(1), folder / "photos" / "cup" / "cup_1.jpg")
    save(product(2), folder / "photos" / "lamp" / "lamp_1.jpg")
    start(folder / "home", "prepare", folder / "photos", "--out", folder / "out", *DOUBTFUL)
    return folder


@pytest.fixture
def delivery(made: Path, tmp_path: Path, cli: Cli) -> Doubtful:
    for part in ("photos", "out"):
        shutil.copytree(made / part, tmp_path / part)
    return Doubtful(cli, tmp_path / "photos", tmp_path / "out")


def test_an_approved_picture_is_delivered_as_it_is_without_being_made_anew(delivery: Doubtful) -> None:
    before = (delivery.out / "_review" / MAIN).read_bytes()
    assert delivery.pictures() == set()
    ended = delivery.cli("approve", delivery.out, "cup/cup_1.jpg", "--reason", "fine")
    assert (ended.code, ended.err) == (Exit.READY, "")
    assert f"Approved: _review/{MAIN} (from cup/cup_1.jpg), fine" in ended.out
    lines = delivery.prepare()
    assert lines[0]["resumed"] == 2
    (picture,) = next(line["files"] for line in lines if line.get("source") == "cup/cup_1.jpg")
    assert (picture["state"], picture["decision"]) == (State.READY, "approved by a person: fine")
    assert delivery.pictures() == {MAIN}
    assert (delivery.out / MAIN).read_bytes() == before
    assert "Approved by a person: fine" in (delivery.out / "report.html").read_text("utf-8")


def test_an_approval_ends_with_the_picture_it_was_given_to(delivery: Doubtful) -> None:
    delivery.cli("approve", delivery.out, "cup", "lamp")
    save(product(3), delivery.photos / "cup" / "cup_1.jpg")
    delivery.prepare()
    assert delivery.pictures() == {"lamp/lamp_01_main.jpg"}


def test_a_photo_to_shoot_again_leaves_the_delivery_until_another_comes(delivery: Doubtful) -> None:
    delivery.cli("approve", delivery.out, "cup", "lamp")
    delivery.prepare()
    assert delivery.pictures() == {MAIN, "lamp/lamp_01_main.jpg"}
    ended = delivery.cli("reshoot", delivery.out, delivery.out / MAIN, "--reason", "Cut-off")
    assert (ended.code, ended.err) == (Exit.READY, "")
    summary = delivery.prepare()[-1]
    assert (summary["counts"], summary["changes"]) == ({"ready": 1, "reshoot": 1}, {"removed": 1})
    assert delivery.pictures() == {"lamp/lamp_01_main.jpg"}
    assert delivery.states()[f"_review/{MAIN}"] == State.RESHOOT
    with (delivery.out / "reshoot.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [(row["sku"], row["photo"], row["reason"]) for row in csv.DictReader(file)] == [
            ("cup", "cup/cup_1.jpg", "cut off")
        ]
    assert "cut off" in (delivery.out / "reshoot.html").read_text("utf-8")
    save(product(3), delivery.photos / "cup" / "cup_1.jpg")
    delivery.prepare()
    assert delivery.states()[f"_review/{MAIN}"] == State.REVIEW
    assert not (delivery.out / "reshoot.csv").exists()
    assert not (delivery.out / "reshoot.html").exists()


def test_a_refusal_can_be_taken_back(delivery: Doubtful) -> None:
    out = delivery.out
    delivery.cli("approve", out, "cup", "lamp")
    delivery.cli("reject", out, MAIN, "--reason", "the wrong blue")
    delivery.prepare()
    assert delivery.pictures() == {"lamp/lamp_01_main.jpg"}
    assert "A person refused it: the wrong blue." in (out / "manifest.csv").read_text("utf-8-sig")
    assert "Taken back" in delivery.cli("withdraw", out, "cup").out
    delivery.cli("approve", out, "cup_01_main.jpg")
    delivery.prepare()
    assert delivery.pictures() == {MAIN, "lamp/lamp_01_main.jpg"}


def test_an_unknown_name_records_nothing_at_all(delivery: Doubtful) -> None:
    ended = delivery.cli("approve", delivery.out, "cup", "lmap")
    assert (ended.code, ended.out) == (Exit.CANNOT_RUN, "")
    assert ended.err.strip() == "Nothing in the delivery is called lmap. Did you mean lamp?"
    assert not decisions.read(delivery.out)


def test_a_folder_without_a_delivery_is_refused(cli: Cli, tmp_path: Path) -> None:
    ended = cli("approve", tmp_path, "cup")
    assert ended.code == Exit.CANNOT_RUN
    assert "There is no delivery in" in ended.err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("reason", [(), ("--reason", " .")])
def test_shooting_again_needs_a_reason(delivery: Doubtful, reason: tuple[str, ...]) -> None:
    ended = delivery.cli("reshoot", delivery.out, "cup", *reason)
    assert ended.code == Exit.USAGE
    assert "--reason" in ended.err
    assert not decisions.read(delivery.out)


def test_decisions_as_json_lines(delivery: Doubtful) -> None:
    delivery.cli("reshoot", delivery.out, "lamp", "--reason", "dirty")
    recorded = delivery.cli("approve", delivery.out, "cup", "--json").lines
    assert recorded[-1] == {"event": "summary", "recorded": 1, "out": str(delivery.out), "exit_code": 0}
    held = delivery.cli("decisions", delivery.out, "--json").lines
    assert [(line["kind"], line["source"], line["slot"], line["file"], line["reason"]) for line in held[:-1]] == [
        ("reshoot", "lamp/lamp_1.jpg", "", "", "dirty"),
        ("approve", "cup/cup_1.jpg", "main", f"_review/{MAIN}", ""),
    ]
    assert held[-1]["decisions"] == 2


def test_a_decision_about_a_picture_that_is_gone_says_so(delivery: Doubtful) -> None:
    assert delivery.cli("decisions", delivery.out).out.strip() == "Nothing is decided."
    delivery.cli("approve", delivery.out, "cup")
    save(product(3), delivery.photos / "cup" / "cup_1.jpg")
    delivery.prepare()
    shown = delivery.cli("decisions", delivery.out).out
    assert shown.strip() == "Approved: cup/cup_1.jpg (no longer in the delivery as it was)"


def test_approving_what_breaks_a_rule_says_that_it_is_not_enough(delivery: Doubtful) -> None:
    manifest = delivery.out / "manifest.json"
    listed = json.loads(manifest.read_bytes())
    finding = {"rule": "file.bytes", "severity": "error", "outcome": "fail"}
    listed["files"][0]["findings"].append(finding)
    manifest.write_text(json.dumps(listed), "utf-8")
    assert "It still breaks: File size. Approving is not enough." in delivery.cli("approve", delivery.out, "cup").out
