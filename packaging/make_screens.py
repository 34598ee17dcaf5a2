"""Renew the gallery ``docs/screens``: the real program, played through every scene, without a screen; and its index.

    python packaging/make_screens.py [--only SCENE …] [--to DIR]

Needs Whitecove installed, and the fonts that .ci/window installs. Look at what comes out before it is committed.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QMainWindow

from scene import USUAL, Scene, Shot, Stage, stage
from scenes import SCENES
from whitecove.gui.theme.apply import apply
from whitecove.gui.window import WIDTHS
from window_driver import drive, pause

GALLERY = Path(__file__).resolve().parents[1] / "docs" / "screens"
INDEX = "README.md"
LARGEST = 6_000_000
"""Bytes of the whole gallery."""
HEAD = """# What the window looks like

Pictures of the real program, made by one command that plays it through all scenes without a screen:

```
.venv/bin/python packaging/make_screens.py
```

Look at what comes out before it is committed. The photos are the samples that come with the program, prepared without a
cutout model: that is why some of them wait for a look. Sizes are the window's own; 200 % is a screen of twice the
density.
"""
COLOURS = 256
STILL = 0.4
"""Seconds until what moves after a change, and what is fetched for it, is there."""
LONGEST = 600
"""Seconds that a visit may take."""
SCALES = sorted({shot.percent for scene in SCENES for shot in scene.shots})


def main(arguments: Sequence[str]) -> int:
    """Take the pictures; 1 where a scene did not come about, or the gallery is too large."""
    parser = argparse.ArgumentParser(description="Renew the gallery of screens.")
    parser.add_argument("--only", nargs="+", choices=[scene.name for scene in SCENES], metavar="SCENE")
    parser.add_argument("--to", type=Path, default=GALLERY, metavar="DIR")
    parser.add_argument("--percent", type=int, help=argparse.SUPPRESS)
    chosen = parser.parse_args(arguments)
    wanted = chosen.only or [scene.name for scene in SCENES]
    if chosen.percent:
        return visit(chosen.percent, wanted, chosen.to)
    chosen.to.mkdir(parents=True, exist_ok=True)
    codes = [visited(percent, wanted, chosen.to) for percent in SCALES]
    (chosen.to / INDEX).write_text(index(), "utf-8")
    size = sum(file.stat().st_size for file in chosen.to.glob("*.png"))
    print(f"{len(list(chosen.to.glob('*.png')))} pictures, {size / 1e6:.1f} MB")
    return int(any(codes) or size > LARGEST)


def index() -> str:
    """The text of the gallery's page: each scene with its pictures."""
    lines = [HEAD]
    for scene in SCENES:
        links = " · ".join(f"[{shot.told}]({name})" for shot, name in zip(scene.shots, scene.files(), strict=True))
        lines += [f"## {scene.shows}", "", f"![{scene.shows}]({scene.files()[0]})", "", links, ""]
    return "\n".join(lines)


def visited(percent: int, wanted: Sequence[str], to: Path) -> int:
    """One visit in a process of its own: Qt's scale holds for a whole process."""
    with tempfile.TemporaryDirectory() as home:
        env = {
            **os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": str(percent / 100), "LC_ALL": "C.UTF-8",
            "HOME": home, "WHITECOVE_HOME": str(Path(home) / "Whitecove"),
        }  # fmt: skip
        command = [sys.executable, __file__, "--percent", str(percent), "--to", str(to), "--only", *wanted]
        return subprocess.run(command, env=env, check=False, timeout=LONGEST).returncode


def visit(percent: int, wanted: Sequence[str], to: Path) -> int:
    """Play the scenes up to the last that is wanted at this scale, and take the pictures."""
    taken = [s for s in SCENES if s.name in wanted and any(shot.percent == percent for shot in s.shots)]
    if not taken:
        return 0
    last = SCENES.index(taken[-1])

    def play(window: QMainWindow) -> None:
        on = stage(window, Path.home() / "Pictures")
        for scene in SCENES[: last + 1]:
            scene.play(on)
            for shot in scene.shots if scene in taken else ():
                if shot.percent == percent:
                    take(on, scene, shot, to / f"{scene.name}{shot.suffix}.png")
            set_usual(on)

    return drive(play)


def take(on: Stage, scene: Scene, shot: Shot, file: Path) -> None:
    """One picture of the window or page as it is, in a size and in colours."""
    dress(shot.scheme)
    widget = scene.of(on)
    if widget is on.window:
        on.window.resize(shot.width, shot.height)
    pause(STILL)
    scene.resized(on)
    pause(STILL / 2)
    file.write_bytes(small(widget.grab()))
    print(file.name, flush=True)


def set_usual(on: Stage) -> None:
    """Back to the size and the widths that the window begins with."""
    if on.window.size().toTuple() != USUAL:
        on.window.resize(*USUAL)
        on.window.split.setSizes(list(WIDTHS))
    dress("light")


def dress(scheme: str) -> None:
    """Puts on these colours."""
    application = QApplication.instance()
    if isinstance(application, QApplication):
        apply(application, "dark" if scheme == "dark" else "light")


def small(picture: QPixmap) -> bytes:
    """As a PNG with a palette: a third of the size, and no difference that matters in a gallery."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    image = Image.open(BytesIO(buffer.data().data())).convert("RGB")
    palette = image.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, kmeans=1)
    out = BytesIO()
    image.quantize(palette=palette, dither=Image.Dither.FLOYDSTEINBERG).save(out, "PNG", optimize=True)
    return out.getvalue()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
