"""The corrections file: there and back, and everything that can be wrong with it."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.adjust.any import adjusts
from tests.core.corrections.steps import drawn, erase, keep, line, steps
from whitecove.core.adjust.values import UNTOUCHED, Adjust
from whitecove.core.corrections.file import read
from whitecove.core.corrections.schema import KINDS
from whitecove.core.corrections.text import Entry, digest, written
from whitecove.core.corrections.values import Brush, Corrections, Heal, Hole, Point, Stroke, Touch, summary
from whitecove.core.errors import PlanError

STROKE: dict[str, Any] = {"kind": "keep", "points": [[1, 2], [3, 4, 0.5]], "radius": 5}

entries = st.builds(
    Entry,
    photo=st.text(min_size=1, max_size=12),
    corrections=st.builds(
        Corrections,
        width=st.integers(1, 9000),
        height=st.integers(1, 9000),
        steps=st.lists(steps, max_size=4).map(tuple),
        sha256=st.sampled_from(["", "ab" * 32]),
        adjust=st.just(UNTOUCHED) | adjusts,
    ),
)


def file_with(folder: Path, content: object) -> Path:
    path = folder / "corrections.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return path


def of_step(step: object) -> dict[str, Any]:
    return {"schema": 1, "photos": [{"photo": "mug.jpg", "width": 40, "height": 30, "steps": [step]}]}


def refused(folder: Path, content: object) -> str:
    with pytest.raises(PlanError) as error:
        read(file_with(folder, content))
    return str(error.value)


@given(st.lists(entries, max_size=3))
def test_what_is_written_is_read(tmp_path_factory: pytest.TempPathFactory, made: list[Entry]) -> None:
    path = tmp_path_factory.mktemp("file") / "corrections.json"
    path.write_bytes(written(made))
    assert list(read(path)) == made
    assert written(read(path)) == written(made)


def test_a_hand_written_file_means_what_it_says(tmp_path: Path) -> None:
    content = of_step(STROKE)
    content["photos"][0]["steps"] += [
        {"kind": "open-hole", "point": [7, 8]},
        {"kind": "heal", "points": [[1, 1]], "radius": 2, "hardness": 1},
    ]
    (entry,) = read(file_with(tmp_path, "\ufeff" + json.dumps(content)))
    stroke, hole, heal = entry.corrections.steps
    assert (entry.photo, entry.corrections.width, entry.corrections.height) == ("mug.jpg", 40, 30)
    brush = Brush(touches=(Touch(1, 2), Touch(3, 4, 0.5)), radius=5, hardness=0.8)
    assert stroke == Stroke(keep=True, brush=brush, edge_aware=False)
    assert hole == Hole(point=Point(7, 8))
    assert heal == Heal(brush=line((1, 1), radius=2))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "it is empty"),
        ("   \n", "it is empty"),
        ("{", "it is no JSON"),
        ("[]", 'a list of "photos"'),
        ("[" * 200_000, "too deep"),
        ('{"schema": 1, "photos": [], "photos": []}', '"photos" stands twice'),
    ],
)
def test_what_is_no_corrections_is_unreadable(tmp_path: Path, text: str, said: str) -> None:
    assert said in refused(tmp_path, text)


def test_bytes_folders_and_nothing_are_unreadable(tmp_path: Path) -> None:
    (tmp_path / "photo.json").write_bytes(b"\xff\xd8\xff")
    for name, said in (("photo.json", "not text in UTF-8"), (".", "cannot be read"), ("none.json", "cannot be read")):
        with pytest.raises(PlanError, match=said):
            read(tmp_path / name)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"kind": "smear"}, "step 1: kind smear is not known (use keep, erase"),
        ({"kind": "open-hol"}, "did you mean open-hole?"),
        ({"kind": None}, "kind None is not known"),
        ({"radius": 0}, "step 1: radius must be greater than 0"),
        ({"radius": "5"}, "radius must be a number"),
        ({"radius": True}, "radius must be a number"),
        ({"radius": float("nan")}, "radius must be a finite number"),
        ({"hardness": 1.5}, "hardness must be less than or equal to 1"),
        ({"points": []}, "points must have at least 1, not 0"),
        ({"points": [[1, 2], [float("inf"), 2]]}, "step 1, point 2, number 1: must be a finite number"),
        ({"points": [[1]]}, "point 1: must have at least 2, not 1"),
        ({"points": [[1, 2, 3]]}, "point 1: must have a pressure of 0 to 1"),
        ({"points": [[1e9, 2]]}, "number 1: must be less than or equal to 1000000"),
        ({"points": 7}, "points must be a list"),
        ({"edge_aware": 1}, "edge_aware must be true or false"),
        ({"colour": "red"}, "colour is not known here"),
    ],
)
def test_a_wrong_step_says_where_and_what(tmp_path: Path, change: dict[str, Any], said: str) -> None:
    message = refused(tmp_path, of_step(STROKE | change))
    assert said in message
    assert "photo 1 (mug.jpg), step 1" in message


def test_a_wrong_photo_says_where_and_what(tmp_path: Path) -> None:
    message = refused(tmp_path, {"schema": 1, "photos": [{"photo": "", "width": 0, "height": 2.5, "sha256": "A"}, 3]})
    for said in ("photo must not be empty", "width must be greater", "height must be a whole number", "64 hexadecimal"):
        assert said in message
    assert "photo 1: steps is missing" in message
    assert "photo 2: must be an object" in message


def test_all_mistakes_are_named_at_once_but_not_thousands(tmp_path: Path) -> None:
    few = of_step(STROKE | {"radius": -1, "hardness": 7, "points": [[1, "x"]]})
    assert refused(tmp_path, few).count("\n") == 3
    many = of_step(STROKE | {"points": [["x", "y"]] * 500})
    assert "and 970 more" in refused(tmp_path, many)


def test_another_schema_is_refused(tmp_path: Path) -> None:
    assert "schema must be 1" in refused(tmp_path, {"schema": 2, "photos": []})


def test_a_name_that_is_no_text_is_a_mistake_like_others(tmp_path: Path) -> None:
    content = of_step(STROKE)
    content["photos"][0]["photo"] = "\udce9.jpg"
    assert "photo must be text" in refused(tmp_path, content)


def test_the_digest_tells_corrections_apart_and_nothing_from_none() -> None:
    one, other = drawn(keep((1, 2))), drawn(erase((1, 2)))
    assert digest(one) == digest(drawn(keep((1, 2))))
    assert len({digest(one), digest(other), digest(drawn(keep((1, 2)), size=(80, 60))), ""}) == 4
    assert digest(None) == digest(drawn()) == ""


def test_without_adjustments_the_file_and_the_digest_are_as_they_always_were() -> None:
    made = Corrections(width=40, height=30, steps=(keep((1, 2), radius=5),), sha256="ab" * 32)
    step = '{"kind": "keep", "points": [[1, 2]], "radius": 5, "hardness": 1, "edge_aware": false}'
    head = f'{{"photo": "a.jpg", "width": 40, "height": 30, "sha256": "{"ab" * 32}", "steps": ['
    expected = f'{{"schema": 1, "photos": [\n{head}\n  {step}\n]}}\n]}}\n'
    assert written([Entry(photo="a.jpg", corrections=made)]).decode() == expected
    assert digest(made) == "92ba0fed906efac8c0dce53e39f768b9c0aad2b2475829d2d74101602b0d3dce"
    assert digest(replace(made, adjust=UNTOUCHED)) == digest(made)


def test_only_what_is_set_stands_in_the_file() -> None:
    made = Corrections(width=4, height=3, steps=(), adjust=Adjust(turn=90, keep_edges=False))
    text = written([Entry(photo="a", corrections=made)]).decode()
    assert '"adjust": {"turn": 90, "keep_edges": false}, "steps": [' in text


def test_adjustments_alone_count_in_the_digest() -> None:
    plain, turned = drawn(), replace(drawn(), adjust=Adjust(turn=90))
    assert digest(plain) == ""
    assert len({digest(turned), digest(replace(plain, adjust=Adjust(turn=180))), ""}) == 3
    stroke = drawn(keep((1, 2)))
    assert digest(stroke) != digest(replace(stroke, adjust=Adjust(flip=True)))


@pytest.mark.parametrize(
    ("adjust", "said"),
    [
        ({"turn": 45}, "turn must be one of 0, 90, 180, 270"),
        ({"turn": "90"}, "turn must be a whole number"),
        ({"turn": False}, "turn must be a whole number"),
        ({"flip": 1}, "flip must be true or false"),
        ({"straighten": 16}, "straighten must be less than or equal to 15"),
        ({"exposure": -2.5}, "exposure must be greater than or equal to -2"),
        ({"exposure": "+1"}, "exposure must be a number"),
        ({"white_point": [1, 2]}, "white_point must have at least 3, not 2"),
        ({"white_point": [1, 2, 9]}, "gain 3: must be less than or equal to 4"),
        ({"engine": "magic"}, "engine must be auto, backdrop, whiten, keep or rembg:MODEL"),
        ({"fill": 2}, "fill must be at most 1"),
        ({"fill": True}, "fill must be a number"),
        ({"shadow": "long"}, "shadow must be one of none, own, made"),
        ({"details": "none"}, "details must be one of scene, white, pad"),
        ({"stand": 1}, "stand must be text"),
        ({"keep_edges": "no"}, "keep_edges must be true or false"),
        ({"canvas": 800}, "canvas is not known here"),
        ([], "adjust must be an object"),
    ],
)
def test_a_wrong_adjustment_says_where_and_what(tmp_path: Path, adjust: object, said: str) -> None:
    content = {"schema": 1, "photos": [{"photo": "mug.jpg", "width": 4, "height": 3, "steps": [], "adjust": adjust}]}
    message = refused(tmp_path, content)
    assert said in message
    assert "photo 1 (mug.jpg)" in message


@given(st.lists(steps, max_size=6))
def test_the_summary_counts_every_step(made: list[Any]) -> None:
    said = summary(tuple(made))
    assert sum(int(part.split()[0]) for part in said.split(", ") if part) == len(made)


def test_the_summary_says_that_something_is_set() -> None:
    assert summary((keep((1, 2)),), Adjust(turn=90)) == "1 keep, adjusted"
    assert summary((), Adjust(fill=0.5)) == "adjusted"


def test_every_adjustment_is_documented() -> None:
    text = (Path(__file__).parents[3] / "docs" / "corrections.md").read_text("utf-8")
    assert not [each.name for each in fields(Adjust) if f"`{each.name}`" not in text]


def test_every_kind_is_documented() -> None:
    text = (Path(__file__).parents[3] / "docs" / "corrections.md").read_text("utf-8")
    assert not [kind for kind in KINDS if f"`{kind}`" not in text]
