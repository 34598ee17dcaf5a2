"""A hot folder under a clock that a test moves: real files, real scans, real rounds, stand-in pictures."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from tests.batch.rounds import shown
from tests.batch.stand_ins import imitate, tree
from whitecove.batch import store
from whitecove.batch.delivery.edits import Edits
from whitecove.batch.delivery.lists import read_rows, write_lists
from whitecove.batch.delivery.manifest import ManifestRow
from whitecove.batch.events import Event, PhotoFinished
from whitecove.batch.executors.control import Control
from whitecove.batch.executors.jobs import Done, Job
from whitecove.batch.executors.serial import Serial
from whitecove.batch.places import STAGING
from whitecove.batch.plan import make_plan
from whitecove.batch.run import run
from whitecove.batch.watch.events import RoundFinished, WatchEvent
from whitecove.batch.watch.news import News
from whitecove.batch.watch.rounds import Order
from whitecove.batch.watch.watching import Pace, Watch
from whitecove.core.model import PhotoResult, State
from whitecove.core.options import Options
from whitecove.core.profiles import load_profile

PACE = Pace(settle=2, calm=5, idle=5)
LISTS = {"manifest.json", "manifest.csv", "changes.csv", "report.html"}


@dataclass
class HotFolder:
    """Somebody's hot folder; `tick` lets time pass and the watch look."""

    root: Path
    group: str = "auto"
    inside: bool = False
    options: dict[str, object] = field(default_factory=dict)
    edits: Edits = Edits.REFUSE
    corrections: Path | None = None
    lit: bool = False
    mishaps: list[Done] = field(default_factory=list)
    lost_at_work: Path | None = None
    stop_after: int = 0
    now: float = 0.0
    said: list[WatchEvent] = field(default_factory=list)
    news: list[Event] = field(default_factory=list)
    worked: Counter[str] = field(default_factory=Counter)
    control: Control = field(default_factory=Control)
    serial: int = 0

    def __post_init__(self) -> None:
        self.folder.mkdir(exist_ok=True)
        self.start()

    @property
    def folder(self) -> Path:
        return self.root / "hot"

    @property
    def out(self) -> Path:
        return (self.folder if self.inside else self.root) / "out"

    def start(self) -> None:
        """A new program, at a later time."""
        store.open_delivery(self.out)
        self.now += 1000
        self.control = Control()
        order = Order(
            folder=self.folder,
            out=self.out,
            options=Options(**{"engine": "keep", "group": self.group, **self.options}),  # type: ignore[arg-type]
            profile=load_profile("aliexpress"),
            models={},
            edits=self.edits,
            corrections=self.corrections,
            executor=Serial(),
            worker=partial(self._work, self.out / STAGING),
        )
        self.watch = Watch(order, PACE, self.said.append, News(self.news.append), self.control)

    def _work(self, staging: Path, job: Job) -> Done:
        if job.photo.path == self.lost_at_work and self.lost_at_work.exists():
            self.lost_at_work.rename(self.root / self.lost_at_work.name)
            return Done(result=PhotoResult(state=State.FAILED, reason="It is not there.", facts=None))
        self.worked[job.photo.name] += 1
        if self.mishaps:
            return self.mishaps.pop()
        if self.worked.total() == self.stop_after:
            self.control.cancel()
        return imitate(staging, job, light=f" in {job.white_point}" if self.lit else "")

    def prepare(self, corrections: Path | None = None) -> None:
        """Somebody runs `prepare` on the folder, into the same delivery."""
        order = self.watch.rounds.order
        plan = make_plan([self.folder], self.out, order.options, order.profile, corrections=corrections)
        result = run(
            plan, workers=1, models={}, emit=lambda _: None, control=Control(), resume=True, executor=Serial(),
            worker=order.worker,
        )  # fmt: skip
        write_lists(result, self.out)

    def put(self, name: str, content: str) -> Path:
        """Writes a file anew, at a time of its own."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode())
        return self.touch(path)

    def touch(self, path: Path) -> Path:
        """Another time of change, as any clock would give it."""
        self.serial += 1
        os.utime(path, ns=(self.serial * 10**9, self.serial * 10**9))
        return path

    def tick(self, seconds: float = 1.0) -> float:
        """Time passes, then the watch looks; what it says of when to look next."""
        self.now += seconds
        return self.watch.step(self.now)

    def pass_by(self, seconds: float = 40.0) -> None:
        """Time passes, and the watch looks each second."""
        for _ in range(int(seconds)):
            self.tick()

    @property
    def rounds(self) -> list[RoundFinished]:
        return [event for event in self.said if isinstance(event, RoundFinished)]

    def said_of(self, kind: type[WatchEvent]) -> list[WatchEvent]:
        return [event for event in self.said if isinstance(event, kind)]

    @property
    def rows(self) -> list[ManifestRow]:
        return read_rows(self.out / "manifest.json") or []

    @property
    def states(self) -> dict[str, str]:
        """The state of each file that the manifest accounts for; once each, or this fails."""
        names = [str(row["source"]) for row in self.rows]
        assert len(names) == len(set(names)), "a file is accounted for twice"
        return {str(row["source"]): str(row["state"]) for row in self.rows}

    def delivered(self) -> dict[str, str]:
        """What lies in the delivery, and what it shows."""
        files = tree(self.out, without=(".whitecove", "_previous"))
        return {name: shown(data) for name, data in files.items() if name not in LISTS}

    def told(self) -> list[tuple[str, str]]:
        """The photos that were told of, with their states."""
        return [(each.name, each.result.state.value) for each in self.news if isinstance(each, PhotoFinished)]
