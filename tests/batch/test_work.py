"""The real work on real photos, in real worker processes."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.batch.stand_ins import Studio
from tests.pictures import disc_matte, noise
from whitecove.batch.executors.control import Control
from whitecove.batch.plan import make_plan
from whitecove.batch.results import BatchResult
from whitecove.batch.run import run
from whitecove.core.errors import EngineError
from whitecove.core.model import State
from whitecove.core.options import Options
from whitecove.core.profiles import load_profile


def packshot(path: Path, seed: int) -> None:
    """A textured disc on a plain light grey sweep."""
    path.parent.mkdir(parents=True, exist_ok=True)
    matte = disc_matte(900, 900, (450, 450), 320)[..., None] / 255
    picture = noise(900, 900, 40, 160, seed) * matte + 214 * (1 - matte)
    Image.fromarray(picture.astype(np.uint8)).save(path, quality=95)


def prepared(studio: Studio, out: Path, engine: str = "backdrop", workers: int = 1) -> BatchResult:
    plan = make_plan([studio.photos], out, Options(engine=engine, canvas=800), load_profile("aliexpress"))
    return run(plan, workers=workers, models={}, emit=studio.events.append, control=Control(), resume=True)


def test_one_worker_and_two_give_the_same_bytes(studio: Studio) -> None:
    packshot(studio.photos / "S" / "1.jpg", 1)
    packshot(studio.photos / "S" / "2.jpg", 2)
    (studio.photos / "broken.jpg").write_bytes((studio.photos / "S" / "1.jpg").read_bytes()[:5000])
    results = [prepared(studio, studio.root / "one"), prepared(studio, studio.out, workers=2)]
    assert results[0] == results[1]
    states = {row.photo.name: row.result.state for li in results[0].listings for row in li.rows}
    assert states["broken.jpg"] is State.FAILED
    assert {states["S/1.jpg"], states["S/2.jpg"]} <= {State.READY, State.REVIEW}
    files = studio.delivered()
    assert len(files) == 2
    assert {name: (studio.root / "one" / name).read_bytes() for name in files} == files


def test_an_engine_that_cannot_work_is_refused_before_work(studio: Studio) -> None:
    packshot(studio.photos / "1.jpg", 1)
    with pytest.raises(EngineError):
        prepared(studio, studio.out, "rembg:u2netp")
    assert not studio.out.exists()
