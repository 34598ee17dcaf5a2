from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.batch.stand_ins import Studio, tree
from whitecove.batch.delivery.edits import Edits
from whitecove.batch.plan import from_table, make_plan, settle
from whitecove.batch.proposal import Proposal
from whitecove.core.errors import OutputError, PlanError
from whitecove.core.model import Slot
from whitecove.core.options import Options
from whitecove.core.profiles import load_profile

PROFILE = load_profile("aliexpress")


def test_all_names_are_decided_before_any_work(studio: Studio) -> None:
    studio.add(*(f"S/{i}.jpg" for i in range(1, 9)))
    plan = studio.plan()
    wants = [want for photo in plan.photos for want in plan.wants[photo.name]]
    assert [want.file for want in wants] == ["S/S_01_main.jpg", *(f"S/S_{i:02d}.jpg" for i in range(2, 7))]
    assert [want.slot for want in wants] == [Slot.MAIN, *[Slot.DETAIL] * 5]
    assert not studio.out.exists()


def test_every_input_is_accounted_for(studio: Studio) -> None:
    studio.add("a.jpg", "b.jpg", "notes.txt", ".hidden", "S/1.jpg")
    plan = studio.plan()
    assert len(plan.photos) + len(plan.skipped) == 5
    assert set(plan.wants) == {photo.name for photo in plan.photos}


def test_slots_that_are_not_asked_for_are_not_wanted(studio: Studio) -> None:
    studio.add("S/1.jpg", "S/2.jpg")
    plan = studio.plan(slots=("main",))
    assert [len(plan.wants[photo.name]) for photo in plan.photos] == [1, 0]


def test_nothing_to_prepare_is_refused(studio: Studio) -> None:
    studio.add("notes.txt")
    with pytest.raises(PlanError, match=r"no photo to prepare; 1 passed over. The first, .+: It is"):
        studio.plan()


def test_a_delivery_into_the_photos_own_folder_is_refused(studio: Studio) -> None:
    studio.add("a.jpg")
    with pytest.raises(PlanError):
        make_plan([studio.photos], studio.photos, Options(), PROFILE)
    assert [path.name for path in studio.photos.iterdir()] == ["a.jpg"]


def test_an_output_folder_inside_the_photos_is_fine_twice(studio: Studio) -> None:
    studio.add("a.jpg")
    out = studio.photos / "out"
    for _ in range(2):
        plan = make_plan([studio.photos], out, Options(engine="keep"), PROFILE)
        assert [photo.name for photo in plan.photos] == ["a.jpg"]
        (out / "a").mkdir(parents=True, exist_ok=True)
        (out / "b.jpg").write_bytes(b"")


def test_an_output_folder_that_is_a_file_is_refused(studio: Studio) -> None:
    studio.add("a.jpg")
    studio.out.write_bytes(b"")
    with pytest.raises(OutputError) as caught:
        studio.plan()
    assert caught.value.code == "output.is_file"


def test_an_output_folder_without_a_parent_is_refused(studio: Studio) -> None:
    studio.add("a.jpg")
    with pytest.raises(OutputError) as caught:
        make_plan([studio.photos], studio.root / "no" / "out", Options(), PROFILE)
    assert caught.value.code == "output.no_parent"


@pytest.mark.skipif(sys.platform != "linux", reason="needs a place where nobody, not even root, may write")
def test_a_place_where_nobody_may_write_is_refused_before_work(studio: Studio) -> None:
    studio.add("a.jpg")
    with pytest.raises(OutputError):
        studio.run(make_plan([studio.photos], Path("/proc/out"), Options(engine="keep"), PROFILE))


@pytest.mark.parametrize("file", ["S/S_01_main.jpg", "_review/S/S_01_main.jpg"])
def test_files_of_others_at_planned_names_are_never_overwritten_unasked(studio: Studio, file: str) -> None:
    studio.add("S/1.jpg")
    (studio.out / file).parent.mkdir(parents=True)
    (studio.out / file).write_bytes(b"mine")
    with pytest.raises(PlanError) as caught:
        studio.plan()
    assert file in str(caught.value)
    assert "--replace-edited" in str(caught.value)
    assert studio.plan(edits=Edits.REPLACE).edited == (file,)


