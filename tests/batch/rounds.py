"""Rounds of delivery: photos by what they show, deliveries by whose pictures lie in them."""

from __future__ import annotations

import csv
import io
import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.batch.stand_ins import Studio, tree
from whitecove.batch.delivery.edits import Edits
from whitecove.batch.delivery.lists import Written, write_lists
from whitecove.batch.results import BatchResult

LISTS = {"manifest.json", "manifest.csv", "changes.csv", "report.html"}
KEPT = ("_previous", ".whitecove")

# A product of three photos, and its delivery.
THREE = {"S/10.jpg": "P1", "S/20.jpg": "P2", "S/30.jpg": "P3"}
MAIN, SECOND, THIRD, FOURTH = "S/S_01_main.jpg", "S/S_02.jpg", "S/S_03.jpg", "S/S_04.jpg"
DELIVERED = {MAIN: "P1 main", SECOND: "P2 detail", THIRD: "P3 detail"}


@dataclass
class Rounds(Studio):
    """A person who delivers again and again. A photo's content is a word or two, which its pictures contain."""

    result: BatchResult | None = None
    written: Written | None = None

    def shoot(self, photos: Mapping[str, str]) -> None:
        """Replaces all photos."""
        for path in sorted(self.photos.rglob("*"), reverse=True):
            path.unlink() if path.is_file() else path.rmdir()
        for name, content in photos.items():
            path = self.photos / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode())

    def deliver(self, edits: Edits = Edits.REFUSE, **options: object) -> None:
        self.result = self.run(self.plan(edits=edits, **options))
        self.written = write_lists(self.result, self.out)

    def uploaded(self) -> dict[str, str]:
        """What lies in the folder, all of it but the lists and what is kept aside: names, and what they show."""
        files = tree(self.out, without=KEPT).items()
        return {name: shown(data) for name, data in files if name not in LISTS}

    def changes(self) -> list[tuple[str, ...]]:
        """``changes.csv``: kind, file, and the name before where that differs."""
        return [
            tuple(filter(None, (row["kind"], row["file"], row["file_before"]))) for row in self.table("changes.csv")
        ]

    def table(self, name: str) -> list[dict[str, str]]:
        """A table in the delivery folder."""
        text = (self.out / name).read_bytes().decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text, newline="")))

    def previous(self) -> list[dict[str, str]]:
        """What gave way, by round."""
        folders = sorted((self.out / "_previous").iterdir()) if (self.out / "_previous").exists() else []
        return [{name: shown(data) for name, data in tree(folder).items()} for folder in folders]

    def gave_way(self) -> list[tuple[str, str]]:
        """What gave way in all rounds."""
        return sorted(itertools.chain.from_iterable(each.items() for each in self.previous()))

    def everything(self) -> set[bytes]:
        """The content of all files, wherever they lie."""
        return set(tree(self.out).values())

    def touch_up(self, file: str, content: str = "by hand") -> None:
        (self.out / file).write_bytes(content.encode())


def with_review(root: Path) -> Rounds:
    """A delivery of a product of two pictures, and of another that is in review."""
    (root / "photos").mkdir()
    rounds = Rounds(root)
    rounds.shoot({"S/10.jpg": "P1", "S/20.jpg": "P2", "T/10.jpg": "doubt Q1"})
    rounds.deliver()
    return rounds


def shown(data: bytes) -> str:
    """What a stand-in picture shows: ``prepared P1detail`` is ``P1 detail``."""
    text = data.decode()
    for slot in ("main", "detail", "variant"):
        if text.startswith("prepared ") and text.endswith(slot):
            return f"{text.removeprefix('prepared ').removesuffix(slot)} {slot}"
    return text
