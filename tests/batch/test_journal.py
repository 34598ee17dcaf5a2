from __future__ import annotations

import json
import tracemalloc
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.pictures import facts
from whitecove.batch.delivery.manifest import as_json
from whitecove.batch.journal import RESULT, Journal, Origin, Placed, job_key, rebased, recall, up_to_date
from whitecove.batch.written import parsed
from whitecove.core.errors import OutputError
from whitecove.core.model import (
    Box,
    Finding,
    Outcome,
    PhotoResult,
    Placement,
    Rendition,
    Severity,
    Slot,
    State,
    Want,
)

RENDITION = Rendition(
    slot=Slot.MAIN,
    file="S/S_01_main.jpg",
    state=State.READY,
    reason="",
    findings=(
        Finding(rule="file.bytes", severity=Severity.ERROR, outcome=Outcome.PASS, measured="1 KB", required="≥ 0",
                value=3.0, where=Box(1, 2, 3, 4)),
    ),
    placement=Placement(source_box=Box(0, 0, 5, 5), placed_box=Box(1, 1, 6, 6), canvas=(8, 8), flush=("left",)),
    engine="backdrop",
    doubt=0.1,
    score=97,
    sha256="ab" * 32,
    encoding={"rung": "quality", "quality": 95},
)  # fmt: skip
RESULT_ONE = PhotoResult(state=State.READY, reason="", facts=facts(8, 8, b"one"), renditions=(RENDITION,))
WANTS = (Want(slot=Slot.MAIN, file="S/S_01_main.jpg"),)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.jsonl"


def write(path: Path, *results: PhotoResult, key: str = "key") -> None:
    with Journal(path) as journal:
        for result in results:
            journal.add(key, "1.jpg", result)


def test_results_come_back_as_they_were(path: Path) -> None:
    write(path, RESULT_ONE)
    memory = recall(path, path.with_name("none"))
    assert RESULT_ONE.facts is not None
    assert memory.results == {"key": {RESULT_ONE.facts.sha256: RESULT_ONE}}
    assert memory.made_it("S/S_01_main.jpg", "ab" * 32)
    assert not memory.made_it("S/S_01_main.jpg", "cd" * 32)
    assert not memory.made_it("S/S_02.jpg", "ab" * 32)


@given(st.floats(), st.text(), st.text())
def test_any_finding_survives_json(value: float, measured: str, name: str) -> None:
    finding = replace(RENDITION.findings[0], value=value, measured=measured)
    result = replace(RESULT_ONE, reason=name, renditions=(replace(RENDITION, findings=(finding,)),))
    back = RESULT.validate_python(json.loads(json.dumps(RESULT.dump_python(result, mode="json"))))
    assert repr(back) == repr(result)


def test_a_long_journal_stays_on_disk(path: Path) -> None:
    long = replace(RESULT_ONE, reason="Because. " * 2000)
    results = [replace(long, facts=facts(8, 8, str(number).encode())) for number in range(100)]
    write(path, *results)
    tracemalloc.start()
    memory = recall(path, path.with_name("none"))
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert kept < path.stat().st_size / 10
    assert list(memory.results["key"].values()) == results


@pytest.mark.parametrize("indent", [None, 2])
def test_a_manifest_is_read_as_we_write_it_and_however_it_was_rewritten(path: Path, indent: int | None) -> None:
    rows = [{"file": f"S/{n}.jpg", "sha256": f"{n}", "findings": ["a long story"] * 100} for n in range(200)]
    manifest = path.with_name("manifest.json")
    manifest.write_bytes(as_json("aliexpress", rows))
    if indent:
        manifest.write_text(json.dumps(json.loads(manifest.read_bytes()), indent=indent), "utf-8")
    tracemalloc.start()
    memory = recall(path, manifest)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert memory.made == {f"S/{n}.jpg": {f"{n}"} for n in range(200)}
    assert indent or peak < manifest.stat().st_size


def test_what_no_longer_lies_in_the_journal_is_not_recalled(path: Path) -> None:
    write(path, RESULT_ONE)
    (recalled,) = recall(path, path.with_name("none")).results.values()
    (sha256,) = recalled
    path.write_bytes(path.read_bytes().replace(sha256.encode(), b"0" * 64))
    assert recalled.get(sha256) is None
    path.unlink()
    assert recalled.get(sha256) is None


