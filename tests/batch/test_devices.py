"""What a batch says of the device that its model was computed on."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.batch.stand_ins import Studio
from tests.models.graphs import graph
from tests.pictures import disc_matte, noise
from whitecove.batch.delivery.manifest import manifest_rows
from whitecove.batch.events import BatchStarted
from whitecove.batch.executors.control import Control
from whitecove.batch.executors.jobs import Executor
from whitecove.batch.executors.processes import Processes
from whitecove.batch.executors.serial import Serial
from whitecove.batch.plan import make_plan
from whitecove.batch.report.page import write_report
from whitecove.batch.results import BatchResult
from whitecove.batch.run import run
from whitecove.batch.words import engine
from whitecove.core.options import Options
from whitecove.core.profiles import load_profile


@pytest.fixture
def red(tmp_path: Path) -> Path:
    """A model that sees the product where it is red."""
    return graph(tmp_path / "red.u2net.onnx", 320)


def packshot(path: Path, seed: int) -> None:
    """A red textured disc on a plain light grey sweep."""
    path.parent.mkdir(parents=True, exist_ok=True)
    matte = disc_matte(900, 900, (450, 450), 320)[..., None] / 255
    product = noise(900, 900, 40, 90, seed) + np.array([120, 0, 0])
    Image.fromarray((product * matte + 214 * (1 - matte)).astype(np.uint8)).save(path, quality=95)


def prepared(studio: Studio, red: Path, device: str, executor: Executor) -> BatchResult:
    options = Options(engine="rembg:red", device=device, canvas=800, group="photo")
    plan = make_plan([studio.photos], studio.out, options, load_profile("aliexpress"))
    studio.events.clear()
    return run(
        plan,
        workers=1,
        models={"red": red},
        emit=studio.events.append,
        control=Control(),
        resume=True,
        executor=executor,
    )


def resumed(studio: Studio) -> int:
    return next(event.resumed for event in studio.events if isinstance(event, BatchStarted))


@pytest.mark.parametrize("executor", [Serial(), Processes(workers=2)], ids=["here", "workers"])
def test_a_gpu_that_is_not_there_is_said_once_a_batch(studio: Studio, red: Path, executor: Executor) -> None:
    for number in (1, 2, 3):
        packshot(studio.photos / f"{number}.jpg", number)
    result = prepared(studio, red, "gpu", executor)
    assert [note for note in result.notes if "cannot use a GPU" in note] == list(result.notes)
    assert len(result.notes) == 1
    write_report(result, studio.out)
    assert result.notes[0] in (studio.out / "report.html").read_text("utf-8")
    assert {row["engine"] for row in manifest_rows(result)} == {"rembg:red"}
    again = prepared(studio, red, "cpu", executor)
    assert resumed(studio) == 3
    assert again.notes == ()


def test_a_person_reads_what_computed_a_cutout() -> None:
    assert engine("rembg:u2netp@cuda") == "Cut out by the model u2netp on a GPU (cuda)"
    assert engine("rembg:u2netp@cuda+backdrop").endswith("on a GPU (cuda), its edge by the plain backdrop")
    assert engine("rembg:u2netp") == "Cut out by the model u2netp"
