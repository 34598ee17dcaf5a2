from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whitecove.batch.delivery.changes import FIELDS, Change, Kind, as_csv, changes, compared
from whitecove.batch.spreadsheet import FORMULA_STARTS

Row = dict[str, Any]


def row(file: str, content: str, **more: object) -> Row:
    sku = file.removeprefix("_review/").partition("/")[0]
    values: Row = {
        "sku": sku, "variant": "", "image_type": "detail", "order": 2, "file": file, "state": "ready", "reason": "",
        "sha256": content, "engine": "keep", "source": f"{content}.jpg", "source_sha256": f"photo of {content}",
    }  # fmt: skip
    return values | more


def left_out(why: str) -> str:
    return f"It is not to be uploaded any more. {why} Delete it where you uploaded it."


def kinds(before: Mapping[str, str], after: Mapping[str, str]) -> list[tuple[str, ...]]:
    found = changes([row(*each) for each in before.items()], [row(*each) for each in after.items()])
    return [tuple(filter(None, (each.kind, each.file, each.file_before))) for each in found]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({}, {}, []),
        ({"S/2": "a"}, {"S/2": "a"}, []),
        ({}, {"S/2": "a"}, [("new", "S/2")]),
        ({"S/2": "a"}, {}, [("removed", "S/2")]),
        ({"S/2": "a"}, {"S/2": "b"}, [("replaced", "S/2")]),
        ({"S/2": "a"}, {"S/3": "a"}, [("reordered", "S/3", "S/2")]),
        ({"S/2": "a"}, {"S/2": "b", "S/3": "a"}, [("reordered", "S/3", "S/2"), ("new", "S/2")]),
        ({"S/2": "a", "S/3": "b"}, {"S/2": "b"}, [("removed", "S/2"), ("reordered", "S/2", "S/3")]),
        (
            {"S/2": "a", "S/3": "b"},
            {"S/3": "a", "S/2": "b"},
            [("reordered", "S/3", "S/2"), ("reordered", "S/2", "S/3")],
        ),
        (
            {"S/2": "a", "S/3": "b", "S/4": "c"},
            {"S/2": "c", "S/3": "a", "S/4": "b"},
            [("reordered", "S/2", "S/4"), ("reordered", "S/4", "S/3"), ("reordered", "S/3", "S/2")],
        ),
        # A picture that leaves for another listing frees its place before it is taken.
        (
            {"A/1": "x", "S/2": "a", "S/3": "b"},
            {"A/1": "x", "S/2": "b", "T/1": "a"},
            [("reordered", "T/1", "S/2"), ("reordered", "S/2", "S/3")],
        ),
        # The same picture twice: one stays, one is new or goes.
        ({"S/2": "a"}, {"S/2": "a", "S/3": "a"}, [("new", "S/3")]),
        ({"S/2": "a", "S/3": "a"}, {"S/3": "a"}, [("removed", "S/2")]),
        # Of its own listing first.
        ({"A/2": "a", "S/3": "a"}, {"S/2": "a"}, [("removed", "A/2"), ("reordered", "S/2", "S/3")]),
    ],
)  # fmt: skip
def test_what_changed(before: Mapping[str, str], after: Mapping[str, str], expected: list[tuple[str, ...]]) -> None:
    assert kinds(before, after) == expected


def test_another_place_under_the_same_name_is_reordered() -> None:
    (change,) = changes([row("S/a.jpg", "a", order=2)], [row("S/a.jpg", "a", order=3)])
    assert (change.kind, change.order, change.file_before) == (Kind.REORDERED, 3, "")


