"""Rounds of delivery with real pictures and the real work on them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PIL import Image

from tests.batch.rounds import Rounds
from tests.batch.stand_ins import tree
from tests.pictures import disc_matte, noise
from whitecove.batch.delivery.edits import Edits
from whitecove.batch.delivery.lists import write_lists
from whitecove.batch.executors.control import Control
from whitecove.batch.executors.jobs import Job, Outcomes, Watch, Work, unwatched
from whitecove.batch.executors.serial import Serial
from whitecove.batch.plan import make_plan
from whitecove.batch.run import run
from whitecove.core.model import State
from whitecove.core.options import Options
from whitecove.core.profiles import load_profile

pytestmark = pytest.mark.usefixtures("quick")

MAIN, SECOND, THIRD = "mug/mug_01_main.jpg", "mug/mug_02.jpg", "mug/mug_03.jpg"


class Counting(Serial):
    """Does the work here, and remembers for which photos."""

    def __init__(self) -> None:
        self.done: list[str] = []

    def run(self, work: Work, jobs: Sequence[Job], control: Control, watch: Watch = unwatched) -> Outcomes:
        for job, done in super().run(work, jobs, control, watch):
            self.done.append(job.photo.name)
            yield job, done


def shot(seed: int, radius: float = 130) -> Image.Image:
    """A grainy product on a plain backdrop."""
    matte = Image.fromarray(disc_matte(400, 400, (200, 200), radius))
    return Image.composite(
        Image.fromarray(noise(400, 400, 0, 160, seed=seed)), Image.new("RGB", (400, 400), (208, 210, 214)), matte
    )


def deliver(rounds: Rounds, edits: Edits = Edits.REFUSE) -> list[str]:
    """Delivers, and says which photos were worked on."""
    options = Options(engine="backdrop", canvas=1000, details="white")
    plan = make_plan([rounds.photos], rounds.out, options, load_profile("aliexpress"), edits=edits)
    executor = Counting()
    rounds.result = run(
        plan, workers=1, models={}, emit=lambda _: None, control=Control(), resume=True, executor=executor
    )
    write_lists(rounds.result, rounds.out)
    return executor.done


def files(rounds: Rounds) -> dict[str, bytes]:
    return {name: data for name, data in rounds.delivered().items() if name.startswith(("mug/", "_review/"))}


def test_an_edited_variant_leaves_its_siblings_as_they_were(tmp_path: Path) -> None:
    rounds = Rounds(tmp_path)
    folder = rounds.photos / "mug" / "SKU"
    folder.mkdir(parents=True)
    for seed, (name, radius) in enumerate({"red": 150, "blue": 90, "green": 70}.items()):
        shot(seed, radius).save(folder / f"{name}.jpg", quality=95)
    deliver(rounds)
    first = files(rounds)
    (red,) = (name for name in first if "red" in name)
    shot(9).save(rounds.out / red)
    by_hand = (rounds.out / red).read_bytes()
    assert deliver(rounds, Edits.KEEP) == ["mug/SKU/red.jpg"]
    assert files(rounds) == {**{name: data for name, data in first.items() if name != red}, f"_review/{red}": by_hand}


def test_rounds_of_a_real_listing(tmp_path: Path) -> None:
    rounds = Rounds(tmp_path)
    for seed, name in enumerate(("10.jpg", "20.jpg", "30.jpg")):
        (rounds.photos / "mug").mkdir(parents=True, exist_ok=True)
        shot(seed).save(rounds.photos / "mug" / name, quality=95)
    assert len(deliver(rounds)) == 3
    first = files(rounds)
    assert set(first) == {MAIN, SECOND, THIRD}
    assert rounds.changes() == [("new", MAIN), ("new", SECOND), ("new", THIRD)]

    assert deliver(rounds) == []

    (rounds.photos / "mug" / "20.jpg").rename(rounds.photos / "mug" / "40.jpg")
    assert deliver(rounds) == []
    assert files(rounds) == {MAIN: first[MAIN], SECOND: first[THIRD], THIRD: first[SECOND]}
    assert rounds.changes() == [("reordered", SECOND, THIRD), ("reordered", THIRD, SECOND)]

    with Image.open(rounds.out / THIRD) as made:
        touched = made.convert("RGB")
        touched.paste((200, 30, 30), (10, 10, 60, 60))
        touched.save(rounds.out / THIRD, quality=100, subsampling=0, icc_profile=made.info["icc_profile"])
    by_hand = (rounds.out / THIRD).read_bytes()
    shot(7).save(rounds.photos / "mug" / "15.jpg", quality=95)
    assert sorted(deliver(rounds, Edits.KEEP)) == ["mug/15.jpg", "mug/40.jpg"]
    fourth = "mug/mug_04.jpg"
    assert files(rounds)[fourth] == by_hand
    assert rounds.changes() == [("edited", fourth, THIRD), ("reordered", THIRD, SECOND), ("new", SECOND)]
    engines = {row["file"]: row["engine"] for row in rounds.table("manifest.csv")}
    assert engines[fourth] == "edited by hand"

    (rounds.photos / "mug" / "10.jpg").unlink()
    (rounds.photos / "mug").rename(rounds.photos / "cup")
    assert deliver(rounds) == ["cup/15.jpg"]
    assert rounds.delivered()["cup/cup_03.jpg"] == by_hand
    assert not (rounds.out / "mug").exists()
    # A detail on white is the very picture that a main one is.
    assert rounds.changes() == [
        ("removed", MAIN),
        ("reordered", "cup/cup_01_main.jpg", SECOND),
        ("reordered", "cup/cup_02.jpg", THIRD),
        ("reordered", "cup/cup_03.jpg", fourth),
    ]
    assert set(tree(rounds.out / "_previous").values()) >= {first[MAIN]}
    assert rounds.result is not None
    assert rounds.result.counts() == {State.READY: 3}
