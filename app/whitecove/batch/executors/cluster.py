"""The work on a Dask cluster that the person runs: the same work, on other machines. Needs the extra ``cluster``."""

from __future__ import annotations

import contextlib
import logging
import re
from collections.abc import Iterator, Sequence
from concurrent.futures import CancelledError
from dataclasses import dataclass, field, replace
from typing import Any

import whitecove
from whitecove.batch.executors.control import Control
from whitecove.batch.executors.jobs import Done, Job, Outcomes, Watch, Work, failed, own_engine, unwatched
from whitecove.batch.executors.proof import proven
from whitecove.batch.executors.remote import Parcel, make
from whitecove.batch.store import file_sha256
from whitecove.batch.work import Bench
from whitecove.core.engines.registry import chosen_model
from whitecove.core.errors import EngineError, ReadError
from whitecove.core.profiles import load_profile

log = logging.getLogger(__name__)

CONNECT_SECONDS = 10
POLL_SECONDS = 0.2
# For each thread of the cluster: one in work, and one on its way.
IN_FLIGHT = 2
ADDRESS = re.compile(r"((tcp|tls|ws|wss)://)?[^/:\s]+:\d{1,5}|(tcp|tls)://\[[0-9a-fA-F:.]+\]:\d{1,5}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Workers of the Dask scheduler at ``address``. With ``shared_photos``, photos lie at the same path on every
    machine and are not sent. Stages are not told. A cancel ends it at once: what others have in work is dropped. In a
    pause, they finish what they have."""

    address: str
    workers: int
    client: Any = field(repr=False)
    shared_photos: bool = False

    @property
    def about(self) -> str:
        return f"{self.workers} threads of the Dask cluster at {self.address}."

    def run(self, work: Work, jobs: Sequence[Job], control: Control, watch: Watch = unwatched) -> Outcomes:
        if not isinstance(work, Bench):
            raise TypeError("Only a Bench can be sent to other machines.")
        sender = _Sender(self, work)
        try:
            yield from sender.run(list(reversed(jobs)), control)
        finally:
            sender.stop()


@contextlib.contextmanager
def connected(address: str, *, shared_photos: bool = False) -> Iterator[Cluster]:
    """The cluster of the scheduler at ``address``, like ``tcp://192.168.1.5:8786``.

    Raises:
        EngineError: Dask is not installed, that is no address, nobody answers there, or no worker is there.
    """
    if not ADDRESS.fullmatch(address):
        raise EngineError("cluster.bad_address", address=address)
    try:
        from distributed import Client
    except ImportError as error:
        raise EngineError("cluster.not_installed") from error
    _complain_to_log()
    try:
        client = Client(address, timeout=CONNECT_SECONDS)  # type: ignore[no-untyped-call]
    except OSError as error:
        raise EngineError("cluster.no_scheduler", address=address) from error
    with contextlib.closing(client):
        threads = sum(client.nthreads().values())  # type: ignore[no-untyped-call]
        if not threads:
            raise EngineError("cluster.no_workers", address=address)
        yield Cluster(address=address, workers=threads, client=client, shared_photos=shared_photos)


class _Sender:
    """A batch on a cluster, with few photos on their way at a time: they take memory."""

    def __init__(self, settings: Cluster, bench: Bench) -> None:
        self.settings = settings
        self.bench = bench
        self.profile = load_profile(bench.profile)
        self.hashes: dict[str, str] = {}
        self.running: dict[Any, Job] = {}

    def run(self, waiting: list[Job], control: Control) -> Iterator[tuple[Job, Done]]:
        """``waiting`` is taken from its end."""
        while (waiting or self.running) and not control.cancelled:
            control.wait_to_go_on()
            while waiting and len(self.running) < IN_FLIGHT * self.settings.workers:
                job = waiting.pop()
                trouble = self._send(job)
                if trouble:
                    yield job, trouble
            if self.running:
                self._wait()
            for future in [future for future in self.running if future.done()]:
                yield self.running.pop(future), self._outcome(future)

    def _send(self, job: Job) -> Done | None:
        """Puts ``job`` on its way; the outcome where its photo cannot be read here."""
        try:
            parcel = self._parcel(job)
        except OSError as error:
            return failed("read.no_access", problem=error.strerror or type(error).__name__)
        future = self.settings.client.submit(make, parcel, pure=False)
        self.running[future] = job
        return None

    def _parcel(self, job: Job) -> Parcel:
        shared = self.settings.shared_photos
        if shared:
            job = _absolute(job)
        return Parcel(
            version=whitecove.__version__,
            bench=self.bench,
            job=job,
            photo=None if shared else job.photo.path.read_bytes(),
            edited=tuple((want.file, want.edited.read_bytes()) for want in job.wants if want.edited),
            models=self._models(job),
        )

    def _models(self, job: Job) -> tuple[tuple[str, str], ...]:
        """The models that ``job`` is worked on with, each with its file's SHA-256."""
        here = dict(self.bench.models)
        used = {chosen_model(engine, here) for engine in (self.bench.options.engine, own_engine(job)) if engine}
        names = [name for name in here if name in used]
        for name in names:
            if name not in self.hashes:
                self.hashes[name] = file_sha256(here[name]) or ""
        return tuple((name, self.hashes[name]) for name in names)

    def _outcome(self, future: Any) -> Done:  # noqa: ANN401 (Dask has no types)
        """What came back, proven here.

        Raises:
            EngineError: that machine cannot take part. OutputError: this disk does not take the pictures.
        """
        if future.status != "finished":
            return self._lost(future)
        return proven(future.result(), self.bench.staging, self.bench.options, self.profile)

    def _lost(self, future: Any) -> Done:  # noqa: ANN401
        error = None if future.status in ("cancelled", "lost") else future.exception()
        if isinstance(error, EngineError):
            raise error
        if isinstance(error, ReadError):
            return failed(error.code, **error.params)
        return failed("cluster.worker_lost", problem=type(error).__name__ if error else future.status)

    def _wait(self) -> None:
        """Until one is finished, or a moment has passed."""
        from distributed import wait

        try:
            wait(list(self.running), timeout=POLL_SECONDS, return_when="FIRST_COMPLETED")  # type: ignore[no-untyped-call]
        except TimeoutError:
            return
        except CancelledError as error:  # all of them, because nobody keeps them any more
            raise EngineError("cluster.lost", address=self.settings.address) from error

    def stop(self) -> None:
        """Drops what is still on its way."""
        if self.running and self.settings.client.status == "running":
            self.settings.client.cancel(list(self.running), force=True)


class _ToOurs(logging.Handler):
    """Hands on what was logged to the program's own log."""

    def emit(self, record: logging.LogRecord) -> None:
        log.handle(record)


def _complain_to_log() -> None:
    """Dask's complaints go where ours go, not to the person's terminal: by itself it sends them there, and it makes
    loggers whenever it likes."""
    logger = logging.getLogger("distributed")
    logger.handlers = [_ToOurs()]
    logger.propagate = False
    for name, other in logging.Logger.manager.loggerDict.items():
        if name.startswith("distributed.") and isinstance(other, logging.Logger):
            other.handlers.clear()
            other.propagate = True


def _absolute(job: Job) -> Job:
    return replace(job, photo=replace(job.photo, path=job.photo.path.absolute()))
