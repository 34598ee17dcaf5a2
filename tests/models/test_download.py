"""A download against a real mirror: honest, or failing in one way. Whatever it does, nothing but the right bytes ever
has the model's name."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.models import mirror as faults
from tests.models.mirror import Fault, Mirror, serving
from tests.models.small import DATA, failures, fetch, known, small
from whitecove.core.errors import ModelError
from whitecove.models import download as download_module
from whitecove.models import store as store_module
from whitecove.models.events import Progress
from whitecove.models.transfer import OVERLAP

OTHER = random.Random(5).randbytes(len(DATA))  # noqa: S311 (only made up)
HTML = b"<html>Please log in</html>"


def names(store: Path) -> set[str]:
    return {path.name for path in store.rglob("*") if path.is_file()}


def assert_here(store: Path) -> None:
    assert (store / "small" / "small.onnx").read_bytes() == DATA
    assert names(store) == {"small.onnx", "verified.json", ".small.lock"}
    assert "small" in store_module.installed(store)


def test_an_honest_mirror(mirror: Mirror, store: Path) -> None:
    got, events = fetch(store, mirror.url)
    assert got.new
    assert got.file == store / "small" / "small.onnx"
    assert_here(store)
    assert events[-1] == Progress(done=len(DATA), total=len(DATA))


def test_what_is_here_is_not_fetched_again(mirror: Mirror, store: Path) -> None:
    fetch(store, mirror.url)
    got, events = fetch(store, mirror.url, never_connect=True)
    assert not got.new
    assert events == []
    assert len(mirror.asked) == 1


def test_a_damaged_file_is_replaced(mirror: Mirror, store: Path) -> None:
    got, _ = fetch(store, mirror.url)
    got.file.write_bytes(DATA[::-1])
    assert fetch(store, mirror.url)[0].new
    assert_here(store)


PASSING = {
    "cut": faults.cut(100_000),
    "cut at once": faults.cut(0),
    "stalled at once": faults.stalled(0),
    "short": faults.sending(DATA[:-1], length=False),
}
LASTING = {
    "404": faults.status(404),
    "500": faults.status(500),
    "204": faults.status(204),
    "304": faults.status(304),
    "a page": faults.sending(HTML, content_type="text/html; charset=utf-8"),
    "a page as long as the model": faults.sending(HTML.ljust(len(DATA)), content_type="text/html"),
    "wrong bytes": faults.sending(OTHER),
    "wrong bytes without a length": faults.sending(OTHER, length=False),
    "too many bytes without a length": faults.sending(DATA * 2, length=False),
    "an endless promise": faults.promising(10**15),
    "a promise of too much": faults.promising(len(DATA) + 1),
    "a promise of too little": faults.promising(len(DATA) - 1),
    "packed": faults.sending(DATA, content_encoding="gzip"),
    "a file of this machine": faults.status(302, location="file:///etc/hostname"),
    "somewhere odd": faults.status(302, location="ftp://127.0.0.1/small.onnx"),
    "an address that is none": faults.status(302, location="http://[::1/small.onnx"),
    "nowhere": faults.status(302),
    "a range nobody asked for": faults.ranged(f"bytes 5-{len(DATA) - 1}/{len(DATA)}", DATA[5:]),
    "a range without words": faults.ranged("gibberish", DATA),
}


@pytest.mark.parametrize("fault", (PASSING | LASTING).values(), ids=(PASSING | LASTING).keys())
def test_the_next_mirror_is_asked(fault: Fault, mirror: Mirror, store: Path) -> None:
    with serving(DATA) as failing:
        failing.faults = [fault] * 30
        _, events = fetch(store, failing.url, mirror.url, patience=1.0)
    assert failures(events)
    assert all("127.0.0.1" in reason for reason in failures(events))
    assert_here(store)


@pytest.mark.parametrize("fault", LASTING.values(), ids=LASTING.keys())
def test_nothing_is_left_of_what_cannot_be_right(fault: Fault, mirror: Mirror, store: Path) -> None:
    mirror.faults = [fault] * 30
    with pytest.raises(ModelError) as caught:
        fetch(store, mirror.url)
    assert caught.value.code == "model.not_downloaded"
    assert names(store) <= {".small.lock"}


def test_a_mirror_that_leads_in_circles(mirror: Mirror, store: Path) -> None:
    mirror.faults = [faults.status(302, location=mirror.url + "small.onnx")] * 30
    with pytest.raises(ModelError):
        fetch(store, mirror.url)
    assert len(mirror.asked) < 10


def test_a_mirror_that_is_not_there(mirror: Mirror, store: Path) -> None:
    with serving(DATA) as gone:
        url = gone.url
    _, events = fetch(store, url, mirror.url)
    assert "cannot be reached" in failures(events)[0]
    assert_here(store)


def test_a_mirror_elsewhere_is_followed(mirror: Mirror, store: Path) -> None:
    with serving(DATA) as front:
        front.faults = [faults.status(307, location=mirror.url + "elsewhere.bin")]
        fetch(store, front.url)
    assert_here(store)


def test_the_public_addresses_come_last(mirror: Mirror, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known(monkeypatch, small(addresses=[mirror.url + "public.onnx"]))
    with serving(DATA) as own:
        own.faults = [faults.status(404)]
        fetch(store, own.url)
        assert len(own.asked) == 1
    assert len(mirror.asked) == 1
    assert_here(store)


def test_a_licence_must_be_accepted_first(mirror: Mirror, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known(monkeypatch, small(commercial=False))
    with pytest.raises(ModelError, match="--accept-licence"):
        fetch(store, mirror.url)
    assert mirror.asked == []
    fetch(store, mirror.url, accept_licence=True)
    assert_here(store)


def test_who_never_connects_is_not_connected(mirror: Mirror, store: Path) -> None:
    with pytest.raises(ModelError, match="never to connect"):
        fetch(store, mirror.url, never_connect=True)
    assert mirror.asked == []
    assert not store.exists()


def test_room_is_looked_for_first(mirror: Mirror, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(download_module, "SPARE", 10**18)
    with pytest.raises(ModelError, match="too little room"):
        fetch(store, mirror.url)
    assert mirror.asked == []
    assert names(store) <= {".small.lock"}


@pytest.mark.parametrize(
    "wrong",
    ["ftp://127.0.0.1/", "127.0.0.1:8000", "file:///models/", "http://", "http://a b/", "http://a/?b", "http://a/#b"],
)
def test_a_mirror_must_be_an_address(wrong: str, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known(monkeypatch, small())
    with pytest.raises(ModelError) as caught:
        fetch(store, wrong)
    assert caught.value.code == "model.bad_mirror"


def test_two_files_of_one_model(mirror: Mirror, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    two = small()
    half = small(OTHER).files[0]
    two = type(two)(
        name="small", licence="X", commercial=True, speed="fast", good_at="Tests.", origin="",
        files=(*two.files, type(half)(precision="half", name="half.onnx", bytes=half.bytes, sha256=half.sha256)),
    )  # fmt: skip
    known(monkeypatch, two)
    mirror.data = OTHER
    assert fetch(store, mirror.url)[0].known.precision == "half"
    assert not fetch(store, mirror.url, precision="half")[0].new
    with pytest.raises(ModelError):
        fetch(store, mirror.url, precision="single")
    assert "small" in store_module.installed(store)
    with pytest.raises(ModelError, match="single, half"):
        fetch(store, mirror.url, precision="quarter")


def test_the_part_is_larger_than_what_is_compared() -> None:
    assert len(DATA) > 2 * OVERLAP
