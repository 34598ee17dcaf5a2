"""Times of photos, and the pauses between products."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import accumulate
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.batch.shots import found, jpeg, put
from whitecove.batch.intake.gathering import Found
from whitecove.batch.intake.headers import Header
from whitecove.batch.intake.moments import from_name, sessions, taken

START = datetime(2024, 5, 1, 9)  # noqa: DTZ001 (naive, as all times here)
Shots = list[tuple[Found, datetime | None]]


def shots(gaps: Sequence[float]) -> Shots:
    """Photos ``gaps`` seconds apart."""
    at = accumulate(gaps, initial=0.0)
    return [(found(f"{n}.jpg")[0], START + timedelta(seconds=seconds)) for n, seconds in enumerate(at)]


def sizes(gaps: Sequence[float], *, gap: float = 0.0, count: int | None = None) -> list[int] | None:
    parted = sessions(shots(gaps), gap=gap, count=count)
    return None if parted is None else [len(session) for session in parted]


@pytest.mark.parametrize(
    ("stem", "time"),
    [
        ("IMG_20240501_123456", "2024-05-01T12:34:56"),
        ("PXL_20240501_123456789", "2024-05-01T12:34:56.789"),
        ("PXL_20240501_123456789.MP", "2024-05-01T12:34:56.789"),
        ("20240501_123456", "2024-05-01T12:34:56"),
        ("20240501_123456(1)", "2024-05-01T12:34:56"),
        ("Screenshot_2024-05-01-12-34-56", "2024-05-01T12:34:56"),
        ("Screenshot_20240501-123456_Taobao", "2024-05-01T12:34:56"),
        ("Screenshot 2024-05-01 at 1.34.56\u202fPM", "2024-05-01T13:34:56"),
        ("WhatsApp Image 2024-05-01 at 12.34.56", "2024-05-01T12:34:56"),
        ("WhatsApp Image 2024-05-01 at 12.34.56 AM (2)", "2024-05-01T00:34:56"),
        ("WhatsApp Image 2024-05-01 at 1.34.56 p.m.", "2024-05-01T13:34:56"),
        ("微信图片_20240501123456", "2024-05-01T12:34:56"),
        ("photo_2024-05-01_12-34-56", "2024-05-01T12:34:56"),
        ("signal-2024-05-01-123456", "2024-05-01T12:34:56"),
        ("signal-2024-05-01-12-34-56-789", "2024-05-01T12:34:56.789"),
        ("mmexport1714567890123", "2024-05-01T12:51:30.123"),
    ],
)
def test_names_that_tell_the_time(stem: str, time: str) -> None:
    assert from_name(stem) == datetime.fromisoformat(time)


@pytest.mark.parametrize(
    "stem",
    [
        *("IMG_1234", "IMG-20240501-WA0001", "20240501", "SKU-123456789012345678", "IMG_20241301_123456"),
        *("IMG_20240230_123456", "20240501_256789", "120240501_123456", "mmexport17145678", "cup", ""),
    ],
)
def test_names_that_tell_no_time(stem: str) -> None:
    assert from_name(stem) is None


def test_exif_goes_before_the_name(tmp_path: Path) -> None:
    stem = "IMG_20240501_123456"
    told = put(tmp_path, "a.jpg", jpeg("2023:01:02 03:04:05", subsecond="5"))
    assert taken(told, stem) == datetime(2023, 1, 2, 3, 4, 5, 500_000)  # noqa: DTZ001
    assert taken(put(tmp_path, "b.jpg", jpeg()), stem) == from_name(stem)
    assert taken(put(tmp_path, "c.jpg", jpeg()), "c") is None


@pytest.mark.parametrize(
    ("gaps", "parts"),
    [
        ([5, 6, 60, 4, 5, 90, 6, 5], [3, 3, 3]),
        ([5, 300, 5], [2, 2]),
        ([0, 0, 45, 0, 0, 50, 0, 0, 44, 0], [3, 3, 3, 2]),
        ([5, 6, 60, 4, 5, 3600, 6, 5, 70, 5, 4, 65, 5, 5, 55, 5], [3, 3, 3, 3, 3, 2]),
        ([8, 7, 9, 120, 8, 7, 130], [4, 3, 1]),
    ],
    ids=["products", "two pairs", "bursts", "lunch", "one with a single shot"],
)
def test_clear_pauses_part(gaps: list[float], parts: list[int]) -> None:
    assert sizes(gaps) == parts


@pytest.mark.parametrize(
    "gaps",
    [
        [600],
        [5, 6, 5, 4, 7, 5],
        [0, 0, 0, 0],
        [5, 4, 25, 5, 6],
        [5, 6, 25, 5, 6, 60, 5, 4, 70, 5, 5, 80, 6],
        [5, 9, 16, 28, 50, 90, 160],
        [1, 1, 10, 1, 1, 10, 1, 1],
        [2, 2, 30, 2, 2, 30, 2, 2, 300, 2, 2, 30, 2, 2, 300, 2],
        [60, 60, 5, 70, 60, 65],
        [*[10.0] * 45, 3600, *[10.0] * 45],
        [5, 8, 15, 25, 40, 60, 3600, 6, 9, 14, 22, 45, 55],
        [5, 120],
    ],
    ids=[
        "two photos", "one product", "one burst", "a look for the ruler", "an odd pause", "any pause", "quick turns",
        "three kinds of pauses", "mostly single shots", "a day's cadence", "lunch in a muddle", "two and one",
    ],
)  # fmt: skip
def test_no_clear_pause_parts_nothing(gaps: list[float]) -> None:
    assert sizes(gaps) is None


@pytest.mark.parametrize(
    ("gaps", "count", "parts"),
    [
        ([5, 40, 5, 30, 5], 3, [2, 2, 2]),
        ([5, 40, 5, 30, 5], 2, None),
        ([5, 40, 5, 30, 5], 4, None),
        ([40, 5, 5], 2, [1, 3]),
        ([4, 9, 4], 2, None),
        ([1, 1, 1], 2, None),
        ([5, 6], 3, [1, 1, 1]),
        ([5, 6], 4, None),
        ([5, 600], 1, [3]),
    ],
)
def test_as_many_as_asked_for_if_that_is_clear(gaps: list[float], count: int, parts: list[int] | None) -> None:
    assert sizes(gaps, count=count) == parts


@pytest.mark.parametrize(("gap", "parts"), [(10.0, [1, 3]), (9.5, [1, 1, 2]), (40.0, [4]), (1.0, [1, 1, 1, 1])])
def test_a_given_gap_parts_where_it_is_exceeded(gap: float, parts: list[int]) -> None:
    assert sizes([40, 10, 5], gap=gap) == parts


def test_shooting_order_goes_before_names_and_names_before_chance() -> None:
    a, b, c, d = found("10.jpg", "9.jpg", "1.jpg", "2.jpg")
    later = START + timedelta(seconds=1)
    assert sessions([(a, START), (b, START), (c, later), (d, later)], gap=5) == ((b, a, c, d),)


def test_a_photo_without_a_time_parts_nothing() -> None:
    with_time = shots([5, 300, 5])
    assert sessions([*with_time, (found("x.jpg")[0], None)]) is None
    assert sessions([*with_time, (found("x.jpg")[0], None)], gap=60) is None


def by(camera: str, gaps: Sequence[float], late: float) -> Shots:
    """Photos of a camera whose clock is ``late`` seconds late."""
    return [
        (replace(each, path=Path(camera), name=f"{camera}/{each.name}", header=Header(time, camera=camera)), time)
        for each, time in ((each, time + timedelta(seconds=late)) for each, time in shots(gaps) if time)
    ]


def test_photos_of_two_cameras_are_never_mixed() -> None:
    # The second camera's photos of one product fall between the first one's photos of the next.
    both = by("A", [5, 5, 90, 5, 5, 95, 5, 5], 0) + by("B", [6, 90, 6, 100, 6], 102)
    parted = sessions(both)
    assert parted is not None
    assert [{each.name[0] for each in session} for session in parted] == [{"A"}, {"A"}, {"B"}, {"B"}, {"A"}, {"B"}]
    assert sessions(both, count=3) is None


def test_a_photo_of_another_program_leaves_the_others_parted() -> None:
    received = (found("WhatsApp Image 2024-05-01 at 09.00.02.jpg")[0], START + timedelta(seconds=2))
    parted = sessions([*shots([5, 300, 5]), received])
    assert parted is not None
    assert [len(session) for session in parted] == [2, 1, 2]


def test_a_camera_whose_pauses_are_not_clear_leaves_nothing_parted() -> None:
    assert sessions(by("A", [5, 300, 5], 0) + by("B", [60, 60], 0)) is None


def test_times_in_utc_are_not_mixed_with_local_ones() -> None:
    both = [*shots([5]), (found("mmexport1714567890123.jpg")[0], START)]
    assert [len(session) for session in sessions(both, gap=60) or ()] == [2, 1]


def test_nothing_and_one_photo() -> None:
    assert sessions([], gap=5) == ()
    assert sessions([]) is None
    assert sessions(shots([]), gap=5) == ((shots([])[0][0],),)
    assert sessions(shots([]), count=1) == ((shots([])[0][0],),)


def seconds(low: float, high: float) -> st.SearchStrategy[float]:
    """Pauses as clocks tell them: to the millisecond, so that those between the made shots are just these."""
    return st.floats(low, high).map(lambda pause: round(pause, 3))


GAPS = st.lists(st.one_of(seconds(0, 20), seconds(20, 4000), st.sampled_from([0.0, 5.0, 60.0])), max_size=30)


@given(GAPS, st.randoms(use_true_random=False), st.sampled_from([0.0, 5.0, 60.0]), st.integers(1, 8) | st.none())
def test_every_photo_is_in_one_session_whatever_the_order(
    gaps: list[float], random: object, gap: float, count: int | None
) -> None:
    taken_in_order = shots(gaps)
    mixed = list(taken_in_order)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    parted = sessions(mixed, gap=gap, count=count)
    assert parted == sessions(taken_in_order, gap=gap, count=count)
    if parted is None:
        return
    assert [each for session in parted for each in session] == [each for each, _ in taken_in_order]
    assert all(parted)
    assert count in (None, len(parted))


@given(GAPS)
def test_a_cut_found_is_clearly_longer_than_any_pause_beside_it(gaps: list[float]) -> None:
    parted = sessions(shots(gaps))
    if parted is None:
        return
    ends = {sum(map(len, parted[:n])) - 1 for n in range(1, len(parted))}
    outer = [gap for place, gap in enumerate(gaps) if place in ends]
    inner = [gap for place, gap in enumerate(gaps) if place not in ends]
    assert len(parted) > 1
    assert min(outer) >= max(20.0, 3 * max(inner))


@given(st.lists(st.integers(2, 7), min_size=3, max_size=8), st.data())
def test_an_orderly_day_is_parted_right(products: list[int], draw: st.DataObject) -> None:
    inside, between = seconds(2, 10), seconds(60, 180)
    gaps: list[float] = []
    for photos in products:
        gaps += [*(draw.draw(inside) for _ in range(photos - 1)), draw.draw(between)]
    assert sizes(gaps[:-1]) == products
