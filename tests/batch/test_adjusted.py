"""What a person sets for some photos of a batch: those are made anew, the others are not, and each is worked on with
the engine that it has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from tests.batch.stand_ins import Studio
from tests.batch.test_work import packshot
from whitecove.batch import work
from whitecove.batch.asked import asked, engines_of, key_of
from whitecove.batch.delivery.manifest import manifest_rows, write_manifest
from whitecove.batch.events import BatchStarted
from whitecove.batch.executors.control import Control
from whitecove.batch.executors.jobs import Job
from whitecove.batch.executors.serial import Serial
from whitecove.batch.executors.staffing import hungriest
from whitecove.batch.identity import Identities
from whitecove.batch.plan import Plan, make_plan
from whitecove.batch.results import BatchResult
from whitecove.batch.run import run
from whitecove.batch.watch.taken import has_corrections
from whitecove.core.adjust.values import Adjust
from whitecove.core.corrections.text import Entry, written
from whitecove.core.corrections.values import Corrections
from whitecove.core.engines import registry
from whitecove.core.engines.base import Engine
from whitecove.core.model import Slot, State, Want
from whitecove.core.options import Options
from whitecove.core.profiles import load_profile

Rows = dict[str, dict[str, Any]]


def file_of(path: Path, size: tuple[int, int] = (900, 900), **photos: Adjust) -> Path:
    """A corrections file that sets something for each photo, by its stem."""
    entries = [
        Entry(photo=f"photos/{stem}.jpg", corrections=Corrections(width=size[0], height=size[1], steps=(), adjust=each))
        for stem, each in photos.items()
    ]
    path.write_bytes(written(entries))
    return path


def planned(studio: Studio, corrections: Path | None, **options: object) -> Plan:
    chosen = Options(**{"engine": "keep", "group": "photo", **options})  # type: ignore[arg-type]
    return make_plan([studio.photos], studio.out, chosen, load_profile("aliexpress"), corrections=corrections)


def resumed(studio: Studio, corrections: Path | None) -> int:
    """How many photos a run takes from the runs before."""
    studio.run(planned(studio, corrections))
    return next(event.resumed for event in studio.events if isinstance(event, BatchStarted))


def test_changing_an_adjustment_makes_that_photo_anew_and_no_other(studio: Studio, quick: None) -> None:
    studio.add("a.jpg", "b.jpg", "c.jpg")
    file = studio.root / "c.json"
    assert resumed(studio, None) == 0
    assert resumed(studio, file_of(file, a=Adjust(turn=90))) == 2
    assert resumed(studio, file) == 3
    assert resumed(studio, file_of(file, a=Adjust(turn=180), b=Adjust(fill=0.7))) == 1
    assert resumed(studio, file_of(file, a=Adjust(turn=180), b=Adjust(engine="backdrop"))) == 2
    assert resumed(studio, file_of(file, a=Adjust())) == 3


def test_a_photo_with_a_white_point_of_its_own_does_not_follow_its_session(studio: Studio) -> None:
    studio.add("a.jpg", "b.jpg")
    plan = planned(studio, file_of(studio.root / "c.json", a=Adjust(white_point=(1.2, 1.0, 0.9))))
    plan = replace(plan, white_points=dict.fromkeys(("a.jpg", "b.jpg"), (1.1, 1.0, 1.3)))
    points = {job.photo.name: job.white_point for job in asked(_jobs(plan), plan)}
    assert points == {"a.jpg": None, "b.jpg": (1.1, 1.0, 1.3)}


def _jobs(plan: Plan) -> list[Job]:
    return [Job(photo=photo, wants=(Want(slot=Slot.MAIN, file="a.jpg"),)) for photo in plan.photos]


def test_of_the_models_those_count_that_a_photo_names(studio: Studio) -> None:
    """Another file under the name of a model makes the photos anew that are worked on with it, and no others."""
    studio.add("a.jpg", "b.jpg")
    model = studio.root / "mugs.u2net.onnx"
    model.write_bytes(b"one")
    plan = planned(studio, file_of(studio.root / "c.json", a=Adjust(engine="rembg:mugs")))

    def keys() -> list[str]:
        identities = Identities(plan.settings, plan.options, {"mugs": model})
        return [key_of(identities, job) for job in asked(_jobs(plan), plan)]

    before = keys()
    model.write_bytes(b"two")
    after = keys()
    assert [one == other for one, other in zip(before, after, strict=True)] == [False, True]


def test_workers_are_counted_for_the_largest_model_that_is_used(studio: Studio) -> None:
    studio.add("a.jpg", "b.jpg")
    plan = planned(studio, file_of(studio.root / "c.json", a=Adjust(engine="rembg:isnet-general-use")))
    assert engines_of(plan) == {"keep", "rembg:isnet-general-use"}
    models = {name: Path(name) for name in ("isnet-general-use", "u2netp")}
    assert hungriest({"keep", "rembg:isnet-general-use", "rembg:u2netp"}, models) == "rembg:isnet-general-use"
    assert hungriest({"backdrop"}, {}) == "backdrop"


def prepared(studio: Studio, corrections: Path | None) -> tuple[BatchResult, Rows]:
    """The result, and the manifest's rows by source."""
    plan = planned(studio, corrections, engine="backdrop", canvas=800)
    result = run(
        plan, workers=1, models={}, emit=studio.events.append, control=Control(), resume=True, executor=Serial()
    )
    return result, {row["source"]: row for row in manifest_rows(result)}


