"""What was fetched is not fetched again, and never joined with anything that it does not belong to."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.models import mirror as faults
from tests.models.mirror import Mirror, serving
from tests.models.small import DATA, failures, fetch
from tests.models.test_download import OTHER, assert_here, names
from whitecove.core.errors import ModelError
from whitecove.models.download import Wish, download
from whitecove.models.events import Event
from whitecove.models.store import remove
from whitecove.models.transfer import OVERLAP, Pace, Stopped

ROOT = Path(__file__).resolve().parents[2]
GONE = faults.status(404)


def interrupted(mirror: Mirror, store: Path, after: int = 200_000) -> None:
    """Fetches so many bytes of the model, and no more."""
    mirror.faults = [faults.cut(after), GONE]
    with pytest.raises(ModelError) as caught:
        fetch(store, mirror.url)
    assert caught.value.code == "model.not_downloaded_kept"
    assert names(store) == {"download.part", "download.json", ".small.lock"}
    assert (store / "small" / "download.part").stat().st_size == after
    mirror.asked.clear()


def wait_for(part: Path, size: int, alive: Callable[[], bool]) -> None:
    """Waits until so many bytes are there, as long as whoever fetches them is ``alive``."""
    while not part.is_file() or part.stat().st_size < size:
        assert alive()


def test_the_rest_is_fetched(mirror: Mirror, store: Path) -> None:
    interrupted(mirror, store)
    fetch(store, mirror.url)
    assert mirror.ranges == [f"bytes={200_000 - OVERLAP}-"]
    assert mirror.asked[0].get("If-Range") == mirror.etag
    assert_here(store)


def test_a_connection_that_ends_again_and_again(mirror: Mirror, store: Path) -> None:
    mirror.faults = [faults.cut(80_000)] * 30
    _, events = fetch(store, mirror.url)
    assert len(failures(events)) > 5
    assert_here(store)


def test_a_mirror_that_falls_silent_is_asked_for_the_rest(mirror: Mirror, store: Path) -> None:
    mirror.faults = [faults.stalled(200_000)]
    _, events = fetch(store, mirror.url, patience=1.0)
    assert "1 seconds" in failures(events)[0]
    assert len(mirror.asked) == 2
    assert_here(store)


def test_another_mirror_goes_on(mirror: Mirror, store: Path) -> None:
    interrupted(mirror, store)
    with serving(DATA) as other:
        fetch(store, other.url)
        assert other.ranges == [f"bytes={200_000 - OVERLAP}-"]
        assert other.asked[0].get("If-Range") is None
    assert_here(store)


def test_a_mirror_without_ranges(mirror: Mirror, store: Path) -> None:
    interrupted(mirror, store)
    mirror.faults = [faults.without_ranges]
    fetch(store, mirror.url)
    assert len(mirror.asked) == 1
    assert_here(store)


def test_a_bad_mirror_does_not_cost_what_a_better_one_brought(mirror: Mirror, store: Path) -> None:
    interrupted(mirror, store)
    mirror.faults = [faults.sending(DATA[:1000], length=False), GONE]
    with pytest.raises(ModelError):
        fetch(store, mirror.url)
    assert (store / "small" / "download.part").read_bytes() == DATA[:200_000]


def test_a_mirror_without_length(mirror: Mirror, store: Path) -> None:
    mirror.faults = [faults.without_length]
    fetch(store, mirror.url)
    assert_here(store)


@pytest.mark.parametrize("etag", ['"two"', '"one"'], ids=["and says so", "and keeps silent about it"])
def test_a_file_that_changed_is_not_joined(mirror: Mirror, store: Path, etag: str) -> None:
    mirror.data = OTHER
    interrupted(mirror, store)
    mirror.data, mirror.etag = DATA, etag
    fetch(store, mirror.url)
    assert_here(store)


def test_a_file_that_changed_only_where_nobody_looks(mirror: Mirror, store: Path) -> None:
    mirror.data = OTHER[:1000] + DATA[1000:]
    interrupted(mirror, store)
    mirror.data = DATA
    _, events = fetch(store, mirror.url)
    assert "is not the model" in failures(events)[0]
    assert mirror.ranges == [f"bytes={200_000 - OVERLAP}-", None]
    assert_here(store)


def test_a_part_longer_than_the_file(mirror: Mirror, store: Path) -> None:
    interrupted(mirror, store)
    (store / "small" / "download.part").write_bytes(OTHER * 2)
    fetch(store, mirror.url)
    assert_here(store)


@pytest.mark.parametrize(
    "note", ["", "{", "[]", '{"address": 3}', '{"address":"x","validator":"","total":null}', "\n", 3]
)
def test_a_damaged_note_does_no_harm(mirror: Mirror, store: Path, note: str | int) -> None:
    interrupted(mirror, store)
    values = {"address": mirror.url + "small.onnx", "validator": note, "total": None}
    written = json.dumps(values) if note in (3, "\n") else str(note)
    (store / "small" / "download.json").write_text(written, "utf-8")
    fetch(store, mirror.url)
    assert_here(store)


def test_an_interrupted_download_can_be_removed(mirror: Mirror, store: Path) -> None:
    interrupted(mirror, store)
    remove(store, "small")
    assert names(store) == {".small.lock"}


def test_whoever_wants_no_more_keeps_what_is_there(mirror: Mirror, store: Path) -> None:
    events: list[Event] = []
    with pytest.raises(Stopped):
        download(Wish(model="small", mirrors=(mirror.url,)), store, events.append, lambda: len(events) > 2)
    assert "download.part" in names(store)
    fetch(store, mirror.url)
    assert_here(store)


def test_two_at_once_do_not_spoil_each_other(mirror: Mirror, store: Path) -> None:
    mirror.faults = [faults.stalled(100_000)]
    first = threading.Thread(target=fetch, args=(store, mirror.url), kwargs={"patience": 60.0})
    first.start()
    wait_for(store / "small" / "download.part", 100_000, first.is_alive)
    for act in (lambda: fetch(store, mirror.url), lambda: remove(store, "small")):
        with pytest.raises(ModelError) as caught:
            act()
        assert caught.value.code == "model.busy"
    mirror.released.set()
    first.join()
    assert_here(store)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_program_that_is_killed_leaves_what_it_fetched(mirror: Mirror, store: Path) -> None:
    mirror.faults = [faults.stalled(200_000)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "app")))}
    with subprocess.Popen(
        [sys.executable, "-m", "tests.models.one_download", str(store), mirror.url], env=environment, cwd=ROOT
    ) as program:
        wait_for(store / "small" / "download.part", 200_000, lambda: program.poll() is None)
        program.send_signal(signal.SIGKILL)
    assert "small.onnx" not in names(store)
    fetch(store, mirror.url)
    assert mirror.ranges == [None, f"bytes={200_000 - OVERLAP}-"]
    assert_here(store)


@contextmanager
def files_at_most(size: int) -> Iterator[None]:
    """Meanwhile, no file can grow larger, as on a disk that is full."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no limit on the size of files")
def test_a_disk_that_takes_no_more(mirror: Mirror, store: Path) -> None:
    with files_at_most(150_000), pytest.raises(ModelError, match="could not be stored"):
        fetch(store, mirror.url, mirror.url)
    assert len(mirror.asked) == 1
    assert names(store) == {"download.part", "download.json", ".small.lock"}
    fetch(store, mirror.url)
    assert_here(store)


@pytest.mark.parametrize("place", ["models", "models/small"])
def test_a_file_in_the_way(mirror: Mirror, store: Path, place: str) -> None:
    (store.parent / place).parent.mkdir(exist_ok=True)
    (store.parent / place).write_text("in the way", "utf-8")
    with pytest.raises(ModelError, match="could not be stored"):
        fetch(store, mirror.url)


def test_a_trickle_is_as_good_as_silence() -> None:
    now = [0.0]
    pace = Pace(10.0, clock=lambda: now[0])
    for second, count, slow in ((5, 10, False), (11, 10, True), (15, 10, False), (22, 100_000, False), (40, 1, True)):
        now[0] = second
        assert pace.is_too_slow(count) is slow
