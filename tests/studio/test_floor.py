"""The floor, in this process: photos come in, a batch runs in worker processes, decisions and deliveries follow."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Queue
from typing import Any, TypeVar

import pytest

from whitecove import paths
from whitecove.batch.events import BatchStarted, ListingFinished, PhotoFinished
from whitecove.batch.white_points import sessions
from whitecove.core.corrections.values import Corrections, Rectangle
from whitecove.core.errors import PlanError
from whitecove.core.model import Listing, State
from whitecove.core.options import Options
from whitecove.studio.asks import (
    Arrived,
    BatchSaid,
    Decide,
    Decided,
    Gather,
    Grouped,
    HandedOver,
    HandOver,
    InSession,
    Job,
    Prepare,
    Prepared,
    Recalled,
    Refused,
    SameSession,
    Save,
    Saved,
    Seen,
    Stop,
)
from whitecove.studio.floor.floor import Floor

Said = TypeVar("Said")
PATIENCE = 120.0
SERIALS = itertools.count(1)
QUICK = Options(engine="backdrop")


class Told:
    """What the floor said, in order."""

    def __init__(self) -> None:
        self.queue: Queue[object] = Queue()
        self.all: list[object] = []

    def wait_for(self, kind: type[Said]) -> Said:
        while True:
            said = self.queue.get(timeout=PATIENCE)
            said = said.said if isinstance(said, BatchSaid) else said
            self.all.append(said)
            if isinstance(said, kind):
                return said
            assert not isinstance(said, Refused), said

    def of(self, kind: type[Said]) -> list[Said]:
        return [said for said in self.all if isinstance(said, kind)]


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def floor(told: Told) -> Iterator[Floor]:
    made = Floor(told.queue.put)
    yield made
    made.close()


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    folder = tmp_path / "photos"
    folder.mkdir()
    for name in ("mug.jpg", "basket.jpg"):
        shutil.copy(paths.resources() / "samples" / name, folder / name)
    return folder


def gathered(floor: Floor, told: Told, *inputs: Path, options: Options = QUICK) -> tuple[Listing, ...]:
    floor.handle(Gather(generation=1, inputs=inputs, options=options))
    told.wait_for(Arrived)
    return tuple(listing for said in told.of(Grouped) for listing in said.listings)


def prepared(floor: Floor, told: Told, job: Job, only_recall: bool = False) -> Prepared:
    floor.handle(Prepare(serial=next(SERIALS), job=job, only_recall=only_recall))
    return told.wait_for(Prepared)


def test_photos_are_seen_before_they_are_grouped(floor: Floor, told: Told, photos: Path) -> None:
    listings = gathered(floor, told, photos)
    assert [listing.sku for listing in listings] == ["basket", "mug"]
    seen = told.of(Seen)
    assert [path.name for said in seen for path in said.paths] == ["basket.jpg", "mug.jpg"]
    assert told.all.index(seen[0]) < told.all.index(told.of(Grouped)[0])
    arrival = told.of(Arrived)[0].arrival
    assert (arrival.photos, arrival.products) == (2, 2)


def test_photos_from_a_messenger_are_named(floor: Floor, told: Told, photos: Path) -> None:
    from PIL import Image

    Image.new("RGB", (900, 900), "white").save(photos / "WhatsApp Image 2024-05-01 at 10.00.00.jpeg")
    gathered(floor, told, photos)
    assert told.of(Arrived)[0].arrival.by_messenger == ("WhatsApp Image 2024-05-01 at 10.00.00.jpeg",)


def test_photos_of_one_camera_and_session_are_known(floor: Floor, told: Told, photos: Path) -> None:
    for name in ("lamp_1.jpg", "lamp_2.jpg"):
        shutil.copy(paths.resources() / "samples" / "lamp" / name, photos / name)
    listings = gathered(floor, told, photos)
    all_photos = tuple(photo for listing in listings for photo in listing.photos)
    asked = photos / "lamp_1.jpg"
    floor.handle(SameSession(generation=1, path=asked, photos=all_photos))
    said = told.wait_for(InSession)
    together = next(each for each in sessions(all_photos) if asked in [photo.path for photo in each.photos])
    assert said.path == asked
    assert set(said.paths) == {photo.path for photo in together.photos}
    assert said.timed is together.timed
    floor.handle(SameSession(generation=1, path=photos / "none.jpg", photos=all_photos))
    assert told.wait_for(InSession).paths == ()


def test_a_newer_gathering_overtakes(floor: Floor, told: Told, photos: Path) -> None:
    first = Gather(generation=1, inputs=(photos,), options=QUICK)
    assert not floor.heard(Gather(generation=2, inputs=(photos,), options=QUICK))
    floor.handle(first)
    assert not [said for said in told.queue.queue if isinstance(said, Grouped | Arrived)]


def test_a_batch_a_decision_a_correction_and_a_delivery(floor: Floor, told: Told, photos: Path, tmp_path: Path) -> None:
    out = tmp_path / "ready"
    job = Job(listings=gathered(floor, told, photos), options=QUICK, out=out)
    done = prepared(floor, told, job)
    assert (done.interrupted, done.trouble, sum(done.counts.values())) == (False, "", 2)
    assert (out / "report.html").exists()
    results = {each.name: each.result for each in told.of(PhotoFinished)}

    floor.handle(
        Decide(out=out, kind="reject", results=(("mug", "mug.jpg", results["mug.jpg"]),), profile="aliexpress")
    )
    after = dict(told.wait_for(Decided).results)["mug"]
    assert after.state is State.REVIEW
    floor.handle(Decide(out=out, kind="none", results=(("mug", "mug.jpg", results["mug.jpg"]),), profile="aliexpress"))
    assert dict(told.wait_for(Decided).results)["mug"].state is results["mug.jpg"].state

    facts = results["mug.jpg"].facts
    assert facts is not None
    box = Rectangle(keep=False, left=0, top=0, right=facts.width, bottom=facts.height / 2)
    drawn = {"mug.jpg": Corrections(width=facts.width, height=facts.height, steps=(box,))}
    before = len(told.of(PhotoFinished))
    prepared(floor, told, Job(listings=job.listings, options=QUICK, out=out, corrections=drawn))
    assert told.of(BatchStarted)[-1].resumed == 1
    again = {each.name: each.result for each in told.of(PhotoFinished)[before:]}
    assert again["mug.jpg"].renditions[0].sha256 != results["mug.jpg"].renditions[0].sha256
    assert again["basket.jpg"].renditions == results["basket.jpg"].renditions

    floor.handle(HandOver(out=out, to=tmp_path / "delivered"))
    handed = told.wait_for(HandedOver)
    delivered = list((tmp_path / "delivered").rglob("*.jpg"))
    assert len(delivered) == handed.files


def test_what_earlier_batches_left_is_recalled_without_work(
    floor: Floor, told: Told, photos: Path, tmp_path: Path
) -> None:
    listings = gathered(floor, told, photos)
    out = tmp_path / "ready"
    prepared(floor, told, Job(listings=listings[1:], options=QUICK, out=out))
    first = told.of(PhotoFinished)[0].result
    told.all.clear()
    done = prepared(floor, told, Job(listings=listings, options=QUICK, out=out), only_recall=True)
    assert done.recalled
    assert done.unstarted == 1
    assert [(said.name, said.raw, said.result) for said in told.of(Recalled)] == [("mug.jpg", first, first)]
    assert [said.sku for said in told.of(ListingFinished)] == ["mug"]


def test_some_photos_are_prepared_alone(floor: Floor, told: Told, photos: Path, tmp_path: Path) -> None:
    job = Job(listings=gathered(floor, told, photos), options=QUICK, out=tmp_path / "ready")
    floor.handle(Prepare(serial=next(SERIALS), job=job, only=frozenset({"mug.jpg"})))
    done = told.wait_for(Prepared)
    assert (done.partly, done.unstarted) == (True, 1)
    assert [said.name for said in told.of(PhotoFinished)] == ["mug.jpg"]


def test_a_second_batch_is_refused_while_one_is_under_way(
    floor: Floor, told: Told, photos: Path, tmp_path: Path
) -> None:
    job = Job(listings=gathered(floor, told, photos), options=QUICK, out=tmp_path / "ready")
    floor.handle(Prepare(serial=next(SERIALS), job=job))
    with pytest.raises(PlanError, match="under way"):
        floor.handle(Prepare(serial=next(SERIALS), job=job))
    assert floor.heard(Stop())
    assert told.wait_for(Prepared).interrupted


@pytest.mark.parametrize("go_wrong", ["no photos", "no model"])
def test_what_cannot_be_prepared_is_one_sentence(
    go_wrong: str, floor: Floor, told: Told, photos: Path, tmp_path: Path
) -> None:
    options = Options(engine="rembg:u2net") if go_wrong == "no model" else QUICK
    listings = gathered(floor, told, photos) if go_wrong == "no model" else ()
    floor.handle(Prepare(serial=next(SERIALS), job=Job(listings=listings, options=options, out=tmp_path / "ready")))
    refused = told.wait_for(Refused)
    assert refused.sentence.endswith(".")
    assert not (tmp_path / "ready" / "manifest.json").exists()


def test_a_project_is_saved_whole_or_refused(floor: Floor, told: Told, tmp_path: Path) -> None:
    assert floor.heard(Save(path=tmp_path / "a" / "shop.whitecove", data=b"{}", serial=7))
    assert told.wait_for(Saved).serial == 7
    assert (tmp_path / "a" / "shop.whitecove").read_bytes() == b"{}"
    (tmp_path / "file").write_bytes(b"")
    assert floor.heard(Save(path=tmp_path / "file" / "shop.whitecove", data=b"{}", serial=8))
    refused = told.wait_for(Refused)
    assert isinstance(refused.ask, Save)
    assert (refused.ask.serial, refused.code) == (8, "output.not_a_folder") or refused.sentence.endswith(".")


def test_every_ask_of_the_floor_has_a_door(floor: Floor) -> None:
    doors: dict[type, Callable[[Any], None]] = dict(floor.doors)
    assert {Gather, Prepare, Decide, HandOver} <= set(doors)
