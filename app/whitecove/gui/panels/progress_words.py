"""How far a batch is, as the status bar says it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from whitecove.core.model import State
from whitecove.core.stage import Stage
from whitecove.gui.panels.facts_words import number
from whitecove.gui.progress import Phase, Progress
from whitecove.studio.asks import Prepared

CONTEXT = "Progress"


def share(progress: Progress) -> tuple[int, int]:
    """How far the bar is, of how much. (0, 0) where that is not known, so that it never stands at nothing or all."""
    if progress.phase not in (Phase.PREPARING, Phase.PAUSED, Phase.STOPPING):
        return 0, 0
    done, total = progress.done, progress.total
    return (done, total) if 0 < done < total else (0, 0)


def said(progress: Progress, computed: str = "", *, waiting: int = 0) -> str:
    """One line. ``computed`` says on what and by which model; ``waiting`` photos are there where nothing goes on."""
    translate = QCoreApplication.translate
    if progress.phase is Phase.PREPARING:
        return " · ".join(part for part in _parts(progress, computed) if part)
    counted = _counted(progress)
    words = {
        Phase.GATHERING: translate(CONTEXT, "Looking through the photos"),
        Phase.STARTING: translate(CONTEXT, "Starting the workers"),
        Phase.PAUSED: " · ".join(part for part in (translate(CONTEXT, "Paused"), counted) if part),
        Phase.STOPPING: translate(CONTEXT, "Stopping; what is finished stays"),
        Phase.LISTING: translate(CONTEXT, "Writing the report"),
        Phase.RECALLING: translate(CONTEXT, "Looking up what is done"),
    }
    if progress.phase in words:
        return words[progress.phase]
    return _after(progress.last) if progress.last else _before(waiting)


def _parts(progress: Progress, computed: str) -> tuple[str, ...]:
    if progress.total and progress.done >= progress.total:
        return (QCoreApplication.translate(CONTEXT, "Putting the pictures in place"),)
    if progress.done <= progress.resumed:
        return _counted(progress), _working(progress)
    return _counted(progress), _rate(progress), _left(progress), computed


def _counted(progress: Progress) -> str:
    if not progress.done:
        return ""
    words = QCoreApplication.translate(CONTEXT, "{done} of {total}")
    return words.format(done=number(progress.done), total=number(progress.total))


def _working(progress: Progress) -> str:
    """What is in work, before anything is finished."""
    if not progress.name:
        return QCoreApplication.translate(CONTEXT, "Starting the workers")
    return _stages()[progress.stage or Stage.STARTING].format(name=progress.name.rpartition("/")[2])


def _stages() -> dict[Stage, str]:
    translate = QCoreApplication.translate
    return {
        Stage.STARTING: translate(CONTEXT, "Getting ready for {name}"),
        Stage.READING: translate(CONTEXT, "Reading {name}"),
        Stage.CUTTING: translate(CONTEXT, "Cutting out {name}"),
        Stage.MAKING: translate(CONTEXT, "Making the picture of {name}"),
        Stage.PROVING: translate(CONTEXT, "Checking {name}"),
    }


def _rate(progress: Progress) -> str:
    rate = progress.per_minute
    return (
        QCoreApplication.translate(CONTEXT, "{count} a minute").format(count=number(round(rate))) if rate >= 1 else ""
    )


def _left(progress: Progress) -> str:
    seconds = progress.seconds_left
    if seconds is None:
        return ""
    words = QCoreApplication.translate(CONTEXT, "about {time} left")
    return words.format(time=duration(seconds))


def duration(seconds: float) -> str:
    """A time as one says it: seconds in tens, then minutes, then hours."""
    translate = QCoreApplication.translate
    if seconds < 55:
        return translate(CONTEXT, "{count} s").format(count=number(max(10, round(seconds / 10) * 10)))
    if seconds < 5400:
        return translate(CONTEXT, "{count} min").format(count=number(max(1, round(seconds / 60))))
    return translate(CONTEXT, "{count} h").format(count=number(round(seconds / 3600)))


def _took(seconds: float) -> str:
    """A time that is over and known: seconds to the second."""
    if seconds < 55:
        return QCoreApplication.translate(CONTEXT, "{count} s").format(count=number(round(seconds)))
    return duration(seconds)


def _before(waiting: int) -> str:
    if not waiting:
        return ""
    return QCoreApplication.translate(CONTEXT, "%Ln photos, not prepared yet", "", waiting)


def _after(last: Prepared) -> str:
    """What became of all but what waits for a look: a button says that."""
    translate = QCoreApplication.translate
    words = (
        (State.READY, translate(CONTEXT, "{count} ready")),
        (State.RESHOOT, translate(CONTEXT, "{count} to shoot again")),
        (State.FAILED, translate(CONTEXT, "{count} failed")),
    )
    parts = [text.format(count=number(count)) for state, text in words if (count := last.counts.get(state, 0))]
    # What was asked of a part leaves photos to do, and was not stopped for that.
    is_short = last.interrupted and not (last.partly or last.recalled)
    head = translate(CONTEXT, "Stopped") if last.stopped or is_short else translate(CONTEXT, "Done")
    if last.seconds >= 1 and not (last.stopped or last.interrupted):
        head = translate(CONTEXT, "Done in {time}").format(time=_took(last.seconds))
    return " · ".join((head, *parts))


def computed_by(engine: str) -> str:
    """On what a cutout was computed, and by which model: ``rembg:u2netp@cuda+backdrop`` is ``GPU, u2netp``."""
    if not engine.startswith("rembg:"):
        return QCoreApplication.translate(CONTEXT, "CPU")
    model, _, where = engine.removeprefix("rembg:").partition("+")[0].partition("@")
    words = QCoreApplication.translate(CONTEXT, "GPU, {model}" if where else "CPU, {model}")
    return words.format(model=model)