@pytest.mark.parametrize("edits", [Edits.REFUSE, Edits.KEEP])
@pytest.mark.parametrize("file", ["S/S_01_main.jpg", "_review/S/S_01_main.jpg", "report.html"])
def test_files_of_others_are_no_edits_to_keep(studio: Studio, file: str, edits: Edits) -> None:
    studio.add("S/1.jpg")
    (studio.out / file).parent.mkdir(parents=True)
    (studio.out / file).write_bytes(b"mine")
    with pytest.raises(PlanError) as caught:
        studio.plan(edits=edits)
    assert caught.value.code == "plan.foreign"
    assert file in str(caught.value)


def test_files_of_others_beside_edits_are_refused_each_for_what_it_is(studio: Studio) -> None:
    studio.add("S/1.jpg")
    studio.run()
    studio.add("S/2.jpg")
    for file in ("S/S_01_main.jpg", "S/S_02.jpg"):
        (studio.out / file).write_bytes(b"mine")
    with pytest.raises(PlanError) as refused:
        studio.plan()
    assert refused.value.code == "plan.edited"
    assert "S/S_01_main.jpg, S/S_02.jpg" in str(refused.value)
    with pytest.raises(PlanError) as kept:
        studio.plan(edits=Edits.KEEP)
    assert (kept.value.code, "S/S_01_main.jpg" in str(kept.value)) == ("plan.foreign", False)


@pytest.mark.parametrize("file", ["manifest.json", "manifest.csv", "report.html"])
def test_lists_of_others_are_never_overwritten_unasked(studio: Studio, file: str) -> None:
    studio.add("S/1.jpg")
    studio.out.mkdir()
    (studio.out / file).write_bytes(b"mine")
    with pytest.raises(PlanError, match="--replace-edited") as caught:
        studio.plan()
    assert file in str(caught.value)
    studio.run(studio.plan(edits=Edits.REPLACE))
    (previous,) = (studio.out / "_previous").iterdir()
    assert tree(previous) == {file: b"mine"}
    assert not (studio.out / file).exists()


def test_lists_of_ours_are_replaced_without_asking(studio: Studio) -> None:
    studio.add("S/1.jpg")
    studio.run()
    (studio.out / "report.html").write_bytes(b"ours")
    assert studio.plan().edited == ()


def test_a_file_where_a_listings_folder_must_be_is_refused(studio: Studio) -> None:
    studio.add("S/1.jpg")
    studio.out.mkdir()
    (studio.out / "S").write_bytes(b"mine")
    with pytest.raises(PlanError, match="folder S of a listing"):
        studio.plan()


def test_the_settings_hash_knows_what_changes_pictures(studio: Studio) -> None:
    studio.add("S/1.jpg")
    usual = studio.plan().settings
    assert studio.plan(slots=("main",), group="folder").settings == usual
    assert studio.plan(fill=0.8).settings != usual


def proposed(studio: Studio, *rows: str) -> Proposal:
    table = studio.root / "plan.csv"
    table.write_text("\n".join(("photo,sku,variant,role,tags,order", *rows)), "utf-8")
    return from_table(table, Options(engine="keep"), PROFILE)


def test_two_skus_of_a_plan_file_that_make_one_folder_are_refused(studio: Studio) -> None:
    studio.add("a.jpg", "b.jpg")
    with pytest.raises(PlanError, match=r"A:1 and A\?1 would get names"):
        proposed(studio, "photos/a.jpg,A:1,,main,,", "photos/b.jpg,A?1,,unused,,")


@pytest.mark.parametrize("edits", list(Edits))
def test_a_photo_that_lies_in_the_delivery_is_never_moved(studio: Studio, edits: Edits) -> None:
    photo = studio.out / "A" / "A_01_main.jpg"
    photo.parent.mkdir(parents=True)
    photo.write_bytes(b"original")
    proposal = proposed(studio, "out/A/A_01_main.jpg,A,,main,,")
    with pytest.raises(PlanError, match="lie in the output folder"):
        settle(proposal, studio.out, Options(engine="keep"), PROFILE, edits=edits)


def test_the_folder_of_the_photos_cannot_be_the_output_folder(studio: Studio) -> None:
    studio.add("a.jpg")
    with pytest.raises(PlanError) as caught:
        make_plan([studio.photos], studio.photos / ".." / "photos", Options(), load_profile("aliexpress"))
    assert caught.value.code == "plan.out_is_input"
