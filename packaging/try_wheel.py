"""Build the wheel into ``dist`` and try it as a person would get it, in an environment that knows no checkout.

The new environment borrows the installed dependencies of the one that runs this, so nothing is downloaded.
"""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Sequence
from pathlib import Path

from environment import Environment, make_ascii

ROOT = Path(__file__).resolve().parents[1]
TRIALS = (("--version",), ("--help",), ("profiles", "list"), ("profiles", "show", "aliexpress"))


def main() -> int:
    """Build and try; 0 when every trial ends well."""
    wheel = build(ROOT / "dist")
    print(f"Built {wheel.name}, {wheel.stat().st_size / 1e6:.1f} MB", flush=True)
    with tempfile.TemporaryDirectory(prefix="whitecove wheel ") as folder:
        fresh = Environment(Path(folder))
        install(wheel, fresh)
        _run([str(fresh.python), "-c", "import whitecove; print(whitecove.__file__)"], within=Path(folder))
        for trial in TRIALS:
            _run([fresh.program("whitecove"), *trial])
    print("The wheel works", flush=True)
    return 0


def build(folder: Path) -> Path:
    """The wheel of this checkout, newly built."""
    for old in folder.glob("*.whl"):
        old.unlink()
    _run(
        [
            sys.executable,
            "-m",
            "pip",
            "wheel",
            "--no-deps",
            "--no-build-isolation",
            "--wheel-dir",
            str(folder),
            str(ROOT),
        ]
    )
    return next(folder.glob("*.whl"))


def install(wheel: Path, fresh: Environment) -> None:
    """Make an environment with the wheel in it, and the dependencies borrowed.

    A folder named in a ``.pth`` file is searched, but its own ``.pth`` files are not read: the checkout, which is
    installed there as editable, stays unseen.
    """
    _run([sys.executable, "-m", "venv", "--without-pip", str(fresh.folder)])
    _run([sys.executable, "-m", "pip", "--python", str(fresh.python), "install", "--no-deps", "--no-index", str(wheel)])
    site = next(fresh.folder.rglob("site-packages"))
    borrowed = sysconfig.get_path("purelib")
    (site / "borrowed.pth").write_text(f"{borrowed}\n", "utf-8")
    make_ascii(site / "borrowed.pth")


def _run(command: Sequence[str], within: Path | None = None) -> None:
    """Run a command, quiet unless it fails or prints a path that is not ``within``."""
    clean = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run(command, check=False, env=clean, cwd=tempfile.gettempdir(), capture_output=True, text=True)
    strayed = within is not None and not Path(done.stdout.strip()).resolve().is_relative_to(within.resolve())
    if done.returncode or strayed:
        sys.exit(f"{done.stdout}{done.stderr}{' '.join(command)}: {'strayed' if strayed else 'failed'}")


if __name__ == "__main__":
    sys.exit(main())