@pytest.fixture
def shots(studio: Studio) -> Studio:
    for number, name in enumerate("abc"):
        packshot(studio.photos / f"{name}.jpg", number)
    return studio


def test_each_photo_is_worked_on_with_what_it_has(shots: Studio, quick: None) -> None:
    _, before = prepared(shots, None)
    file = file_of(
        shots.root / "c.json",
        a=Adjust(engine="whiten", turn=90, straighten=2.5),
        b=Adjust(engine="rembg:u2netp"),
    )
    result, after = prepared(shots, file)
    assert (before["a.jpg"]["engine"], after["a.jpg"]["engine"]) == ("backdrop", "whiten")
    assert after["a.jpg"]["geometry"] == {"turn": 90, "flip": False, "straighten": 2.5}
    assert after["a.jpg"]["corrections"] == "adjusted"
    states = {row.photo.name: row.result.state for li in result.listings for row in li.rows}
    assert states["b.jpg"] is State.FAILED
    assert "u2netp" in after["b.jpg"]["reason"]
    assert after["c.jpg"] == before["c.jpg"]
    assert before["c.jpg"]["geometry"] is None
    assert prepared(shots, None)[1] == before


def test_a_turned_photo_is_remembered_as_it_is_shown(shots: Studio, quick: None) -> None:
    file = file_of(shots.root / "c.json", a=Adjust(flip=True, straighten=-3.0))
    _, first = prepared(shots, file)
    started = len(shots.events)
    _, again = prepared(shots, file)
    assert again == first
    assert next(e.resumed for e in shots.events[started:] if isinstance(e, BatchStarted)) == 3


def test_variants_of_one_camera_keep_their_scale_when_one_is_straightened(studio: Studio, quick: None) -> None:
    for number, name in enumerate(("S/red/1", "S/blue/1")):
        packshot(studio.photos / f"{name}.jpg", number)
    file = studio.root / "c.json"
    adjusted = Corrections(width=900, height=900, steps=(), adjust=Adjust(straighten=4.0))
    file.write_bytes(written([Entry(photo="photos/S/red/1.jpg", corrections=adjusted)]))
    chosen = Options(engine="backdrop", canvas=800)
    plan = make_plan([studio.photos], studio.out, chosen, load_profile("aliexpress"), corrections=file)
    result = run(
        plan, workers=1, models={}, emit=studio.events.append, control=Control(), resume=True, executor=Serial()
    )
    made = [
        each.placement
        for li in result.listings for row in li.rows for each in row.result.renditions if each.slot is Slot.VARIANT
    ]  # fmt: skip
    assert len(made) == 2
    scales = [place.scale for place in made if place]
    assert scales[0] == pytest.approx(scales[1], rel=0.02)


def test_a_watch_knows_that_a_delivery_has_something_set(shots: Studio) -> None:
    result, _ = prepared(shots, file_of(shots.root / "c.json", a=Adjust(exposure=0.5)))
    write_manifest(result, shots.out)
    assert has_corrections(shots.out)
    assert "adjusted" in (shots.out / "manifest.csv").read_text("utf-8-sig")


def test_a_worker_keeps_the_engines_that_it_uses(shots: Studio, monkeypatch: pytest.MonkeyPatch, quick: None) -> None:
    """Not made anew for each photo: an engine may hold a model."""
    made: list[str] = []
    make = registry.make_engine

    def counted(spec: str, models: Mapping[str, Path], **more: str) -> Engine:
        made.append(spec)
        return make(spec, models)

    work._set_up.cache_clear()
    monkeypatch.setattr(registry, "make_engine", counted)
    packshot(shots.photos / "d.jpg", 4)
    prepared(shots, file_of(shots.root / "c.json", a=Adjust(engine="whiten"), c=Adjust(engine="whiten")))
    assert sorted(made) == ["backdrop", "whiten"]


def test_turned_photos_are_turned_in_the_delivery(studio: Studio, quick: None) -> None:
    rgb = np.full((900, 900, 3), 214, np.uint8)
    rgb[300:600, 200:700] = np.random.default_rng(0).integers(20, 140, (300, 500, 3))
    studio.photos.mkdir(exist_ok=True)
    Image.fromarray(rgb).save(studio.photos / "a.png")
    plan = planned(studio, None, engine="backdrop", canvas=800)
    adjusted = Corrections(width=900, height=900, steps=(), adjust=Adjust(turn=90))
    plan = replace(plan, corrections={"a.png": adjusted})
    result = run(plan, workers=1, models={}, emit=studio.events.append, control=Control(), resume=False,
                 executor=Serial())  # fmt: skip
    placed = next(manifest_rows(result))["placed_box"]
    assert placed[3] - placed[1] > placed[2] - placed[0]
