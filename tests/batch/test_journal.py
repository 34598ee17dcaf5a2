from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.pictures import facts
from whitecove.batch.journal import RESULT, Journal, job_key, recall
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


def test_a_job_is_known_by_all_that_decides_its_result() -> None:
    keys = [
        job_key("one", WANTS),
        job_key("two", WANTS),
        job_key("one", ()),
        job_key("one", (Want(slot=Slot.DETAIL, file=WANTS[0].file),)),
        job_key("one", (Want(slot=Slot.MAIN, file="other.jpg"),)),
    ]
    assert len(set(keys)) == len(keys)
