"""One white point for a camera and session, whatever the order of photos and workers."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import piexif
import pytest
from PIL import Image

from tests.core.engines.scenes import disc, photo, sweep
from whitecove.batch.delivery.manifest import manifest_rows
from whitecove.batch.executors.control import Control
from whitecove.batch.executors.serial import Serial
from whitecove.batch.plan import Plan, make_plan
from whitecove.batch.run import run
from whitecove.batch.white_points import hints, sessions, white_points
from whitecove.core.model import Photo, Role
from whitecove.core.options import Options
from whitecove.core.profiles import load_profile

YELLOW, WHITE = (232, 214, 181), (240, 240, 239)


def shoot(
    path: Path,
    backdrop: tuple[int, int, int] = YELLOW,
    *,
    at: str = "10:00:00",
    camera: str = "Camera A",
    serial: str = "",
    seed: int = 0,
) -> Photo:
    """A photo of a dark disc, taken on one day; without a time where ``at`` is empty."""
    rgb = photo(disc(150), (60, 40, 90), sweep(colour=backdrop, falloff=0.05), seed)
    details = {piexif.ExifIFD.DateTimeOriginal: f"2026:05:01 {at}".encode()} if at else {}
    details |= {piexif.ExifIFD.BodySerialNumber: serial.encode()} if serial else {}
    exif = piexif.dump({"0th": {piexif.ImageIFD.Model: camera.encode()}, "Exif": details})
    file = io.BytesIO()
    Image.fromarray(rgb).save(file, "JPEG", quality=95, exif=exif + bytes(4))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(file.getvalue())
    return Photo(path=path, name=path.name, role=Role.MAIN, order=1)


def test_sessions_part_at_pauses_cameras_bodies_and_folders(tmp_path: Path) -> None:
    photos = [
        shoot(tmp_path / "1.jpg"),
        shoot(tmp_path / "2.jpg", at="10:29:00"),
        shoot(tmp_path / "3.jpg", at="11:00:00"),
        shoot(tmp_path / "4.jpg", camera="Camera B"),
        shoot(tmp_path / "5.jpg", serial="77"),
        shoot(tmp_path / "6.jpg", at=""),
        shoot(tmp_path / "7.jpg", at=""),
        shoot(tmp_path / "other" / "8.jpg", at=""),
    ]
    parted = [[photo.name for photo in session.photos] for session in sessions(photos)]
    assert parted == [["1.jpg", "2.jpg"], ["3.jpg"], ["4.jpg"], ["5.jpg"], ["6.jpg", "7.jpg"], ["8.jpg"]]
    assert sessions(photos[::-1]) == sessions(photos)


def test_a_session_has_one_white_point_and_another_its_own(tmp_path: Path) -> None:
    photos = [shoot(tmp_path / f"{k}.jpg", at=f"10:{k:02d}:00", seed=k) for k in range(3)]
    photos += [shoot(tmp_path / "evening.jpg", WHITE, at="20:00:00")]
    settled = white_points(photos)
    first, evening = settled.gains["0.jpg"], settled.gains["evening.jpg"]
    assert {settled.gains[f"{k}.jpg"] for k in range(3)} == {first}
    assert first[2] > 1.3
    assert max(evening) < 1.1
    assert len(settled.notes) == 2
    assert "3 photos of Camera A" in settled.notes[0]
    assert white_points(photos[::-1]) == settled


def test_a_photo_that_cannot_be_read_is_no_reason_to_stop(tmp_path: Path) -> None:
    photos = [shoot(tmp_path / f"{k}.jpg") for k in range(3)]
    photos[1].path.write_bytes(b"\xff\xd8\xff\xe0 no more")
    assert set(white_points(photos).gains) == {"0.jpg", "2.jpg"}


def test_a_question_is_asked_once_a_session_and_only_where_there_is_one(tmp_path: Path) -> None:
    photos = [shoot(tmp_path / f"{k}.jpg", at=f"10:{k:02d}:00") for k in range(3)]
    photos += [shoot(tmp_path / "evening.jpg", WHITE, at="20:00:00")]
    asked = list(hints(photos))
    assert len(asked) == 1
    assert "yellowish" in asked[0]
    assert "--white-point backdrop" in asked[0]


def test_photos_that_say_no_time_are_not_asked_about(tmp_path: Path) -> None:
    """Downloads in one folder need not have been taken together."""
    photos = [shoot(tmp_path / f"{k}.jpg", at="") for k in range(3)]
    assert all(not session.timed for session in sessions(photos))
    assert list(hints(photos)) == []


def planned(folder: Path, out: str, **options: object) -> Plan:
    chosen = Options(engine="backdrop", group="photo", canvas=1000, **options)  # type: ignore[arg-type]
    return make_plan([folder / "photos"], folder / out, chosen, load_profile("aliexpress"))


def done(plan: Plan, *, resume: bool = False) -> list[dict[str, object]]:
    result = run(plan, workers=1, models={}, emit=lambda _: None, control=Control(), resume=resume, executor=Serial())
    return list(manifest_rows(result))


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    for k in range(2):
        shoot(tmp_path / "photos" / f"{k}.jpg", at=f"10:{k:02d}:00", seed=k)
    return tmp_path


def test_off_by_default_and_then_nothing_is_looked_at(shop: Path) -> None:
    plan = planned(shop, "out")
    assert plan.white_points == {}
    assert all(row["changes"] == [] for row in done(plan))


def test_asked_for_it_is_done_told_and_the_same_again(shop: Path) -> None:
    rows = done(planned(shop, "out", white_point="backdrop"))
    changes = {str(row["changes"]) for row in rows}
    assert len(changes) == 1
    assert "white point" in changes.pop()
    fidelity = [f for row in rows for f in row["findings"] if f["rule"] == "colour.fidelity"]  # type: ignore[attr-defined]
    assert {(f["outcome"], f["severity"]) for f in fidelity} == {("fail", "info")}
    again = done(planned(shop, "again", white_point="backdrop"))
    assert [row["sha256"] for row in again] == [row["sha256"] for row in rows]


def test_another_white_point_makes_the_pictures_anew(shop: Path) -> None:
    before = done(planned(shop, "out"))
    kept = done(planned(shop, "out"), resume=True)
    assert [row["sha256"] for row in kept] == [row["sha256"] for row in before]
    after = done(planned(shop, "out", white_point="backdrop"), resume=True)
    assert {row["sha256"] for row in after}.isdisjoint(row["sha256"] for row in before)


def test_a_white_point_leaves_the_sources_alone(shop: Path) -> None:
    before = {path.name: path.read_bytes() for path in (shop / "photos").iterdir()}
    done(planned(shop, "out", white_point="backdrop"))
    assert {path.name: path.read_bytes() for path in (shop / "photos").iterdir()} == before
    assert np.asarray(Image.open(shop / "photos" / "0.jpg")).shape == (600, 600, 3)
