"""What must hold of every check, whoever adds it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter

import numpy as np
import pytest
from PIL import Image

from tests.core.checks import pictures
from whitecove.core.checks.check import Needs, SetFacts
from whitecove.core.checks.examine import Examined, examine
from whitecove.core.checks.registry import (
    BATCH_RULES,
    CHECKS,
    SET_CHECKS,
    SOURCE_CHECKS,
    judge,
    judge_set,
    judge_source,
)
from whitecove.core.model import Box, Finding, Outcome, Slot, Tag

RULES = [*(c.id for c in CHECKS), *(c.id for c in SET_CHECKS), *(c.id for c in SOURCE_CHECKS), *BATCH_RULES]
ODD = {
    "empty": b"",
    "text": b"hello, I am no picture",
    "one pixel": pictures.saved(Image.new("RGB", (1, 1)), "PNG"),
    "one white pixel": pictures.saved(Image.new("RGB", (1, 1), "white"), "PNG"),
    "thread": pictures.saved(Image.new("RGB", (2, 3000), "white"), "PNG"),
    "strip": pictures.saved(Image.new("RGB", (3000, 2)), "PNG"),
    "black": pictures.saved(Image.new("RGB", (90, 90)), "JPEG"),
    "grey": pictures.saved(Image.new("L", (90, 60), 200), "JPEG"),
    "cmyk": pictures.saved(Image.new("CMYK", (90, 60)), "JPEG"),
    "palette": pictures.saved(Image.new("P", (90, 60)), "PNG"),
    "bilevel": pictures.saved(Image.new("1", (90, 60)), "PNG"),
    "deep": pictures.saved(Image.fromarray(np.full((60, 90), 40_000, np.uint16)), "PNG"),
    "transparent": pictures.saved(Image.new("RGBA", (90, 60), (9, 9, 9, 0)), "PNG"),
    "float": pictures.saved(Image.new("F", (90, 60), 0.5), "TIFF"),
    "webp": pictures.saved(Image.new("RGB", (90, 60), "white"), "WEBP"),
    "truncated": pictures.jpeg(pictures.tiny())[:900],
}


def odd(name: str) -> Examined:
    return examine(ODD[name], name)


def well_formed(finding: Finding) -> None:
    assert finding.measured
    assert finding.required
    assert "\n" not in finding.measured + finding.required + finding.fix
    if finding.broken:
        assert finding.fix.endswith(".")
        assert finding.fix[0].isupper()
    else:
        assert finding.fix == ""
    if finding.outcome is Outcome.NOT_MEASURED:
        assert len(finding.measured) > len("not measured: ")


def test_ids_are_unique() -> None:
    assert [rule for rule, times in Counter(RULES).items() if times > 1] == []


@pytest.mark.parametrize("rule", RULES)
def test_every_check_is_asked_by_a_profile(rule: str) -> None:
    assert pictures.profile().find(rule) is not None


@pytest.mark.parametrize("made", [True, False])
@pytest.mark.parametrize("rule", [check.id for check in CHECKS])
def test_a_good_picture_breaks_no_rule(rule: str, made: bool) -> None:
    if not made and next(c.needs for c in CHECKS if c.id == rule) is Needs.PREPARED:
        return
    maker = pictures.prepared(pictures.product()) if made else None
    found = pictures.finding(rule, pictures.good(), maker=maker)
    assert not found.broken
    assert found.outcome is Outcome.PASS or (rule == "subject.edge_lost" and not made)


@pytest.mark.parametrize("slot", list(Slot))
@pytest.mark.parametrize("name", list(ODD))
def test_odd_pictures_get_findings_and_no_exception(name: str, slot: Slot) -> None:
    file = odd(name)
    for finding in judge(file, pictures.profile(), slot).findings:
        well_formed(finding)


@pytest.mark.parametrize("name", list(ODD))
def test_odd_pictures_with_a_maker_get_findings_and_no_exception(name: str) -> None:
    file = odd(name)
    rgb = np.zeros((60, 90, 3), np.uint8) if file.rgb is None else file.rgb
    box = Box(0, 0, rgb.shape[1], rgb.shape[0])
    for matte in (pictures.matte_of(rgb), np.zeros((7, 7), np.uint8)):
        maker = pictures.prepared(rgb, box=box, matte=matte)
        for finding in judge(file, pictures.profile(), Slot.MAIN, prepared=maker).findings:
            well_formed(finding)


@pytest.mark.parametrize("name", ["empty", "text", "truncated"])
def test_what_does_not_decode_never_passes_a_rule_on_its_pixels(name: str) -> None:
    findings = {f.rule: f for f in judge(odd(name), pictures.profile(), Slot.MAIN).findings}
    assert findings["file.readable"].broken
    for check in CHECKS:
        if check.needs is Needs.PIXELS:
            assert findings[check.id].outcome is Outcome.NOT_MEASURED


def test_rules_on_the_making_are_only_asked_of_the_maker() -> None:
    plain = {f.rule for f in judge(pictures.good(), pictures.profile(), Slot.MAIN).findings}
    maker = pictures.prepared(pictures.product())
    made = {f.rule for f in judge(pictures.good(), pictures.profile(), Slot.MAIN, prepared=maker).findings}
    assert made - plain == {check.id for check in CHECKS if check.needs is Needs.PREPARED}


def test_details_are_not_asked_what_only_mains_must_keep() -> None:
    asked = {f.rule.split(".")[0] for f in judge(pictures.good(), pictures.profile(), Slot.DETAIL).findings}
    assert asked == {"file", "pixels", "colour", "meta"}


@pytest.mark.parametrize("tags", [(), (Tag.SCENE,), tuple(Tag)])
@pytest.mark.parametrize("counts", [(0, 0, 0, 1), (1, 0, 0, 1), (2, 9, 3, 1), (1, 5, 3, 1), (1, 7, 0, 2)])
def test_findings_on_sets_are_well_formed(counts: tuple[int, int, int, int], tags: tuple[Tag, ...]) -> None:
    mains, details, unused, cards = counts
    for slots in (frozenset[Slot](), frozenset({Slot.MARKETING_SQUARE})):
        facts = SetFacts(mains=mains, details=details, unused=unused, tags=frozenset(tags), slots=slots, cards=cards)
        for finding in judge_set(facts, pictures.profile()):
            well_formed(finding)


@pytest.mark.parametrize("camera", [None, "Maker Model"])
def test_findings_on_sources_are_well_formed(camera: str | None) -> None:
    for finding in judge_source(pictures.facts(None, camera), pictures.profile()):
        well_formed(finding)


def test_judging_loads_nothing_heavy() -> None:
    code = (
        "import sys; from whitecove.core import profiles; from whitecove.core.checks.registry import judge;"
        "profiles.load_profile('aliexpress');"
        "heavy = {'scipy', 'rembg', 'numba', 'onnxruntime', 'PySide6', 'jinja2'} & set(sys.modules);"
        "sys.exit(str(heavy) if heavy else 0)"
    )
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=env, check=False)
    assert done.returncode == 0, done.stderr
