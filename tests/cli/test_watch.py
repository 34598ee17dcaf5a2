"""`whitecove watch` through its own entry: real photos, real workers, real system events."""

from __future__ import annotations

import hashlib
import io
import json
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from tests.cli.conftest import Cli, product, save
from tests.cli.hot_process import HotProcess, watching
from whitecove.cli.exit_codes import Exit

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"
SMALL = ("--engine", "keep", "--canvas", 800, "--details", "pad", "--jobs", 2)

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT to send to another process")


def tiny_photos() -> Iterator[bytes]:
    """The sample photos made small, without end, no two with the same bytes."""
    samples = [Image.open(path).convert("RGB") for path in sorted(SAMPLES.rglob("*.jpg"))]
    number = 0
    while True:
        image = samples[number % len(samples)].copy()
        image.thumbnail((120, 120))
        image.putpixel((number % 90, number // 90), (255, 0, 0))
        data = io.BytesIO()
        image.save(data, "JPEG", quality=90, comment=str(number))
        number += 1
        yield data.getvalue()


def pictures(out: Path) -> dict[str, bytes]:
    """All pictures in a delivery, ready or in review."""
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.rglob("*.jpg"))}


class Shoot:
    """Two hundred files that come in all the ways files come, in three bursts."""

    def __init__(self, hot: HotProcess, root: Path) -> None:
        self.folder, self.aside = hot.folder, root / "aside"
        self.aside.mkdir()
        self.photos = tiny_photos()
        self.wanted: dict[str, bytes] = {}
        self.halves: dict[str, bytes] = {}

    def first(self) -> None:
        """Photos, halves of photos, downloads under way, broken files, and what is no photo: 105 files."""
        for number in range(60):
            self._write(f"A{number:03d}.jpg")
        for number in range(20):
            self._write(f"B{number:03d}.jpg", suffix=".part")
        for number in range(10):
            name, data = f"C{number:03d}.jpg", next(self.photos)
            (self.folder / name).write_bytes(data[: len(data) // 2])
            self.halves[name] = self.wanted[name] = data
        for number in range(10):
            self._write(f"broken{number}.jpg", data=b"\xff\xd8\xff\xe0 no more %d" % number)
        for number in range(5):
            self._write(f"notes{number}.txt", data=b"words %d" % number)

    def second(self) -> None:
        """What was begun is finished, some are renamed, and 40 are moved in from elsewhere."""
        for number in range(20):
            (self.folder / f"B{number:03d}.jpg.part").rename(self.folder / f"B{number:03d}.jpg")
        for name, data in self.halves.items():
            with (self.folder / name).open("ab") as file:
                file.write(data[len(data) // 2 :])
        for number in range(5):
            (self.folder / f"A{number:03d}.jpg").rename(self.folder / f"renamed{number}.jpg")
            self.wanted[f"renamed{number}.jpg"] = self.wanted.pop(f"A{number:03d}.jpg")
        for number in range(40):
            self._write(f"D{number:03d}.jpg", through=self.aside)

    def third(self) -> None:
        """A folder of 15 products is moved in as a whole, 10 photos are saved again, and the last 10 come."""
        for number in range(45):
            self._write(f"E/{number // 3:02d}/{number % 3}.jpg", through=self.aside, moved=False)
        (self.aside / "E").rename(self.folder / "E")
        for number in range(10):
            self._write(f"D{number:03d}.jpg", through=self.aside)
            self._write(f"F{number:03d}.jpg")

    def _write(
        self, name: str, *, data: bytes = b"", suffix: str = "", through: Path | None = None, moved: bool = True
    ) -> None:
        self.wanted[name] = data or next(self.photos)
        place = (through or self.folder) / (name + suffix)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(self.wanted[name])
        if through and moved:
            place.replace(self.folder / name)


def test_two_hundred_files_in_bursts_are_each_accounted_for_once(tmp_path: Path) -> None:
    with watching(tmp_path, *SMALL) as hot:
        shoot = Shoot(hot, tmp_path)
        shoot.first()
        hot.until("round")
        shoot.second()
        hot.until("round")
        shoot.third()
        hot.until_accounted(200)
        code = hot.stop()
    assert code == Exit.INTERRUPTED
    sources = Counter(row["source"] for row in hot.rows)
    assert sources == dict.fromkeys(shoot.wanted, 1)
    assert len(sources) == 200
    for row in hot.rows:
        broken, words = row["source"].startswith("broken"), row["source"].startswith("notes")
        assert row["state"] in (("failed",) if broken else ("skipped",) if words else ("ready", "review"))
        if not broken and not words:
            assert row["source_sha256"] == hashlib.sha256(shoot.wanted[row["source"]]).hexdigest()
            assert hashlib.sha256((hot.out / row["file"]).read_bytes()).hexdigest() == row["sha256"]
        else:
            assert row["reason"]
    told = Counter(event["source"] for event in hot.events if event["event"] in ("photo", "skipped"))
    assert [told[f"broken{number}.jpg"] for number in range(10)] == [1] * 10
    assert [told[f"notes{number}.txt"] for number in range(5)] == [1] * 5
    for name, data in shoot.wanted.items():
        assert (hot.folder / name).read_bytes() == data


def test_what_watch_makes_is_what_prepare_makes(tmp_path: Path, cli: Cli) -> None:
    with watching(tmp_path, *SMALL) as hot:
        for number in range(2):
            save(product(number), hot.folder / "S" / f"{number}.jpg")
            hot.until("round")
        hot.stop()
    cli("prepare", hot.folder, "--out", tmp_path / "prepared", *SMALL)
    watched, prepared = (pictures(folder) for folder in (hot.out, tmp_path / "prepared"))
    assert len(watched) == 2
    assert watched == prepared
    assert [(row["source"], row["file"], row["state"], row["sha256"]) for row in hot.rows] == [
        (row["source"], row["file"], row["state"], row["sha256"])
        for row in json.loads((tmp_path / "prepared" / "manifest.json").read_bytes())["files"]
    ]


def test_a_second_watch_is_refused_with_a_sentence(tmp_path: Path, cli: Cli) -> None:
    with watching(tmp_path, *SMALL) as hot:
        ended = cli("watch", hot.folder, "--out", hot.out, "--json")
        assert ended.code == Exit.CANNOT_RUN
        assert "Another Whitecove is watching" in ended.err
        assert not ended.out
        assert hot.stop() == Exit.INTERRUPTED


def test_a_stop_in_the_middle_of_a_round_leaves_a_true_manifest(tmp_path: Path) -> None:
    with watching(tmp_path, "--engine", "keep", "--canvas", 800, "--jobs", 1) as hot:
        for number in range(12):
            save(product(number), hot.folder / f"P{number:02d}.jpg")
        hot.until("photo")
        assert hot.stop() == Exit.INTERRUPTED
        assert len({row["source"] for row in hot.rows}) == 12
        assert "waiting" in {row["state"] for row in hot.rows}
    with watching(tmp_path, "--engine", "keep", "--canvas", 800, "--jobs", 1) as again:
        assert again.until("started")["resumed"] >= 1
        again.until_accounted(12)
        assert "waiting" not in {row["state"] for row in again.rows}
        again.stop()


def test_once_does_what_is_settled_and_ends(tmp_path: Path, cli: Cli) -> None:
    save(product(1), tmp_path / "hot" / "cup.jpg")
    arguments = ("watch", tmp_path / "hot", "--out", tmp_path / "out", "--once", "--settle", 0.1, *SMALL, "--json")
    ended = cli(*arguments)
    lines = [line for line in ended.lines if line["event"] != "working"]
    assert [line["event"] for line in lines] == [
        "watching", "started", "photo", "listing", "finished", "round", "summary"
    ]  # fmt: skip
    assert lines[-1]["exit_code"] == ended.code
    assert lines[-1]["counts"] == {lines[2]["state"]: 1}


def test_once_with_nothing_to_do(tmp_path: Path, cli: Cli) -> None:
    (tmp_path / "hot").mkdir()
    ended = cli("watch", tmp_path / "hot", "--out", tmp_path / "out", "--once", "--settle", 0)
    assert ended.code == Exit.READY
    assert "Nothing was to be done." in ended.out


def test_corrections_are_given_again(tmp_path: Path, cli: Cli) -> None:
    hot, out, drawn = tmp_path / "hot", tmp_path / "out", tmp_path / "drawn.json"
    save(product(1), hot / "cup.jpg")
    with Image.open(hot / "cup.jpg") as photo:
        width, height = photo.size
    steps = [{"kind": "heal", "points": [[30, 30]], "radius": 5}]
    photos = [{"photo": "hot/cup.jpg", "width": width, "height": height, "steps": steps}]
    drawn.write_text(json.dumps({"schema": 1, "photos": photos}), "utf-8")
    cli("prepare", hot, "--out", out, *SMALL, "--corrections", drawn)
    before = pictures(out)
    once = ("watch", hot, "--out", out, *SMALL, "--once", "--settle", 0)
    refused = cli(*once)
    assert refused.code == Exit.CANNOT_RUN
    assert "--corrections" in refused.err
    assert not refused.out
    assert cli(*once, "--corrections", drawn).code != Exit.CANNOT_RUN
    assert before
    assert pictures(out) == before


def test_the_delivery_cannot_be_the_folder_itself(tmp_path: Path, cli: Cli) -> None:
    (tmp_path / "out" / "inner").mkdir(parents=True)
    for folder in (tmp_path / "out", tmp_path / "out" / "inner"):
        ended = cli("watch", folder, "--out", tmp_path / "out")
        assert ended.code == Exit.CANNOT_RUN
        assert "lies in the output folder" in ended.err


def test_a_file_cannot_be_watched(tmp_path: Path, cli: Cli) -> None:
    save(product(1), tmp_path / "cup.jpg")
    ended = cli("watch", tmp_path / "cup.jpg", "--out", tmp_path / "out")
    assert ended.code == Exit.CANNOT_RUN
    assert "is no folder" in ended.err
