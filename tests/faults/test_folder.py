"""Troubles with the output folder in the middle of a batch: it is full, may not be written, is taken away."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.batch.stand_ins import tree
from tests.faults.account import wrongs
from tests.faults.kills import Whole
from tests.faults.shop import ROOT, Ended, Shop, ended, wait_for
from whitecove.cli.exit_codes import Exit

posix = pytest.mark.skipif(
    os.name == "nt", reason="needs permissions of Unix, and folders that may be moved while open"
)
WEAKENED = (sys.executable, str(ROOT / "tests" / "faults" / "weakened.py"))
SMALL = 2_500_000  # bytes: less than all pictures


def disturbed(shop: Shop, disturb: Callable[[Path], None]) -> Ended:
    """A run whose output folder is disturbed as soon as a listing is delivered, while others are in work."""
    program = shop.start(WEAKENED)
    wait_for(program.stdout, "listing", sku="basket")
    disturb(shop.out)
    return ended(program)


def forbid(out: Path) -> None:
    for folder in [out, *(path for path in out.rglob("*") if path.is_dir())]:
        folder.chmod(stat.S_IRUSR | stat.S_IXUSR)


def allow(out: Path) -> None:
    out.chmod(stat.S_IRWXU)
    for path in out.rglob("*"):
        if path.is_dir():
            path.chmod(stat.S_IRWXU)


def finish(shop: Shop, whole: Whole) -> None:
    """The next run ends as if nothing had been."""
    again = shop.prepare()
    assert again.code == Exit.NOT_READY, again.said
    assert wrongs(shop.photos, shop.out) == []
    assert shop.delivered() == whole.delivered


@posix
def test_a_folder_that_becomes_read_only_stops_with_one_sentence(shop: Shop, whole: Whole) -> None:
    done = disturbed(shop, forbid)
    assert done.code == Exit.CANNOT_RUN
    assert "may not write in" in done.said
    assert "Traceback" not in done.said
    allow(shop.out)
    assert set(shop.delivered().items()) <= set(whole.delivered.items())
    finish(shop, whole)


@posix
@pytest.mark.parametrize("disturb", ["moved", "file"])
def test_a_folder_that_is_taken_away_stops_with_one_sentence(shop: Shop, whole: Whole, disturb: str) -> None:
    def take_away(out: Path) -> None:
        out.rename(out.with_name("elsewhere"))
        if disturb == "file":
            out.write_text("in the way")

    done = disturbed(shop, take_away)
    assert done.code == Exit.CANNOT_RUN, done.said
    assert "Traceback" not in done.said
    assert len(done.said.splitlines()) == 1
    assert shop.out.exists() == (disturb == "file")
    if disturb == "file":
        assert shop.out.read_text() == "in the way"
        shop.out.unlink()
    shop.out.with_name("elsewhere").rename(shop.out)
    assert set(shop.delivered().items()) <= set(whole.delivered.items())
    if disturb == "moved":
        finish(shop, whole)


CRAMPED = """
set -e
mkdir -p "$1"
mount -t tmpfs -o size=$2 tmpfs "$1"
shift 2
code=0
"$@" || code=$?
cp -a out full
mount -o remount,size=100m out
again=0
"$@" >again.txt 2>&1 || again=$?
cp -a out done
echo $again >again.code
exit $code
"""


def may_mount() -> bool:
    """Whether this system lets us have a small disk of our own."""
    if sys.platform != "linux" or not shutil.which("unshare"):
        return False
    script = "mount -t tmpfs tmpfs /tmp"
    return not subprocess.run(["unshare", "-rm", "sh", "-c", script], capture_output=True, check=False).returncode


def test_a_disk_that_becomes_full_stops_with_one_sentence(
    shop: Shop, whole: Whole, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not may_mount():
        pytest.skip("this system lets nobody mount a small disk")
    monkeypatch.chdir(shop.root)
    program = shop.start(["unshare", "-rm", "sh", "-c", CRAMPED, "sh", str(shop.out), str(SMALL)])
    done = ended(program)
    assert done.code == Exit.CANNOT_RUN, done.said
    assert "is full" in done.said
    assert len(done.said.splitlines()) == 1
    full = tree(shop.root / "full", without=(".whitecove",))
    assert full
    assert full.items() < whole.delivered.items()
    assert (shop.root / "again.code").read_text() == "1\n", (shop.root / "again.txt").read_text()
    assert wrongs(shop.photos, shop.root / "done") == []
    assert tree(shop.root / "done", without=(".whitecove",)) == whole.delivered
