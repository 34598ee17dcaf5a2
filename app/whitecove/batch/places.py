"""Where things lie in a delivery folder."""

from __future__ import annotations

from whitecove.batch.store import MEMORY

# What is not ready, under the names it would have if it were.
REVIEW = "_review"
# What gave way, in a folder for each run.
PREVIOUS = "_previous"
JOURNAL = f"{MEMORY}/journal.jsonl"
STAGING = f"{MEMORY}/staging"
# What is in the middle of a move, by content.
MOVING = f"{STAGING}/.moving"
LOCK = f"{MEMORY}/lock"
MANIFEST = "manifest.json"
# What a batch writes about the delivery as a whole.
LISTS = (MANIFEST, "manifest.csv", "changes.csv", "reshoot.csv", "reshoot.html", "report.html")


def places(file: str) -> tuple[str, str]:
    """Where a picture planned as ``file`` may lie in a delivery: ready, or in review."""
    return file, f"{REVIEW}/{file}"


def planned(place: str) -> str:
    """The name that the picture at ``place`` has if it is ready."""
    return place.removeprefix(f"{REVIEW}/")
