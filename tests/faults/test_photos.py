"""Photos that are deleted, cut short or replaced in the middle of a batch."""

from __future__ import annotations

import os

import pytest

from tests.batch.stand_ins import tree
from tests.faults.account import wrongs
from tests.faults.kills import TELL_OF_CHANGES, Whole
from tests.faults.shop import SAMPLES, Shop, ended, save_small, wait_for
from whitecove.cli.exit_codes import Exit

GONE, CUT, REPLACED = "vase.jpg", "mug.jpg", "lamp/lamp_2.jpg"


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps files that are being read")
def test_photos_that_change_meanwhile_cost_themselves_only(shop: Shop, whole: Whole) -> None:
    before = shop.originals()
    program = shop.start()
    wait_for(program.stdout, "listing", sku="basket")
    (shop.photos / GONE).unlink()
    (shop.photos / CUT).write_bytes(before[CUT][: len(before[CUT]) // 2])
    save_small(SAMPLES / "basket.jpg", shop.photos / REPLACED)
    done = ended(program)
    assert done.code == Exit.NOT_READY, done.said
    told = {event["source"]: event for event in done.lines if event["event"] == "photo"}
    assert told[GONE]["reason"].startswith("There is no file at this place.")
    assert told[CUT]["reason"].startswith("The JPEG file ends too early")
    assert told[REPLACED]["state"] == "ready"
    missing = f"{GONE} is not accounted for, or was never given"
    assert wrongs(shop.photos, shop.out) == [missing]  # it has a row, and there is no such photo any more
    changed = {"mug_01_main.jpg", "vase_01_main.jpg", "lamp_03.jpg"}
    pictures = {name: data for name, data in whole.delivered.items() if name.endswith(".jpg")}
    same = {name: data for name, data in pictures.items() if name.rpartition("/")[2] not in changed}
    assert same.items() <= shop.delivered().items()
    for name, data in before.items():
        (shop.photos / name).write_bytes(data)
    shop.prepare()
    assert wrongs(shop.photos, shop.out) == []
    expected = {name: data for name, data in whole.delivered.items() if name not in TELL_OF_CHANGES}
    found = tree(shop.out, without=(".whitecove", "_previous"))
    assert {name: data for name, data in found.items() if name not in TELL_OF_CHANGES} == expected
