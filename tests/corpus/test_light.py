"""Shadows and whitening on real photos: whatever is laid under them, all beyond is exact white."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.independent.recheck import recheck
from whitecove.batch.delivery.manifest import write_manifest
from whitecove.batch.executors.control import Control
from whitecove.batch.executors.serial import Serial
from whitecove.batch.plan import make_plan
from whitecove.batch.results import BatchResult
from whitecove.batch.run import run
from whitecove.core.model import Rendition, State
from whitecove.core.options import Options
from whitecove.core.profiles import load_profile

PHOTOS = ("boutique/candle-holder.jpg", "boutique/mug.jpg", "vendure/ruslan-bardash-351288-unsplash.jpg")

pytestmark = pytest.mark.corpus


def prepared(shared: Path, out: Path, **options: object) -> BatchResult:
    chosen = Options(group="photo", **{"engine": "backdrop", **options})  # type: ignore[arg-type]
    photos = [shared / "data" / "products" / name for name in PHOTOS]
    plan = make_plan(photos, out, chosen, load_profile("aliexpress"))
    return run(plan, workers=1, models={}, emit=lambda _: None, control=Control(), resume=False, executor=Serial())


def renditions(result: BatchResult) -> list[Rendition]:
    return [made for listing in result.listings for row in listing.rows for made in row.result.renditions]


@pytest.mark.parametrize("shadow", ["own", "made"])
def test_real_shadows_pass_a_second_opinion(shared: Path, tmp_path: Path, shadow: str) -> None:
    result = prepared(shared, tmp_path / "out", shadow=shadow)
    made = renditions(result)
    assert all(each.notes for each in made)
    assert any(each.shadow == shadow and each.state is State.READY for each in made)
    write_manifest(result, tmp_path / "out")
    for row in (row for listing in result.listings for row in listing.rows):
        white = next(f for f in row.result.renditions[0].findings if f.rule == "background.white")
        assert not white.broken, f"{row.photo.name}: {white.measured}"
    folder = tmp_path / "flat"
    folder.mkdir()
    for name in PHOTOS:
        (folder / Path(name).name).write_bytes((shared / "data" / "products" / name).read_bytes())
    opinions = recheck(tmp_path / "out", folder)
    assert opinions
    assert [opinion.problems for opinion in opinions] == [[]] * len(opinions)


def test_colours_stay_where_nothing_is_asked(shared: Path, tmp_path: Path) -> None:
    for made in renditions(prepared(shared, tmp_path / "out")):
        finding = next(f for f in made.findings if f.rule == "colour.fidelity")
        assert not finding.broken
        assert finding.value is not None
        assert finding.value <= 0.5
        assert not made.changes


def test_whitening_leaves_nothing_off_white(shared: Path, tmp_path: Path) -> None:
    for made in renditions(prepared(shared, tmp_path / "out", engine="whiten")):
        white = next(f for f in made.findings if f.rule == "background.white")
        assert white.value == 0
        assert made.changes