@pytest.mark.parametrize("cut", range(1, 40))
def test_a_torn_last_line_costs_only_itself(path: Path, cut: int) -> None:
    write(path, RESULT_ONE)
    whole = path.read_bytes()
    path.write_bytes(whole + whole[: -cut * len(whole) // 41])
    write(path, replace(RESULT_ONE, facts=facts(8, 8, b"two")))
    (results,) = recall(path, path.with_name("none")).results.values()
    assert len(results) == 2


@pytest.mark.parametrize("junk", [b"\0\xff\n", b"[]\n", b'{"schema": 99}\n', b'{"schema": 1, "result": {}}\n', b"\n"])
def test_lines_that_say_nothing_are_passed_over(path: Path, junk: bytes) -> None:
    path.write_bytes(junk)
    write(path, RESULT_ONE)
    assert len(recall(path, path.with_name("none")).results) == 1


@pytest.mark.parametrize("file", ["../outside.jpg", "/etc/passwd", "a/../../b.jpg", "C:/x.jpg", "a\\..\\..\\b.jpg"])
def test_names_outside_the_delivery_are_not_believed(path: Path, file: str) -> None:
    write(path, replace(RESULT_ONE, renditions=(replace(RENDITION, file=file),)))
    manifest = path.with_name("manifest.json")
    manifest.write_text(json.dumps({"files": [{"file": file, "sha256": "ab" * 32}]}))
    memory = recall(path, manifest)
    assert not memory.made
    assert not memory.results


def test_a_delivery_that_lost_its_journal_is_known_by_its_manifest(path: Path) -> None:
    manifest = path.with_name("manifest.json")
    rows = [{"file": "_review/S/S_01_main.jpg", "sha256": "ab"}, {"file": "", "sha256": ""}, {"file": None}, 3]
    manifest.write_text(json.dumps({"files": rows}))
    assert recall(path, manifest).made == {"S/S_01_main.jpg": {"ab"}}


@pytest.mark.parametrize("damaged", ["", "[]", '{"files": 3}', '{"files": {"a": 1}}', "\0"])
def test_a_damaged_manifest_tells_nothing(path: Path, damaged: str) -> None:
    manifest = path.with_name("manifest.json")
    manifest.write_text(damaged)
    assert not recall(path, manifest).made


def test_a_job_is_known_by_all_that_decides_its_result(tmp_path: Path) -> None:
    (tmp_path / "edited.jpg").write_bytes(b"by hand")
    (tmp_path / "other.jpg").write_bytes(b"by another hand")
    (want,) = WANTS
    changed = [
        replace(want, slot=Slot.DETAIL),
        replace(want, variant="red"),
        replace(want, placement=RENDITION.placement),
        replace(want, edited=tmp_path / "edited.jpg"),
        replace(want, edited=tmp_path / "other.jpg"),
        replace(want, file="S/S_01_main.png"),
    ]
    keys = [
        job_key("one", WANTS),
        job_key("two", WANTS),
        job_key("one", WANTS, measure=True),
        job_key("one", WANTS, white_point=(1.0, 1.1, 1.2)),
        job_key("one", WANTS, white_point=(1.0, 1.1, 1.3)),
        job_key("one", ()),
        job_key("one", (want, want)),
        *(job_key("one", (each,)) for each in changed),
    ]
    assert len(set(keys)) == len(keys)


def test_names_and_order_do_not_decide_a_result(tmp_path: Path) -> None:
    (want,) = WANTS
    (tmp_path / "a.jpg").write_bytes(b"by hand")
    (tmp_path / "b.jpg").write_bytes(b"by hand")
    assert job_key("one", WANTS) == job_key("one", (replace(want, file="T/T_02.jpg", order=2),))
    edited = [job_key("one", (replace(want, edited=tmp_path / name),)) for name in ("a.jpg", "b.jpg")]
    assert edited[0] == edited[1]


def test_a_recalled_result_gets_todays_names() -> None:
    second = replace(RENDITION, slot=Slot.DETAIL, file="S/S_02.jpg", variant="red", order=2)
    failed = replace(RENDITION, slot=Slot.VARIANT, file="")
    result = replace(RESULT_ONE, renditions=(RENDITION, second, failed))
    wants = (
        Want(slot=Slot.MAIN, file="T/T_01_main.jpg", order=1),
        Want(slot=Slot.DETAIL, file="T/T_03.jpg", variant="blue", order=3),
        Want(slot=Slot.VARIANT, file="T/variants/T_v01.jpg", order=1),
    )
    today = rebased(result, wants).renditions
    assert [each.file for each in today] == ["T/T_01_main.jpg", "T/T_03.jpg", ""]
    assert [(each.variant, each.order) for each in today] == [("", 1), ("blue", 3), ("", 1)]
    assert replace(today[0], file=RENDITION.file, order=RENDITION.order) == RENDITION
    with pytest.raises(ValueError, match="zip"):
        rebased(result, wants[:2])


ORIGIN = Origin("photo", "detail", "red")
PLACED = Placed(file="S/S_02.jpg", sha256="ab", origin=ORIGIN)


def test_what_was_to_be_placed_is_ours_whatever_happened_then(path: Path) -> None:
    with Journal(path) as journal:
        journal.placed([PLACED, replace(PLACED, file="S/S_03.jpg", sha256="cd")])
        journal.placed([replace(PLACED, file="T/T_05.jpg")])
    memory = recall(path, path.with_name("none"))
    assert memory.made == {"S/S_02.jpg": {"ab"}, "S/S_03.jpg": {"cd"}, "T/T_05.jpg": {"ab"}}
    assert list(memory.names["ab"]) == ["S/S_02.jpg", "T/T_05.jpg"]
    assert memory.origins["S/S_02.jpg"] == ORIGIN
    assert memory.knows(PLACED)
    assert not memory.knows(replace(PLACED, origin=Origin("other photo", "detail", "red")))


OTHER = Origin("another photo", "detail", "")


def test_edits_are_kept_until_they_are_dropped(path: Path) -> None:
    with Journal(path) as journal:
        journal.keep_edit(PLACED)
        journal.keep_edit(replace(PLACED, sha256="cd"))
    memory = recall(path, path.with_name("none"))
    assert memory.edits == {ORIGIN: "cd"}
    assert memory.made_it("S/S_02.jpg", "ab")
    with Journal(path) as journal:
        journal.keep_edit(replace(PLACED, origin=OTHER))
        journal.drop_edits([ORIGIN])
    assert recall(path, path.with_name("none")).edits == {OTHER: "ab"}


def test_a_line_that_drops_edits_without_naming_them_drops_all(path: Path) -> None:
    with Journal(path) as journal:
        journal.keep_edit(PLACED)
    with path.open("a") as file:
        file.write('{"schema": 1, "edit": null}\n')
    assert recall(path, path.with_name("none")).edits == {}


@pytest.mark.parametrize(
    "entry",
    [
        {"placed": 3},
        {"placed": [3]},
        {"placed": [{"file": "a"}]},
        {"placed": [{"file": "../a", "sha256": "ab", "origin": ["a", "b", "c"]}]},
        {"edit": 3},
        {"edit": None, "of": 3},
        {"edit": {"file": "../a", "sha256": "ab", "origin": ["a", "b", "c"]}},
        {"something": "else"},
    ],
)
def test_lines_that_make_no_sense_are_passed_over(path: Path, entry: dict[str, object]) -> None:
    path.write_text(json.dumps({"schema": 1, **entry}) + "\n")
    memory = recall(path, path.with_name("none"))
    assert (memory.made, memory.edits, memory.origins) == ({}, {}, {})


def test_a_journal_of_the_previous_version_is_read(path: Path) -> None:
    """Its results had neither variants nor orders."""
    result = RESULT.dump_python(RESULT_ONE, mode="json")
    for name in ("subject", "fingerprint"):
        del result[name]
    for name in ("variant", "order", "decision"):
        del result["renditions"][0][name]
    path.write_text(json.dumps({"schema": 1, "key": "key", "photo": "1.jpg", "result": result}) + "\n")
    assert recall(path, path.with_name("none")).results["key"] == {facts(8, 8, b"one").sha256: RESULT_ONE}


def test_memory_is_read_anew_where_another_batch_wrote_since(path: Path) -> None:
    none = path.with_name("none")
    write(path, RESULT_ONE)
    memory = recall(path, none)
    assert up_to_date(memory, path, none) is memory
    write(path, replace(RESULT_ONE, facts=facts(8, 8, b"two")))
    assert len(up_to_date(memory, path, none).results["key"]) == 2
    assert up_to_date(recall(none, none), none, none).size == 0


def stumble(path: Path) -> None:
    """Something goes wrong while a line waits to be written."""
    with Journal(path) as journal:
        journal.add("key", "1.jpg", RESULT_ONE)
        raise ZeroDivisionError


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_full_disk_is_said_however_the_journal_closes(tmp_path: Path) -> None:
    path = tmp_path / ".whitecove" / "journal.jsonl"
    path.parent.mkdir()
    path.symlink_to("/dev/full")
    with pytest.raises(OutputError) as noted, Journal(path) as journal:
        journal.placed([])
    with pytest.raises(OutputError) as closed, Journal(path) as journal:
        journal.add("key", "1.jpg", RESULT_ONE)
    with pytest.raises(ZeroDivisionError):
        stumble(path)
    assert {noted.value.code, closed.value.code} == {"output.full"}


def test_what_is_nested_without_end_is_no_object() -> None:
    for text in (b"[" * 200_000, b'{"a":' * 200_000):
        assert parsed(text) == {}
