"""What is planned, written, and handed back unchanged is the same plan, for any photos and every marketplace."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whitecove.batch.plan import from_table, propose
from whitecove.batch.planfile import file as plan_file
from whitecove.batch.proposal import Proposal
from whitecove.core.model import Photo
from whitecove.core.options import Options
from whitecove.core.profiles import load_profile

FOLDERS = ["", "MUG-1", "MUG-1/主图", "MUG-1/SKU", "MUG-1/详情", "MUG-1/red", "LAMP", "LAMP/scene", "DCIM", "=x"]
STEMS = [
    *("1", "2", "3", "10", "MUG-1_1", "MUG-1_2", "MUG-1_red_1", "MUG-1_blue_1", "MUG-1-main", "主图", "红色", "蓝色"),
    *("IMG_20240501_101500", "IMG_20240501_101510", "IMG_20240501_120000", "0012", "size chart", "SHOE (2)", "-x"),
]
NAMES = st.tuples(st.sampled_from(FOLDERS), st.sampled_from(STEMS)).map(lambda pair: "/".join(filter(None, pair)))


def shape(proposal: Proposal) -> list[object]:
    """What a proposal says, the names of photos and the reasons aside."""
    return [
        (li.sku, [(variant.name, [_photo(photo, proposal) for photo in variant.photos]) for variant in li.variants])
        for li in proposal.listings
    ]


def _photo(photo: Photo, proposal: Proposal) -> tuple[object, ...]:
    return photo.path, photo.role, photo.order, photo.tags, proposal.wants[photo.name]


@pytest.mark.parametrize("profile", ["aliexpress", "amazon", "ozon", "taobao"])
@settings(max_examples=20)
@given(
    names=st.lists(NAMES, min_size=1, max_size=14, unique=True),
    way=st.sampled_from(["auto", "folder", "name", "photo"]),
    form=st.sampled_from(["plan.csv", "plan.json"]),
)
def test_a_plan_that_nobody_edited_is_the_plan(profile: str, names: list[str], way: str, form: str) -> None:
    known, options = load_profile(profile), Options(profile=profile, group=way)
    with tempfile.TemporaryDirectory() as folder:
        for number, name in enumerate(names):
            path = Path(folder) / "photos" / f"{name}.jpg"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(b"%d" % (number % 12))
        made = propose([Path(folder) / "photos"], options, known)
        plan_file.write(made, Path(folder) / form, profile=profile)
        again = from_table(Path(folder) / form, options, known)
    assert shape(again) == shape(made)
    assert [each.reason for each in again.skipped] == [each.reason for each in made.skipped]
