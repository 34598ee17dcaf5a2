"""A progress bar on standard error, where that is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from whitecove.batch.events import BatchStarted, Event, PhotoFinished
from whitecove.cli.console import readable

if TYPE_CHECKING:
    from rich.progress import Progress, ProgressColumn, TaskID


WIDTH = 36
"""Of the words before the bar, in cells: a bar that jumps with every name is hard to read."""


class Bar:
    """What the person sees of a running batch; without a terminal, nothing."""

    def __init__(self, progress: Progress | None) -> None:
        self._progress = progress
        self._task: TaskID | None = None

    def show(self, event: Event) -> None:
        """Moves the bar on."""
        if self._progress is None:
            return
        if isinstance(event, BatchStarted):
            self._task = self._progress.add_task(_start_text(event), total=event.photos)
        elif isinstance(event, PhotoFinished) and self._task is not None:
            self._progress.update(self._task, completed=event.done, description=readable(event.name))

    def say(self, text: str) -> None:
        """Replaces the words before the bar: what is done now."""
        if self._progress is not None and self._task is not None:
            self._progress.update(self._task, description=text)


@contextmanager
def bar(*, wanted: bool) -> Iterator[Bar]:
    """A bar that vanishes when it is done, if it is ``wanted`` and standard error is a terminal."""
    if not wanted or not sys.stderr.isatty():
        yield Bar(None)
        return
    from rich.console import Console
    from rich.progress import Progress

    console = Console(file=sys.stderr, emoji=False, markup=False, highlight=False)
    with Progress(*_columns(), console=console, transient=True) as progress:
        yield Bar(progress)


def _columns() -> tuple[ProgressColumn, ...]:
    from rich.progress import BarColumn, MofNCompleteColumn, ProgressColumn, Task, TextColumn, TimeRemainingColumn
    from rich.table import Column
    from rich.text import Text

    class Rate(ProgressColumn):
        """Photos a minute."""

        def render(self, task: Task) -> Text:
            return Text(f"{task.speed * 60:.0f} a minute" if task.speed else "")

    return (
        TextColumn("{task.description}", markup=False, table_column=Column(width=WIDTH, no_wrap=True)),
        BarColumn(),
        MofNCompleteColumn(),
        Rate(),
        TimeRemainingColumn(compact=True),
        TextColumn("left"),
    )


def _start_text(event: BatchStarted) -> str:
    resumed = f", {event.resumed} done before" if event.resumed else ""
    return f"{event.photos} photos, {event.listings} products{resumed}"
