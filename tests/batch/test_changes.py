from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whitecove.batch.delivery.changes import FIELDS, Change, Kind, as_csv, changes, compared
from whitecove.batch.delivery.manifest import FORMULA_STARTS

Row = dict[str, Any]


def row(file: str, content: str, **more: object) -> Row:
    sku = file.removeprefix("_review/").partition("/")[0]
    values: Row = {
        "sku": sku, "variant": "", "image_type": "detail", "order": 2, "file": file, "state": "ready", "reason": "",
        "sha256": content, "engine": "keep", "source": f"{content}.jpg", "source_sha256": f"photo of {content}",
    }  # fmt: skip
    return values | more


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
        ({"S/2": "a"}, {"S/2": "b", "S/3": "a"}, [("new", "S/2"), ("reordered", "S/3", "S/2")]),
        ({"S/2": "a", "S/3": "b"}, {"S/2": "b"}, [("reordered", "S/2", "S/3"), ("removed", "S/2")]),
        (
            {"S/2": "a", "S/3": "b"},
            {"S/3": "a", "S/2": "b"},
            [("reordered", "S/3", "S/2"), ("reordered", "S/2", "S/3")],
        ),
        # The same picture twice: one stays, one is new or goes.
        ({"S/2": "a"}, {"S/2": "a", "S/3": "a"}, [("new", "S/3")]),
        ({"S/2": "a", "S/3": "a"}, {"S/3": "a"}, [("removed", "S/2")]),
        # Of its own listing first.
        ({"A/2": "a", "S/3": "a"}, {"S/2": "a"}, [("reordered", "S/2", "S/3"), ("removed", "A/2")]),
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
        ([row("_review/S/2", "a", state="review", reason="Doubt.")], "Doubt."),
        ([row("_review/S/2", "b", state="review", reason="Other photo, in review.")], "Other photo, in review."),
        ([row("", "", state="failed", reason="Damaged.", sku="S", source="a.jpg")], "Damaged."),
        ([row("", "", state="unused", reason="Aside.", source_sha256="photo of a")], "Aside."),
        (
            [row("S/1", "c", source_sha256="photo of a")],
            "Its photo is used for another picture now. Delete it where you uploaded it.",
        ),
    ],
)
def test_why_a_file_is_gone(after: list[Row], reason: str) -> None:
    gone = [each for each in changes([row("S/2", "a")], after) if each.kind is Kind.REMOVED]
    assert [each.reason for each in gone] == [reason]


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
