from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from whitecove.batch.naming.templates import templates_of
from whitecove.core.model import Slot
from whitecove.core.options import Options
from whitecove.core.profiles import Names, load_profile

PROFILE = load_profile("aliexpress")


def names(options: Options, theirs: Names) -> list[str]:
    templates = templates_of(options, replace(PROFILE, names=theirs))
    return [
        templates.name(slot, "A", number=number, part=part, variant=variant, date="", lang="")
        for slot, number, part, variant in (
            (Slot.MAIN, "01", "00", ""),
            (Slot.DETAIL, "02", "01", ""),
            (Slot.VARIANT, "v01", "v01", "红"),
        )
    ]


@pytest.mark.parametrize(
    ("own", "theirs", "detail", "main"),
    [
        ("", Names(), "A_02", "A_01_main"),
        ("", Names(), "A_B_012", "A_B_001_main"),
        ("", Names(), "A_01_main", ""),
        ("", Names(), "A", ""),
        ("", Names(), "_02", ""),
        ("{sku}_{nn}", Names(), "A_02", "A_01"),
        ("{sku}_{nn}", Names(), "A_01", ""),
        ("{sku}_{nn}_{role}", Names(), "A_02_detail", "A_01_main"),
        ("", Names(template="{sku}.PT{pt}", main="{sku}.MAIN"), "A.PT01", "A.MAIN"),
    ],
)
def test_the_main_picture_beside_a_detail(own: str, theirs: Names, detail: str, main: str) -> None:
    assert templates_of(Options(name=own), replace(PROFILE, names=theirs)).main_beside(detail) == main


@pytest.mark.parametrize(
    ("file", "right"),
    [("variants/A_v01_红.jpg", True), ("variants/A_01.jpg", False), ("A_v01_红.jpg", False), ("variants/A.jpg", False)],
)
def test_the_picture_of_a_variant_is_known_by_name_and_place(file: str, right: bool) -> None:
    assert templates_of(Options(), PROFILE).is_variant(Path(file)) is right


@pytest.mark.parametrize(
    ("own", "theirs", "expected"),
    [
        ("", Names(), ["A_01_main.jpg", "A_02.jpg", "A_v01_红.jpg"]),
        ("{sku}-{nn}", Names(), ["A-01.jpg", "A-02.jpg", "A-v01_红.jpg"]),
        ("{sku}_{variant}_{nn}", Names(), ["A_01.jpg", "A_02.jpg", "A_红_v01.jpg"]),
        ("{sku}_{nn}_{role}.{ext}", Names(), ["A_01_main.jpg", "A_02_detail.jpg", "A_v01_variant_红.jpg"]),
        ("", Names(template="{sku}.PT{pt}", main="{sku}.MAIN"), ["A.MAIN.jpg", "A.PT01.jpg", "A.PTv01_红.jpg"]),
        ("", Names(template="{sku}+{nn}"), ["A+01.jpg", "A+02.jpg", "A+v01_红.jpg"]),
        ("", Names(main="{sku}_00"), ["A_00.jpg", "A_02.jpg", "A_v01_红.jpg"]),
        ("{sku}_{nn}", Names(template="{sku}.{nn}", main="{sku}"), ["A_01.jpg", "A_02.jpg", "A_v01_红.jpg"]),
    ],
)
def test_whose_template_names_which_picture(own: str, theirs: Names, expected: list[str]) -> None:
    assert names(Options(name=own), theirs) == expected
