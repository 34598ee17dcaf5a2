"""Renew what the README shows of the program: runs each ``$ whitecove …`` of its code blocks, in order, on the samples.

Run it in the checkout's environment, and look at the difference before it is committed.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHOWN_FOLDER = "~/shop"
# A folder as sellers have them, made of the samples: a wholesaler's data package beside loose photos.
NEW_GOODS = {
    "杯子/主图/1.jpg": "mug.jpg",
    "杯子/SKU/红色.jpg": "vase.jpg",
    "杯子/SKU/蓝色.jpg": "bottle.jpg",
    "杯子/尺码/1.jpg": "case.jpg",
    "LAMP-main.jpg": "lamp/lamp_main.jpg",
    "LAMP-side.jpg": "lamp/lamp_1.jpg",
    "LAMP-main (copy).jpg": "lamp/lamp_main.jpg",
}
_BLOCK = re.compile(r"(^```\n\$ whitecove (?P<arguments>[^\n]+)\n).*?(^```$)", re.DOTALL | re.MULTILINE)


def main() -> int:
    """Renew the README; 0."""
    page = ROOT / "README.md"
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder).resolve()
        only_photos = shutil.ignore_patterns("*.toml")
        shutil.copytree(ROOT / "resources" / "samples", place / "photos", ignore=only_photos)
        for name, sample in NEW_GOODS.items():
            (place / "new goods" / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(place / "photos" / sample, place / "new goods" / name)
        page.write_text(
            _BLOCK.sub(lambda block: block[1] + shown(block["arguments"], place) + block[3], page.read_text("utf-8")),
            "utf-8",
            newline="\n",
        )
    return 0


def shown(arguments: str, place: Path) -> str:
    """What a command prints, as a reader would see it."""
    plain = {**os.environ, "WHITECOVE_HOME": str(place / "home"), "COLUMNS": "110", "NO_COLOR": "1", "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "whitecove", *shlex.split(arguments)],
        cwd=place, env=plain, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", check=False,
    )  # fmt: skip
    if done.returncode not in (0, 1):
        sys.exit(f"whitecove {arguments} did not run:\n{done.stdout}")
    lines = (line.rstrip() for line in done.stdout.strip("\n").splitlines())
    return "\n".join(lines).replace(str(place), SHOWN_FOLDER) + "\n"


if __name__ == "__main__":
    sys.exit(main())
