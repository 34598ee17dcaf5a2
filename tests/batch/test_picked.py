"""What a name means in a delivery, and what is decided by it."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest

from whitecove.batch import store
from whitecove.batch.decisions import Decision, Kind, settled
from whitecove.batch.delivery.manifest import FIELDS
from whitecove.batch.picked import decided, delivered, picked, withdrawn
from whitecove.core.errors import PlanError
from whitecove.core.model import Slot


def row(
    source: str, sku: str, file: str = "", slot: str = "main", state: str = "review", **more: object
) -> dict[str, object]:
    made: dict[str, object] = {
        "sha256": f"made of {source} for {slot}" if file else "",
        "source_sha256": f"of {source}",
        "findings": [],
    }
    named = {"source": source, "sku": sku, "file": file, "image_type": slot, "state": state}
    return {**dict.fromkeys(FIELDS), **made, **named, **more}


ROWS = (
    row("cup/1.jpg", "cup", "cup/cup_01_main.jpg", state="ready"),
    row("cup/1.jpg", "cup", "cup/variants/cup_v01_red.jpg", slot="variant", state="ready"),
    row("cup/2.jpg", "cup", "_review/cup/cup_02.jpg", slot="detail"),
    row("cup/spare.jpg", "cup", slot="unused", state="unused"),
    row("lamp/1.jpg", "lamp", "_review/lamp/lamp_01_main.jpg", state="reshoot"),
    row("bad.jpg", "bad", state="reshoot"),
    row("Café.jpg", "Café", state="waiting", source_sha256=""),
    row("notes.txt", "", state="skipped", source_sha256=""),
)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "manifest.json").write_text(json.dumps({"schema": 1, "files": ROWS}), "utf-8")
    return folder


def files(out: Path, *names: str) -> list[str]:
    found = picked(delivered(out), names, out)
    return [pick.file or pick.source for picks in found.values() for pick in picks]


def refused(out: Path, *names: str) -> PlanError:
    with pytest.raises(PlanError) as caught:
        picked(delivered(out), names, out)
    return caught.value


MAIN, VARIANT, DETAIL = "cup/cup_01_main.jpg", "cup/variants/cup_v01_red.jpg", "_review/cup/cup_02.jpg"


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("cup/1.jpg", [MAIN, VARIANT]),
        (MAIN, [MAIN]),
        ("cup_v01_red.jpg", [VARIANT]),
        (DETAIL, [DETAIL]),
        ("cup/cup_02.jpg", [DETAIL]),
        ("cup", [MAIN, VARIANT, DETAIL, "cup/spare.jpg"]),
        ("cup/", [MAIN, VARIANT, DETAIL, "cup/spare.jpg"]),
        ("2.jpg", [DETAIL]),
        (unicodedata.normalize("NFD", "Café"), ["Café.jpg"]),
    ],
)
def test_a_name_means_a_photo_a_file_or_a_product(out: Path, name: str, meant: list[str]) -> None:
    assert files(out, name) == meant


def test_a_delivered_file_may_be_given_as_a_path(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(out / "..")
    assert files(out, str(out / MAIN)) == [MAIN]
    assert files(out, f"out/{DETAIL}") == [DETAIL]


def test_a_photo_is_known_by_its_content_wherever_it_lies(out: Path, tmp_path: Path) -> None:
    photo = tmp_path / "elsewhere.jpg"
    photo.write_bytes(b"cup")
    rows = [*ROWS, row("new.jpg", "new", "new/new_01_main.jpg", source_sha256=store.file_sha256(photo))]
    (out / "manifest.json").write_text(json.dumps({"schema": 1, "files": rows}), "utf-8")
    assert files(out, str(photo)) == ["new/new_01_main.jpg"]


def test_unknown_names_are_all_named_with_close_ones(out: Path) -> None:
    error = refused(out, "cup", "lmap", "qqqqqq")
    assert error.code == "decision.unknown_close"
    assert "lmap, qqqqqq" in str(error)
    assert "Did you mean lamp" in str(error)
    assert refused(out, "qqqqqq").code == "decision.unknown"


def test_what_was_skipped_is_not_in_the_delivery(out: Path) -> None:
    assert refused(out, "notes.txt").code.startswith("decision.unknown")


def test_a_name_that_two_photos_have_is_refused(out: Path) -> None:
    error = refused(out, "1.jpg")
    assert error.code == "decision.ambiguous"
    assert "cup/1.jpg, lamp/1.jpg" in str(error)


def test_no_delivery_and_a_damaged_one_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(PlanError) as caught:
        delivered(tmp_path)
    assert caught.value.code == "decision.no_delivery"
    for text in ("{", "[]", '{"files": [{}]}', '{"files": [{"state": "baked"}]}'):
        (tmp_path / "manifest.json").write_text(text, "utf-8")
        with pytest.raises(PlanError) as caught:
            delivered(tmp_path)
        assert caught.value.code == "decision.damaged"


def test_approving_a_product_is_about_its_pictures_only(out: Path) -> None:
    chosen = decided(Kind.APPROVE, picked(delivered(out), ["cup", MAIN], out))
    assert [(each.source, each.slot) for each in chosen] == [
        ("cup/1.jpg", Slot.MAIN), ("cup/1.jpg", Slot.VARIANT), ("cup/2.jpg", Slot.DETAIL),
    ]  # fmt: skip


def test_a_photo_is_shot_again_once_whatever_is_made_of_it(out: Path) -> None:
    (chosen,) = decided(Kind.RESHOOT, picked(delivered(out), ["cup/1.jpg"], out), "dirty")
    assert (chosen.source_sha256, chosen.slot, chosen.reason) == ("of cup/1.jpg", None, "dirty")


def test_a_photo_without_pictures_can_be_taken_off_the_reshoot_list(out: Path) -> None:
    (chosen,) = decided(Kind.APPROVE, picked(delivered(out), ["bad.jpg"], out))
    assert chosen.picture is None
    assert not settled([Decision(kind=Kind.RESHOOT, source_sha256="of bad.jpg"), chosen]).photos


@pytest.mark.parametrize(
    ("kind", "name", "code"),
    [
        (Kind.APPROVE, "cup/spare.jpg", "decision.no_picture"),
        (Kind.REJECT, "bad.jpg", "decision.no_picture"),
        (Kind.RESHOOT, "Café.jpg", "decision.no_photo"),
    ],
)
def test_where_there_is_nothing_to_decide_about_nothing_is_decided(out: Path, kind: Kind, name: str, code: str) -> None:
    with pytest.raises(PlanError) as caught:
        decided(kind, picked(delivered(out), ["cup/2.jpg", name], out))
    assert caught.value.code == code
    assert name in str(caught.value)


def test_only_what_was_decided_can_be_taken_back(out: Path) -> None:
    picks = delivered(out)
    held = settled(decided(Kind.RESHOOT, picked(picks, ["lamp"], out), "dirty"))
    back = withdrawn(picked(picks, ["lamp"], out), held)
    assert not settled([*held.photos.values(), *back])
    with pytest.raises(PlanError) as caught:
        withdrawn(picked(picks, ["lamp", "cup"], out), held)
    assert caught.value.code == "decision.nothing"
    assert "cup" in str(caught.value)


def test_what_no_approval_lifts_is_known(out: Path) -> None:
    broken = {"outcome": "fail", "severity": "error"}
    findings = [
        {"rule": "file.bytes", **broken},
        {"rule": "subject.doubt", **broken},
        {"rule": "set.main", **broken},
        {"rule": "subject.fill", "outcome": "fail", "severity": "warning"},
        {"rule": "file.format", "outcome": "pass", "severity": "error"},
    ]
    rows = [row("a.jpg", "a", "_review/a/a_01_main.jpg", findings=findings)]
    (out / "manifest.json").write_text(json.dumps({"schema": 1, "files": rows}), "utf-8")
    (pick,) = delivered(out)
    assert pick.broken == ("file.bytes",)


def test_a_name_that_a_photo_and_another_ones_file_have_is_refused(out: Path) -> None:
    rows = (row("T_03.jpg", "T", "T/T_02.jpg", slot="detail"), row("T_04.jpg", "T", "T/T_03.jpg", slot="detail"))
    (out / "manifest.json").write_text(json.dumps({"schema": 1, "files": rows}), "utf-8")
    with pytest.raises(PlanError, match=r"Write T/T_03\.jpg for the file") as caught:
        picked(delivered(out), ["T_03.jpg"], out)
    assert caught.value.code == "decision.two_meanings"
    names = ["T/T_03.jpg", "T_02.jpg"]
    assert [pick.source for each in picked(delivered(out), names, out).values() for pick in each] == [
        "T_04.jpg",
        "T_03.jpg",
    ]