def test_an_edited_file_is_compared_with_what_it_was_made_of() -> None:
    before = [row("S/2", "a"), row("S/3", "b")]
    edited = row("S/3", "by hand", engine="edited by hand", source_sha256="photo of a")
    found = changes(before, [row("S/2", "b"), edited])
    assert [(each.kind, each.file, each.file_before) for each in found] == [
        (Kind.REORDERED, "S/2", "S/3"), (Kind.EDITED, "S/3", "S/2"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("after", "reason"),
    [
        ([], "Its photo is no longer among those given. Delete it where you uploaded it."),
        ([row("_review/S/2", "a", state="review", reason="Doubt.")], left_out("Doubt.")),
        (
            [row("_review/S/2", "b", state="review", reason="Other photo, in review.")],
            left_out("Other photo, in review."),
        ),
        ([row("", "", state="failed", reason="Damaged.", sku="S", source="a.jpg")], left_out("Damaged.")),
        ([row("", "", state="unused", reason="Aside.", source_sha256="photo of a")], left_out("Aside.")),
        (
            [row("_review/S/2", "a", state="review", reason="file.bytes: 9 KB, required 5 KB. Do it.")],
            left_out("File size: 9 KB, required 5 KB. Do it."),
        ),
        (
            [row("S/1", "c", source_sha256="photo of a")],
            "Its photo is used for another picture now. Delete it where you uploaded it.",
        ),
    ],
)
def test_why_a_file_is_gone(after: list[Row], reason: str) -> None:
    gone = [each for each in changes([row("S/2", "a")], after) if each.kind is Kind.REMOVED]
    assert [each.reason for each in gone] == [reason]


def test_a_picture_of_another_product_now_is_deleted_at_the_former() -> None:
    (moved,) = changes([row("MUG/2", "a")], [row("CUP/2", "a")])
    assert moved.reason == "It belongs to the product CUP now. Upload it there, and delete it at MUG."
    (within,) = changes([row("MUG/2", "a")], [row("MUG/3", "a")])
    assert within.reason == "It is the same picture in another place. Change its place, or upload it there."


def test_the_photo_tells_why_a_file_is_replaced() -> None:
    again, other = row("S/2", "b", source_sha256="photo of a"), row("S/2", "b")
    assert changes([row("S/2", "a")], [again])[0].reason.startswith("It was made anew from the same photo.")
    assert changes([row("S/2", "a")], [other])[0].reason.startswith("It is of another photo.")


deliveries = st.dictionaries(
    st.sampled_from([f"{sku}/{n}" for sku in "AB" for n in range(1, 5)]), st.sampled_from("abcdef"), max_size=8
)


@given(deliveries, deliveries)
def test_every_file_is_accounted_for(before: dict[str, str], after: dict[str, str]) -> None:
    """Doing what the changes say to the files of before gives those of after."""
    found = changes([row(*each) for each in before.items()], [row(*each) for each in after.items()])
    left = dict(before)
    for change in found:
        if change.sha256_before:
            former = change.file_before or change.file
            assert left.pop(former) == change.sha256_before
    for change in found:
        if change.kind is not Kind.REMOVED:
            assert change.file not in left
            left[change.file] = change.sha256
    assert left == after


@given(deliveries, deliveries)
def test_doing_one_row_after_the_other_gives_the_new_files(before: dict[str, str], after: dict[str, str]) -> None:
    """Nothing is put where something still lies, unless they change places in a circle; what was put over is uploaded
    from the new delivery."""
    found = changes([row(*each) for each in before.items()], [row(*each) for each in after.items()])
    circles = _in_circles(found)
    left = dict(before)
    for change in found:
        former = change.file_before or change.file
        if change.sha256_before and former not in circles:
            assert left.pop(former) == change.sha256_before
        elif left.get(former) == change.sha256_before:
            del left[former]
        if change.kind is not Kind.REMOVED:
            assert change.file not in left or change.file in circles
            left[change.file] = change.sha256
    assert left == after


def _in_circles(found: tuple[Change, ...]) -> set[str]:
    """The names whose pictures change places in a circle."""
    goes_to = {change.file_before: change.file for change in found if change.file_before}

    def comes_back(start: str) -> bool:
        way = [start]
        while (name := goes_to.get(way[-1])) and name not in way:
            way.append(name)
        return name == start

    return set(filter(comes_back, goes_to))


@given(deliveries)
def test_nothing_changed_is_no_change(files: dict[str, str]) -> None:
    rows = [row(*each) for each in files.items()]
    assert changes(compared(rows), rows) == ()


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_the_table_is_harmless_and_complete(text: str) -> None:
    change = Change(
        kind=Kind.NEW, sku=text, variant="", image_type="main", order=1, file=text, file_before="", sha256="",
        sha256_before="", source=text, reason=text,
    )  # fmt: skip
    data = as_csv([change])
    assert data.startswith(b"\xef\xbb\xbfkind,sku,")
    head, cells = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert tuple(head) == FIELDS
    assert not [cell for cell in cells if cell.startswith(FORMULA_STARTS)]
    assert cells[FIELDS.index("reason")].removeprefix("'") == text.removeprefix("'")
