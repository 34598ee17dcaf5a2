"""Which photos a corrections file means, and that a batch makes anew what was corrected, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.batch.stand_ins import Studio
from tests.core.corrections.steps import drawn, erase, keep
from whitecove.batch.corrections import Matched, read_for
from whitecove.batch.events import BatchStarted
from whitecove.batch.plan import Plan, make_plan
from whitecove.core.corrections.text import Entry, written
from whitecove.core.corrections.values import Step
from whitecove.core.errors import PlanError
from whitecove.core.options import Options
from whitecove.core.profiles import load_profile


def file_of(path: Path, **photos: Step) -> Path:
    """A corrections file with one step for each photo, ``__`` standing for a slash and ``_jpg`` for the suffix."""
    names = {name.replace("__", "/").replace("_jpg", ".jpg"): step for name, step in photos.items()}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(written(Entry(photo=name, corrections=drawn(step)) for name, step in names.items()))
    return path


def matched(studio: Studio, file: Path) -> Matched:
    paths = sorted(studio.photos.rglob("*.jpg"))
    return read_for(file, ((path.relative_to(studio.photos).as_posix(), path) for path in paths))


def test_photos_are_found_from_where_the_file_lies(studio: Studio) -> None:
    studio.add("a.jpg", "red/a.jpg")
    file = file_of(studio.photos / "red" / "c.json", a_jpg=keep((1, 1)))
    assert set(matched(studio, file).of_photo) == {"red/a.jpg"}


def test_a_file_that_lies_elsewhere_means_the_names_below_the_given_folder(studio: Studio) -> None:
    studio.add("a.jpg", "red/a.jpg")
    file = file_of(studio.root / "desk" / "c.json", red__a_jpg=keep((1, 1)))
    assert matched(studio, file) == Matched(of_photo={"red/a.jpg": drawn(keep((1, 1)))})


def test_another_photo_that_lies_there_is_not_mistaken_for_one_of_that_name(studio: Studio) -> None:
    studio.add("a.jpg")
    (studio.root / "a.jpg").write_bytes(b"another one")
    found = matched(studio, file_of(studio.root / "c.json", a_jpg=keep((1, 1))))
    assert not found.of_photo
    assert "a.jpg" in found.notes[0]


def test_what_is_not_there_is_said(studio: Studio) -> None:
    studio.add("a.jpg")
    found = matched(studio, file_of(studio.photos / "c.json", a_jpg=keep((1, 1)), b_jpg=keep((1, 1))))
    assert set(found.of_photo) == {"a.jpg"}
    assert found.notes == (
        "The corrections file names what is not among these photos: b.jpg. Look at how the names are written.",
    )


def test_what_is_said_holds_nothing_of_how_a_disk_is_laid_out(studio: Studio) -> None:
    studio.add("a.jpg")
    file = studio.root / "c.json"
    file.write_bytes(written([Entry(photo=str(studio.root / "else" / "z.jpg"), corrections=drawn(keep((1, 1))))]))
    note = matched(studio, file).notes[0]
    assert "z.jpg" in note
    assert studio.root.name not in note


def test_a_photo_named_twice_is_refused(studio: Studio) -> None:
    studio.add("red/a.jpg")
    file = file_of(studio.photos / "c.json", red__a_jpg=keep((1, 1)), **{"red__..__red__a_jpg": keep((2, 2))})
    with pytest.raises(PlanError, match=r"red/a\.jpg twice"):
        matched(studio, file)


def test_a_file_of_no_photos_is_said_and_photos_without_steps_are_not_corrected(studio: Studio) -> None:
    studio.add("a.jpg")
    file = studio.photos / "c.json"
    file.write_bytes(written([]))
    assert "names no photo" in matched(studio, file).notes[0]
    file.write_bytes(written([Entry(photo="a.jpg", corrections=drawn())]))
    assert matched(studio, file) == Matched(of_photo={})


def planned(studio: Studio, corrections: Path | None) -> Plan:
    return make_plan(
        [studio.photos], studio.out, Options(engine="keep"), load_profile("aliexpress"), corrections=corrections
    )


def resumed(studio: Studio, corrections: Path | None) -> int:
    """How many photos a run takes from the runs before."""
    studio.run(planned(studio, corrections))
    return next(event.resumed for event in studio.events if isinstance(event, BatchStarted))


def test_changing_corrections_makes_that_photo_anew_and_no_other(studio: Studio, quick: None) -> None:
    studio.add("a.jpg", "b.jpg", "c.jpg")
    file = studio.root / "c.json"
    assert resumed(studio, None) == 0
    assert resumed(studio, file_of(file, a_jpg=keep((1, 1)))) == 2
    assert resumed(studio, file) == 3
    assert resumed(studio, file_of(file, a_jpg=keep((1, 2)), b_jpg=erase((1, 1)))) == 1
    assert resumed(studio, file_of(file, a_jpg=keep((1, 2)), b_jpg=erase((1, 1)))) == 3
    assert resumed(studio, None) == 3


def test_a_batch_says_what_its_corrections_do_not_find(studio: Studio, quick: None) -> None:
    studio.add("a.jpg")
    result = studio.run(planned(studio, file_of(studio.root / "c.json", z_jpg=keep((1, 1)))))
    assert any("z.jpg" in note for note in result.notes)
