"""Real product photos through the whole job, judged anew by a program that shares no code with it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest

from tests.bench.products import prepare, renditions
from tests.independent import recheck
from whitecove.batch.results import BatchResult
from whitecove.core.model import State

pytestmark = pytest.mark.corpus

BUSY = ("benjamin-voros", "brandi-redd", "kari-shea", "max-tarkhov", "neonbrand", "nik-shuliahin", "VRHeadsets")


def hashes(folder: Path) -> dict[str, str]:
    return {str(p): hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(folder.rglob("*")) if p.is_file()}


def no_model(shared: Path) -> Mapping[str, Path]:
    return {}


def u2netp(shared: Path) -> Mapping[str, Path]:
    return {"u2netp": shared / "models" / "u2netp.onnx"}


@pytest.fixture(scope="module", params=[no_model, u2netp], ids=["no model", "u2netp"])
def delivery(
    request: pytest.FixtureRequest, shared: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, BatchResult, Path]:
    """All products prepared once for each set of models."""
    out = tmp_path_factory.mktemp("delivery") / "out"
    result = prepare(shared / "data" / "products", out, "auto", dict(request.param(shared)))
    return request.param.__name__, result, out


def test_every_photo_is_accounted_for(shared: Path, delivery: tuple[str, BatchResult, Path]) -> None:
    _, result, _ = delivery
    photos = [p for p in (shared / "data" / "products").rglob("*") if p.is_file()]
    assert sum(result.counts().values()) == len(photos) == 54
    names = [row.photo.name for listing in result.listings for row in listing.rows]
    assert len(set(names)) == len(names)
    assert all(row.result.reason for li in result.listings for row in li.rows if row.result.state is not State.READY)


def test_every_ready_main_passes_the_independent_program(shared: Path, delivery: tuple[str, BatchResult, Path]) -> None:
    _, result, out = delivery
    opinions = recheck.recheck(out, shared / "data" / "products")
    assert len(opinions) == sum(r.state is State.READY for _, r in renditions(result)) >= 20
    assert {o.file: o.problems for o in opinions if o.problems} == {}
    assert sum(o.off_white for o in opinions) == 0


def test_ready_files_meet_the_byte_window_in_few_encodes(delivery: tuple[str, BatchResult, Path]) -> None:
    _, result, _ = delivery
    made = [r for _, r in renditions(result)]
    assert all(512_000 <= r.bytes <= 2_000_000 for r in made if r.state is State.READY)
    assert np.median([int(r.encoding["encodes"]) for r in made]) <= 3


def test_busy_scenes_without_a_model_are_not_ready(delivery: tuple[str, BatchResult, Path]) -> None:
    models, result, _ = delivery
    ready = [name for name, r in renditions(result) if r.state is State.READY]
    if models == "no_model":
        assert [name for name in ready for busy in BUSY if busy in name] == []


def test_upload_folder_holds_only_ready_files(delivery: tuple[str, BatchResult, Path]) -> None:
    _, result, out = delivery
    ready = {r.file for _, r in renditions(result) if r.state is State.READY}
    pictures = {p.relative_to(out).as_posix() for p in out.rglob("*.jpg")}
    assert {name for name in pictures if not re.match(r"_review/|\.whitecove/", name)} == ready


def test_independent_program_shares_no_code() -> None:
    assert "whitecove" not in Path(recheck.__file__).read_text("utf-8")
