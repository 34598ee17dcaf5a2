"""Stand-ins for the work on a photo, for tests in which the photo is not the point. The photo's first bytes say what
happens to it; it is at module level, because worker processes import it."""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from whitecove.batch.delivery.edits import Edits
from whitecove.batch.events import Event
from whitecove.batch.executors import workplace
from whitecove.batch.executors.control import Control
from whitecove.batch.executors.jobs import Done, Executor, Job, Work
from whitecove.batch.executors.serial import Serial
from whitecove.batch.places import STAGING
from whitecove.batch.plan import Plan, make_plan
from whitecove.batch.results import BatchResult
from whitecove.batch.run import run
from whitecove.batch.store import writer
from whitecove.batch.work import at_boundary
from whitecove.core.corrections.values import summary
from whitecove.core.errors import OutputError, ReadError
from whitecove.core.model import PhotoResult, Rendition, SourceFacts, State, Want
from whitecove.core.options import Options
from whitecove.core.profiles import load_profile
from whitecove.core.stage import Stage


def _raise(error: Exception) -> None:
    raise error


# What the first word of a photo does to the worker.
FATES: dict[bytes, Callable[[], object]] = {
    b"die": lambda: os._exit(9),
    b"hang": lambda: threading.Event().wait(),
    b"full": lambda: _raise(OutputError("output.full", folder="out")),
    b"bad": lambda: _raise(ReadError("read.empty")),
    b"bug": lambda: _raise(ZeroDivisionError()),
}


def imitate(staging: Path, job: Job, light: str = "") -> Done:
    """Writes the photo's bytes, its ``light`` and the slot as every picture wanted of it; one that was edited by hand
    as it is."""
    return at_boundary(partial(_imitated, staging, job, light.encode()))


def _imitated(staging: Path, job: Job, light: bytes) -> PhotoResult:
    workplace.tell(Stage.READING)
    data = job.photo.path.read_bytes()
    fate = FATES.get(data.split(b" ")[0])
    if fate:
        fate()
    doubtful = data.startswith(b"doubt")
    state = State.UNUSED if not (job.wants or job.measure) else State.REVIEW if doubtful else State.READY
    reason = "The cutout is doubtful." if doubtful else ""
    renditions = tuple(_written(staging, want, data + light, state, reason) for want in job.wants)
    if job.corrections:
        renditions = tuple(replace(each, corrections=summary(job.corrections.steps)) for each in renditions)
    return PhotoResult(state=state, reason=reason, facts=_facts(data), renditions=renditions)


def _written(staging: Path, want: Want, data: bytes, state: State, reason: str) -> Rendition:
    made = want.edited.read_bytes() if want.edited else b"prepared " + data + want.slot.encode()
    read = writer(staging)(want.file, made)
    sha256 = hashlib.sha256(read).hexdigest()
    if want.edited:
        state, reason = State.READY, ""
    return Rendition(
        slot=want.slot, file=want.file, state=state, reason=reason, sha256=sha256, bytes=len(read),
        engine="edited by hand" if want.edited else "keep", variant=want.variant, order=want.order,
    )  # fmt: skip


def _facts(data: bytes) -> SourceFacts:
    return SourceFacts(
        format="JPEG", width=1, height=1, mode="RGB", bits=8, orientation=1, icc=None, has_alpha=False, frames=1,
        captured=None, camera=None, sha256=hashlib.sha256(data).hexdigest(), bytes=len(data),
    )  # fmt: skip


@dataclass
class Studio:
    """A folder of photos and a delivery folder, and what the batches on them said."""

    root: Path
    options: Options = field(default_factory=lambda: Options(engine="keep"))
    events: list[Event] = field(default_factory=list)

    @property
    def photos(self) -> Path:
        return self.root / "photos"

    @property
    def out(self) -> Path:
        return self.root / "out"

    def add(self, *names: str, content: str = "") -> None:
        """Photos of those names; their content is ``content`` and the name."""
        for name in names:
            path = self.photos / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(f"{content} {name}".strip().encode())

    def plan(self, *, edits: Edits = Edits.REFUSE, **options: object) -> Plan:
        chosen = Options(**{"engine": "keep", **options})  # type: ignore[arg-type]
        return make_plan([self.photos], self.out, chosen, load_profile("aliexpress"), edits=edits)

    def run(
        self,
        plan: Plan | None = None,
        *,
        resume: bool = True,
        executor: Executor | None = None,
        worker: Work | None = None,
        control: Control | None = None,
        emit: Callable[[Event], None] | None = None,
    ) -> BatchResult:
        self.events.clear()
        return run(
            plan or self.plan(),
            workers=1,
            models={},
            emit=emit or self.events.append,
            control=control or Control(),
            resume=resume,
            executor=executor or Serial(),
            worker=worker or partial(imitate, self.out / STAGING),
        )

    def delivered(self) -> dict[str, bytes]:
        """What lies in the delivery folder, apart from the program's own memory and what gave way."""
        return tree(self.out, without=(".whitecove", "_previous"))


def tree(folder: Path, without: tuple[str, ...] = ()) -> dict[str, bytes]:
    """All files below ``folder`` by relative name, but those in the top-level folders ``without``."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    relative = {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
    return {name: data for name, data in relative.items() if name.split("/")[0] not in without}
