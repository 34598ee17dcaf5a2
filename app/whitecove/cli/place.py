"""Where the work of a command is done, as the person asked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from whitecove.core.errors import EngineError

if TYPE_CHECKING:
    from whitecove.batch.executors.jobs import Executor


class Where(StrEnum):
    """Where photos are prepared."""

    PROCESSES = "processes"
    SERIAL = "serial"
    DASK = "dask"


Jobs = Annotated[int, typer.Option(min=0, metavar="N", help="Worker processes; 0: as many as fit.")]
ExecutorFlag = Annotated[Where, typer.Option("--executor", help="Where the work is done.")]
Scheduler = Annotated[
    str, typer.Option(metavar="ADDRESS", help="The scheduler of your Dask cluster, for --executor dask.")
]
SharedPhotos = Annotated[
    bool, typer.Option("--shared-photos", help="Photos lie at the same path on all machines: do not send them.")
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """``jobs`` worker processes (0: as many as fit), none, or a cluster with its ``scheduler``."""

    jobs: int = 0
    where: Where = Where.PROCESSES
    scheduler: str = ""
    shared_photos: bool = False

    def require_sense(self, context: typer.Context) -> None:
        """Refuses what does not go together, and a cluster where the person ruled the network out, by the flag in
        ``context``, a setting or the environment.

        Raises:
            typer.BadParameter: an address without a cluster, or the other way round. EngineError: never to connect.
        """
        from whitecove import settings

        if self.where is Where.DASK and not self.scheduler:
            raise typer.BadParameter("say with --scheduler where your Dask cluster is", param_hint="'--executor dask'")
        if self.where is not Where.DASK and (self.scheduler or self.shared_photos):
            raise typer.BadParameter("it is for --executor dask only", param_hint="'--scheduler', '--shared-photos'")
        if self.where is not Where.PROCESSES and self.jobs:
            raise typer.BadParameter("it is for --executor processes only", param_hint="'--jobs'")
        if self.where is Where.DASK and (context.find_root().params.get("offline") or settings.load().never_connect):
            raise EngineError("cluster.offline")

    @contextmanager
    def executor(self) -> Iterator[Executor | None]:
        """Who does the work; none leaves it to worker processes of this machine.

        Raises:
            EngineError: the cluster cannot be used.
        """
        if self.where is Where.DASK:
            from whitecove.batch.executors.cluster import connected

            with connected(self.scheduler, shared_photos=self.shared_photos) as cluster:
                yield cluster
        elif self.where is Where.SERIAL:
            from whitecove.batch.executors.serial import Serial

            yield Serial()
        else:
            yield None


ONE_MACHINE = Place()
