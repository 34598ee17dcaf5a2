"""Decoders that crash, and such that hang in C with Python's lock held, at each stage of the real work."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.account import wrongs
from tests.faults.shop import SAMPLES, Shop, save_small
from tests.faults.strokes import Struck
from whitecove.batch.delivery.lists import write_lists
from whitecove.batch.executors.control import Control
from whitecove.batch.executors.jobs import Work
from whitecove.batch.executors.processes import Processes
from whitecove.batch.places import STAGING
from whitecove.batch.plan import make_plan
from whitecove.batch.results import BatchResult
from whitecove.batch.run import run
from whitecove.batch.work import Bench
from whitecove.core.model import State
from whitecove.core.options import Options
from whitecove.core.profiles import load_profile
from whitecove.core.stage import Stage

OPTIONS = Options(engine="backdrop", canvas=800, pad_bytes=True, group="photo")
# Far above what small photos take on a machine with much else to do, and below what anybody waits for in a test.
SHORT = {
    Stage.STARTING: 30.0, Stage.READING: 5.0, Stage.CUTTING: 5.0, Stage.MAKING: 5.0, Stage.PROVING: 5.0,
}  # fmt: skip
HELD = {"hang-reading", "spin-cutting", "hang-making", "hang-proving"}
CRASHED = {f"crash-{stage.name.lower()}" for stage in Stage}
SOUND = {"basket", "lamp", "mug"}
MADE = (State.READY, State.REVIEW)


def struck(out: Path) -> Struck:
    return Struck(Bench(options=OPTIONS, profile="aliexpress", models=(), staging=out / STAGING))


def batch(shop: Shop, worker: Work | None) -> BatchResult:
    plan = make_plan([shop.photos], shop.out, OPTIONS, load_profile("aliexpress"))
    executor = Processes(workers=4, deadlines=SHORT)
    result = run(
        plan,
        workers=4,
        models={},
        emit=lambda _: None,
        control=Control(),
        resume=True,
        executor=executor,
        worker=worker,
    )
    write_lists(result, shop.out)
    return result


@pytest.fixture
def trapped(tmp_path: Path) -> Shop:
    """Photos of which most will end or hold their worker; all are good."""
    shop = Shop(tmp_path)
    samples = [SAMPLES / "mug.jpg", SAMPLES / "basket.jpg"]
    for at, name in enumerate(sorted(HELD | CRASHED)):
        save_small(samples[at % 2], shop.photos / f"{name}.jpg")
    for name in SOUND:
        sample = "lamp/lamp_main.jpg" if name == "lamp" else f"{name}.jpg"
        save_small(SAMPLES / sample, shop.photos / f"{name}.jpg")
    return shop


def test_each_costs_its_photo_and_no_other(trapped: Shop) -> None:
    result = batch(trapped, struck(trapped.out))
    reasons = {row.photo.path.stem: row.result.reason for listing in result.listings for row in listing.rows}
    states = {row.photo.path.stem: row.result.state for listing in result.listings for row in listing.rows}
    assert {name for name, state in states.items() if state is State.FAILED} == HELD | CRASHED
    assert {name for name, state in states.items() if state in MADE} == SOUND
    for name in HELD | CRASHED:
        doing = Stage[name.partition("-")[2].upper()].doing
        what = "made the worker process end" if name in CRASHED else "took longer than 5 seconds"
        assert reasons[name].startswith(f"{doing} {what}")
    assert wrongs(trapped.photos, trapped.out) == []
    first = trapped.delivered()
    counts = batch(trapped, None).counts()
    assert sum(counts[state] for state in MADE) == len(states)
    assert wrongs(trapped.photos, trapped.out) == []
    sound = {name: data for name, data in first.items() if name.removeprefix("_review/").split("/")[0] in SOUND}
    assert len(sound) == len(SOUND)
    assert sound.items() <= trapped.delivered().items()
