"""A round of delivery that is killed at any step: the next run makes of it what an undisturbed one would have."""

from __future__ import annotations

import contextlib
import itertools
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.batch.rounds import Rounds
from tests.batch.stand_ins import tree
from whitecove.batch.delivery.edits import Edits

pytestmark = pytest.mark.usefixtures("quick")

BEFORE = {
    "S/10.jpg": "P1", "S/20.jpg": "P2", "S/30.jpg": "P3", "S/40.jpg": "P4",
    "lamp/10.jpg": "Q1", "lamp/20.jpg": "Q2",
    "mug/10.jpg": "R1", "mug/20.jpg": "R2",
    "vase/10.jpg": "G1", "vase/20.jpg": "G2",
    "bowl/10.jpg": "doubt D1", "bowl/20.jpg": "D2",
    "fork/10.jpg": "X1",
    "dish/10.jpg": "E1", "dish/20.jpg": "E2", "dish/30.jpg": "E3",
}  # fmt: skip
# Two pictures swapped round a new one and one that goes, roles swapped, a listing renamed, one that shares a photo with
# another, one that goes to review and one that comes from there, and an edited file whose photo moves.
AFTER = {
    "S/10.jpg": "P1", "S/15.jpg": "P5", "S/20.jpg": "P3", "S/30.jpg": "P2",
    "lamp/10.jpg": "Q2", "lamp/20.jpg": "Q1",
    "cup/10.jpg": "R1", "cup/20.jpg": "R2",
    "jug/10.jpg": "R1",
    "vase/10.jpg": "doubt G1", "vase/20.jpg": "G2",
    "bowl/10.jpg": "D1", "bowl/20.jpg": "D2",
    "dish/10.jpg": "E1", "dish/20.jpg": "E3", "dish/30.jpg": "E2",
}  # fmt: skip
# All that changes the files on a disk; before a folder is made all is as it was after the step before.
STEPS = ("replace", "rename", "link", "unlink", "rmdir")


class Killed(BaseException):
    """Nothing catches it, as nothing catches a kill."""


def kill() -> None:
    raise Killed


@pytest.fixture
def halfway(tmp_path: Path) -> Rounds:
    """A delivery of which much changes with the next."""
    (tmp_path / "whole" / "photos").mkdir(parents=True)
    rounds = Rounds(tmp_path / "whole")
    rounds.shoot(BEFORE)
    rounds.deliver()
    rounds.touch_up("dish/dish_02.jpg")
    rounds.shoot(AFTER)
    return rounds


@pytest.fixture
def copies(halfway: Rounds) -> Callable[[], Rounds]:
    """Makes as many copies of that delivery as needed."""
    template = halfway.root.parent / "template"
    shutil.copytree(halfway.root, template)

    def copies() -> Iterator[Rounds]:
        for number in range(10_000):
            root = template.parent / f"copy {number}"
            shutil.copytree(template, root, copy_function=linked)
            yield Rounds(root)
            shutil.rmtree(root)

    return copies().__next__


def again(rounds: Rounds) -> None:
    rounds.deliver(Edits.KEEP)


def disturbed(rounds: Rounds, at: int, then: Callable[[], object]) -> int:
    """Delivers, but does ``then`` instead of the ``at``-th step; says how many steps there were."""
    steps = 0

    def watched(real: Callable[..., object]) -> Callable[..., object]:
        def step(*args: object, **kwargs: object) -> object:
            nonlocal steps
            steps += 1
            if steps == at:
                then()
            return real(*args, **kwargs)

        return step

    with pytest.MonkeyPatch.context() as monkeypatch:
        for name in STEPS:
            monkeypatch.setattr(os, name, watched(getattr(os, name)))
        again(rounds)
    return steps


def final(rounds: Rounds) -> tuple[object, ...]:
    """All that a person finds in the folder, but for the names of the rounds; and the edited files as they are kept."""
    kept = tree(rounds.out / ".whitecove" / "edits")
    return tree(rounds.out, without=("_previous", ".whitecove")), rounds.gave_way(), kept


