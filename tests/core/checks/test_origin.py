from __future__ import annotations

import pytest

from tests.core.checks import pictures
from whitecove.core.checks.registry import judge_source
from whitecove.core.model import Severity


@pytest.mark.parametrize(
    ("captured", "camera", "measured"),
    [
        ("2026:01:02 03:04:05", "Maker Model", "2026:01:02 03:04:05, Maker Model"),
        (None, "Maker Model", "no capture time"),
        ("2026:01:02 03:04:05", None, "no camera"),
        (None, None, "no capture time and no camera"),
    ],
)
def test_camera(captured: str | None, camera: str | None, measured: str) -> None:
    (found,) = judge_source(pictures.facts(captured, camera), pictures.profile())
    assert found.measured == measured
    assert found.broken is measured.startswith("no ")
    assert found.severity is Severity.INFO
