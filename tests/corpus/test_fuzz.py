"""Damaged and lying files through the workers of a batch: each ends as a picture or as a sentence, and none takes the
batch along. Many more of them: `python tests/bench/fuzz.py`."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.corpus.fuzz.mutations import Corpus, Mutated
from tests.corpus.fuzz.reading import READING_SECONDS, Tally, read_given, read_made
from whitecove.batch.executors.jobs import Done, failed
from whitecove.batch.work import at_boundary
from whitecove.core.model import PhotoResult
from whitecove.core.sniff import HEAD_BYTES, PHOTO_FORMATS, sniff
from whitecove.core.stage import Stage

pytestmark = pytest.mark.corpus

SEED, COUNT = 5, 500


def stumbles() -> PhotoResult:
    raise ZeroDivisionError


@pytest.fixture(scope="module")
def formats(shared: Path) -> Path:
    return shared / "data" / "formats"


@pytest.fixture(scope="module")
def made(formats: Path) -> list[Mutated]:
    corpus = Corpus(formats)
    return [corpus.mutated(SEED, number) for number in range(COUNT)]


def test_every_mutated_file_ends_as_picture_or_sentence(formats: Path, tmp_path: Path) -> None:
    tally = Tally()
    for name, done in read_made(formats, tmp_path, range(COUNT), seed=SEED):
        tally.add(name, done)
    assert not tally.findings
    assert tally.files == COUNT
    # Files that are all refused, or all read, would show little.
    assert min(tally.fates["read"], tally.fates["refused"]) > COUNT / 10


def test_pillows_own_test_files_do_not_harm_a_worker(formats: Path) -> None:
    files = sorted(path for path in (formats / "pillow").iterdir() if path.is_file())
    tally = Tally()
    for name, done in read_given(files):
        tally.add(name, done)
    assert not tally.findings
    assert tally.files == len(files) >= 80
    assert tally.fates["read"] >= 50


@pytest.mark.parametrize(
    ("done", "fate"),
    [
        (failed("prepare.worker_died", doing=Stage.READING.doing), "died"),
        (failed("prepare.worker_died", doing=Stage.STARTING.doing), "died"),
        (failed("prepare.too_long", doing=Stage.READING.doing, seconds=round(READING_SECONDS)), "too long"),
        (failed("prepare.too_much_memory", doing=Stage.READING.doing, gigabytes="2.5"), "too much memory"),
        (at_boundary(stumbles), "unexpected"),
        (failed("read.empty"), "refused"),
    ],
)
def test_no_fate_is_taken_for_another(done: Done, fate: str) -> None:
    tally = Tally()
    tally.add("1.made", done)
    assert list(tally.fates) == [fate]
    assert bool(tally.findings) == (fate != "refused")


def test_a_number_tells_a_file(formats: Path, made: list[Mutated]) -> None:
    again = Corpus(formats)
    for number in (0, 7, COUNT - 1):
        assert again.mutated(SEED, number) == made[number]
        assert again.mutated(SEED + 1, number) != made[number]


def test_files_are_mutated_in_every_way_and_reach_every_decoder(made: list[Mutated]) -> None:
    ways = Counter(way for each in made for way in each.how)
    kinds = Counter(sniff(each.data[:HEAD_BYTES]) for each in made)
    assert len(ways) == 11
    assert min(ways.values()) > 10
    assert set(PHOTO_FORMATS) <= set(kinds)
