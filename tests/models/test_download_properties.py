"""Whatever mirrors do, in whatever order: the model is here with the right bytes, or it is not here at all."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.models import mirror as faults
from tests.models.mirror import Fault, Mirror, serving
from tests.models.small import fetch, known, small
from whitecove.core.errors import ModelError
from whitecove.models.answers import understood
from whitecove.models.events import Progress
from whitecove.models.failures import TransferError

SIZES = st.integers(1, 400_000)


def made_up(seed: int, size: int) -> bytes:
    return random.Random(seed).randbytes(size)  # noqa: S311 (only made up)


def changing(seed: int, size: int, after: int) -> Fault:
    """Another state of the file, and an early end."""

    def fault(it: faults.Answering, mirror: Mirror) -> None:
        right, mirror.data = mirror.data, made_up(seed, size)
        faults.honest(it, mirror, sent=after)
        mirror.data = right

    return fault


ANY_FAULT = st.one_of(
    st.builds(faults.cut, SIZES),
    st.builds(faults.promising, st.integers(0, 500_000)),
    st.builds(faults.status, st.sampled_from([204, 403, 404, 416, 429, 500, 503])),
    st.builds(changing, st.integers(1, 3), SIZES, SIZES),
    st.builds(lambda size: faults.sending(made_up(9, size), length=False), SIZES),
    st.builds(lambda start: faults.ranged(f"bytes {start}-{start}/*", b"x"), SIZES),
    st.just(faults.without_ranges),
    st.just(faults.without_length),
    st.just(faults.honest),
)


@given(size=SIZES, first=st.lists(ANY_FAULT, max_size=5), second=st.lists(ANY_FAULT, max_size=5))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_right_or_not_at_all(loopback: None, size: int, first: list[Fault], second: list[Fault]) -> None:
    data = made_up(0, size)
    with (
        pytest.MonkeyPatch.context() as patch,
        tempfile.TemporaryDirectory() as folder,
        serving(data) as one,
        serving(data) as other,
    ):
        known(patch, small(data))
        one.faults, other.faults = list(first), list(second)
        target = Path(folder) / "small" / "small.onnx"
        for _ in range(len(first) + len(second) + 1):
            try:
                _, events = fetch(Path(folder), one.url, other.url)
            except ModelError:
                assert not target.exists()
                continue
            assert target.read_bytes() == data
            assert all(event.done <= size for event in events if isinstance(event, Progress))
            return
        pytest.fail("an honest mirror did not do")


HEADERS = st.dictionaries(
    st.sampled_from(["Content-Length", "Content-Range", "Content-Type", "ETag", "Last-Modified", "Transfer-Encoding"]),
    st.text(max_size=30) | st.from_regex(r"bytes [0-9]+-[0-9]+/([0-9]+|\*)") | st.just("9" * 5000),
)


@given(status=st.integers(100, 599), headers=HEADERS, asked=st.integers(0, 100))
def test_any_head_of_an_answer_is_understood_or_refused(status: int, headers: dict[str, str], asked: int) -> None:
    try:
        answer = understood("host", status, headers, asked)
    except TransferError:
        return
    assert status in (200, 206)
    assert answer.start == (asked if status == 206 else 0)
    assert answer.total is None or answer.total >= 0


def test_what_names_a_state_of_a_file() -> None:
    strong = {"ETag": '"a"', "Last-Modified": "Mon"}
    weak = {"ETag": 'W/"a"', "Last-Modified": "Mon"}
    assert [understood("h", 200, headers, 0).validator for headers in (strong, weak, {})] == ['"a"', "Mon", ""]