def test_an_undisturbed_round(halfway: Rounds) -> None:
    again(halfway)
    assert halfway.uploaded() == {
        "S/S_01_main.jpg": "P1 main", "S/S_02.jpg": "P5 detail", "S/S_03.jpg": "P3 detail", "S/S_04.jpg": "P2 detail",
        "lamp/lamp_01_main.jpg": "Q2 main", "lamp/lamp_02.jpg": "Q1 detail",
        "cup/cup_01_main.jpg": "R1 main", "cup/cup_02.jpg": "R2 detail",
        "jug/jug_01_main.jpg": "R1 main",
        "_review/vase/vase_01_main.jpg": "doubt G1 main", "_review/vase/vase_02.jpg": "G2 detail",
        "bowl/bowl_01_main.jpg": "D1 main", "bowl/bowl_02.jpg": "D2 detail",
        "dish/dish_01_main.jpg": "E1 main", "dish/dish_02.jpg": "E3 detail", "dish/dish_03.jpg": "by hand",
    }  # fmt: skip
    assert halfway.gave_way() == [
        ("S/S_04.jpg", "P4 detail"),
        ("_review/bowl/bowl_01_main.jpg", "doubt D1 main"),
        ("fork/fork_01_main.jpg", "X1 main"),
        ("lamp/lamp_01_main.jpg", "Q1 main"),
        ("lamp/lamp_02.jpg", "Q2 detail"),
        ("vase/vase_01_main.jpg", "G1 main"),
    ]


def linked(source: str, target: str) -> None:
    """A copy that is quick: but for what we remember, files are replaced and never written into."""
    if ".whitecove" in source:
        shutil.copy(source, target)
    else:
        os.link(source, target)


def test_a_round_that_is_killed_at_any_step_is_taken_up(halfway: Rounds, copies: Callable[[], Rounds]) -> None:
    count = disturbed(halfway, 0, kill)
    wanted = final(halfway)
    assert count > 60
    for at in range(1, count + 1):
        rounds = copies()
        with pytest.raises(Killed):
            disturbed(rounds, at, kill)
        again(rounds)
        assert final(rounds) == wanted, f"killed at step {at}"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_a_program_that_ends_at_once_is_taken_up_too(halfway: Rounds, copies: Callable[[], Rounds]) -> None:
    count = disturbed(halfway, 0, kill)
    wanted = final(halfway)
    for at in range(5, count + 1, 15):
        rounds = copies()
        child = os.fork()
        if child == 0:
            disturbed(rounds, at, lambda: os._exit(9))
            os._exit(0)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
        again(rounds)
        assert final(rounds) == wanted, f"ended at step {at}"


def test_a_round_that_is_killed_twice_is_taken_up(halfway: Rounds, copies: Callable[[], Rounds]) -> None:
    count = disturbed(halfway, 0, kill)
    wanted = final(halfway)
    for first, second in itertools.product(range(20, count, 17), range(5, count // 2, 13)):
        rounds = copies()
        for at in (first, second):
            with contextlib.suppress(Killed):
                disturbed(rounds, at, kill)
        again(rounds)
        assert final(rounds) == wanted, f"killed at steps {first} and {second}"


PLACES = tuple(f"{sku}/{number}.jpg" for sku in ("mug", "cup") for number in (10, 20, 30, 40))
CONTENTS = ("A", "B", "C", "D", "doubt E", "bad F")
PHOTOS = st.dictionaries(st.sampled_from(PLACES), st.sampled_from(CONTENTS), min_size=1)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(PHOTOS, st.integers(0, 60), st.integers(0, 60)), min_size=1, max_size=4))
def test_any_rounds_end_as_if_delivered_at_once(
    tmp_path_factory: pytest.TempPathFactory, some: list[tuple[dict[str, str], int, int]]
) -> None:
    rounds, before = _studio(tmp_path_factory), dict[str, str]()
    for number, (photos, *kills) in enumerate(some):
        rounds.shoot(photos)
        for at in filter(None, kills):
            with contextlib.suppress(Killed):
                disturbed(rounds, at, kill)
        again(rounds)
        fresh = _studio(tmp_path_factory)
        fresh.shoot(photos)
        fresh.deliver()
        assert rounds.uploaded() == fresh.uploaded()
        before = _said(before, rounds, first=not number)
        assert before == _ready(rounds.uploaded())


def _studio(factory: pytest.TempPathFactory) -> Rounds:
    rounds = Rounds(factory.mktemp("rounds"))
    rounds.photos.mkdir()
    return rounds


def _said(before: dict[str, str], rounds: Rounds, *, first: bool) -> dict[str, str]:
    """What is uploaded if a person does to ``before`` what ``changes.csv`` says, where it is of this round."""
    uploaded = rounds.uploaded()
    path = rounds.out / "changes.csv"
    if not path.exists() or (not first and before == _ready(uploaded)):
        return before
    rows = rounds.table("changes.csv")
    gone = {row["file_before"] or row["file"] for row in rows if row["sha256_before"]}
    came = {row["file"]: uploaded[row["file"]] for row in rows if row["kind"] != "removed"}
    return {name: what for name, what in before.items() if name not in gone} | came


def _ready(uploaded: dict[str, str]) -> dict[str, str]:
    return {name: what for name, what in uploaded.items() if not name.startswith("_review/")}
