"""Plan files and the few photos they speak of, none of which is ever decoded."""

from __future__ import annotations

from pathlib import Path

HEADING = "photo,sku,variant,role,tags,order,reason,files"


def shop(folder: Path) -> Path:
    """Puts photos into ``folder``."""
    for name in ("a.jpg", "b.jpg", "c.jpg", "d.jpg", "杯子.jpg", "кружка.jpg"):
        (folder / name).write_bytes(b"")
    return folder


def table(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    """A plan file in ``folder``."""
    path = folder / "plan.csv"
    path.write_bytes(text.encode(encoding))
    return path
