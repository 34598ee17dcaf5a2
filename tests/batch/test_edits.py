"""Files edited by hand: which ones count, and which wants they are taken for."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tests.batch.rounds import Rounds, with_review
from whitecove.batch.delivery.edits import Edits, adopt, find_edited
from whitecove.batch.journal import Journal, Memory, recall
from whitecove.batch.places import JOURNAL, MANIFEST
from whitecove.core.model import Slot, Want

pytestmark = pytest.mark.usefixtures("quick")

MAIN, SECOND = "S/S_01_main.jpg", "S/S_02.jpg"


@pytest.fixture
def rounds(tmp_path: Path) -> Rounds:
    return with_review(tmp_path)


def memory(rounds: Rounds) -> Memory:
    return recall(rounds.out / JOURNAL, rounds.out / MANIFEST)


def edited(rounds: Rounds, *files: str) -> tuple[str, ...]:
    return find_edited(rounds.out, (Want(slot=Slot.MAIN, file=file) for file in files), memory(rounds))


def test_files_as_we_made_them_are_not_edited(rounds: Rounds) -> None:
    assert edited(rounds, MAIN, SECOND, "T/T_01_main.jpg", "U/U_01_main.jpg") == ()


@pytest.mark.parametrize("file", [MAIN, f"_review/{SECOND}", "S/S_03.jpg"])
def test_other_content_at_a_wanted_name_is_edited(rounds: Rounds, file: str) -> None:
    (rounds.out / file).parent.mkdir(parents=True, exist_ok=True)
    rounds.touch_up(file)
    assert edited(rounds, MAIN, SECOND, "S/S_03.jpg") == (file,)


def test_an_edited_file_counts_where_its_folder_is_wanted(rounds: Rounds) -> None:
    rounds.touch_up(SECOND)
    rounds.touch_up("_review/T/T_01_main.jpg")
    assert edited(rounds, MAIN) == (SECOND,)


def test_one_of_ours_under_another_name_of_ours_is_edited(rounds: Rounds) -> None:
    (rounds.out / MAIN).write_bytes((rounds.out / SECOND).read_bytes())
    assert edited(rounds, MAIN) == (MAIN,)


def test_a_delivery_of_which_only_the_manifest_is_left_is_known(rounds: Rounds) -> None:
    (rounds.out / JOURNAL).unlink()
    assert edited(rounds, MAIN, SECOND) == ()
    rounds.touch_up(SECOND)
    rounds.shoot({"S/10.jpg": "P1", "S/11.jpg": "P3", "S/20.jpg": "P2"})
    rounds.deliver(Edits.KEEP)
    assert rounds.uploaded() == {MAIN: "P1 main", SECOND: "P3 detail", "S/S_03.jpg": "by hand"}


def adopted(rounds: Rounds) -> dict[str, bytes]:
    """What is taken instead of being made, by slot."""
    plan = rounds.plan(edits=Edits.KEEP)
    with Journal(rounds.out / JOURNAL) as journal:
        wants = adopt(plan, journal)
    return {want.slot: want.edited.read_bytes() for each in wants.values() for want in each if want.edited}


def test_an_edited_file_is_copied_to_where_it_stays(rounds: Rounds) -> None:
    rounds.touch_up(SECOND)
    assert adopted(rounds) == {"detail": b"by hand"}
    (copy,) = (rounds.out / ".whitecove" / "edits").iterdir()
    assert copy.name == f"{hashlib.sha256(b'by hand').hexdigest()}.jpg"


def test_a_copy_that_was_damaged_is_not_taken(rounds: Rounds) -> None:
    rounds.touch_up(SECOND)
    rounds.deliver(Edits.KEEP)
    (copy,) = (rounds.out / ".whitecove" / "edits").iterdir()
    copy.write_bytes(b"damaged")
    rounds.deliver()
    assert rounds.uploaded()[SECOND] == "P2 detail"
    assert b"by hand" in rounds.everything()


def test_another_slot_of_the_same_photo_is_made_anew(rounds: Rounds) -> None:
    rounds.touch_up(SECOND)
    rounds.deliver(Edits.KEEP)
    rounds.shoot({"S/20.jpg": "P2"})
    assert adopted(rounds) == {}


def test_nothing_is_copied_where_nothing_was_edited(rounds: Rounds) -> None:
    assert adopted(rounds) == {}
    assert not (rounds.out / ".whitecove" / "edits").exists()
