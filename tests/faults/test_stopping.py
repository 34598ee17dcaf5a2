"""A person stops the batch while workers are in the middle of a photo, and two batches meet in one folder."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import psutil
import pytest

from tests.faults.account import torn_pictures, wrongs
from tests.faults.kills import Whole
from tests.faults.shop import Shop, wait_for
from whitecove.cli.exit_codes import Exit

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT to send to another process")


def finish(shop: Shop, whole: Whole) -> None:
    """The next run goes on at once, and ends as if nothing had been."""
    again = shop.prepare()
    assert again.code == Exit.NOT_READY, again.said
    assert wrongs(shop.photos, shop.out) == []
    assert shop.delivered() == whole.delivered


def at_work(shop: Shop) -> tuple[subprocess.Popen[str], list[psutil.Process]]:
    """The program while a photo is cut out and another is done, and its workers."""
    program = shop.start()
    wait_for(program.stdout, "photo")
    wait_for(program.stdout, "working", stage="cutting")
    return program, psutil.Process(program.pid).children(recursive=True)


def test_two_interrupts_end_it_at_once(shop: Shop, whole: Whole) -> None:
    program, workers = at_work(shop)
    program.send_signal(signal.SIGINT)
    assert program.stderr is not None
    assert "Press Ctrl+C again" in program.stderr.readline()
    program.send_signal(signal.SIGINT)
    _, said = program.communicate()
    assert program.returncode == Exit.INTERRUPTED
    assert said == ""
    assert list(torn_pictures(shop.out)) == []
    assert psutil.wait_procs(workers, timeout=30)[1] == []
    finish(shop, whole)


def test_a_second_batch_is_refused_until_the_first_is_gone_however_it_went(shop: Shop, whole: Whole) -> None:
    program, workers = at_work(shop)
    second = shop.prepare()
    assert second.code == Exit.CANNOT_RUN
    assert second.said.startswith("Another batch is at work on")
    if sys.platform == "linux":
        program.kill()  # and the system ends its workers
    else:
        os.killpg(program.pid, signal.SIGKILL)
    program.communicate()
    assert psutil.wait_procs(workers, timeout=30)[1] == []
    finish(shop, whole)
