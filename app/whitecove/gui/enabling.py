"""When each action can be done: one table over what there is and what goes on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from whitecove.core.model import State
from whitecove.gui.actions import ACTIONS, Actions
from whitecove.gui.document import Document
from whitecove.gui.marks import QT_TRANSLATE_NOOP
from whitecove.gui.products.selection import Selection
from whitecove.gui.progress import Phase
from whitecove.gui.touching import Touching


@dataclass(frozen=True, slots=True)
class Now:
    """What there is and what goes on, for the conditions below."""

    photos: bool
    current: bool
    made: bool
    readable: bool
    running: bool
    stoppable: bool
    pausable: bool
    to_do: bool
    failed: bool
    ready: bool
    delivered: bool
    touching: bool
    several: bool


def now(document: Document, selection: Selection, touching: Touching) -> Now:
    """What there is, at this moment."""
    session, progress = document.session, document.progress
    shot = selection.current_shot
    counts = session.counts()
    return Now(
        photos=bool(session.shots),
        current=shot is not None,
        made=shot is not None and shot.rendition is not None,
        readable=shot is not None and shot.state is not State.FAILED,
        running=progress.is_running or progress.phase is Phase.GATHERING,
        stoppable=progress.is_running and progress.phase is not Phase.STOPPING,
        pausable=progress.phase in (Phase.PREPARING, Phase.PAUSED),
        to_do=bool(session.shots) and not progress.is_running and progress.phase is not Phase.GATHERING,
        failed=bool(counts[State.FAILED]),
        ready=bool(counts[State.READY]),
        delivered=progress.last is not None,
        touching=bool(touching.key),
        several=len(selection.selected_keys()) > 0,
    )


def always(_: Now) -> bool:
    """Whatever there is."""
    return True


def with_photos(on: Now) -> bool:
    """There are photos."""
    return on.photos


def with_current(on: Now) -> bool:
    """A photo is current."""
    return on.current


def with_made(on: Now) -> bool:
    """A picture was made of the current photo."""
    return on.made


def touchable(on: Now) -> bool:
    """The current photo can be touched up."""
    return on.current and on.readable


def is_touching(on: Now) -> bool:
    """A photo is touched up."""
    return on.touching


def preparable(on: Now) -> bool:
    """There is something to prepare, and nothing goes on."""
    return on.to_do


def deliverable(on: Now) -> bool:
    """There is something to deliver, and nothing goes on."""
    return on.to_do and on.delivered


CONDITIONS: dict[str, Callable[[Now], bool]] = {
    "save-as": with_photos, "new": with_photos,
    "deliver": deliverable, "deliver-changed": deliverable, "open-out": with_photos, "open-report": deliverable,
    "rename": with_current, "split-product": with_current, "remove": with_current, "edit-outside": touchable,
    "find": with_photos, "prepare": preparable, "approve": with_made, "back": with_current, "reject": with_made,
    "reshoot": with_current, "retoucher": with_made, "take-back": with_current, "reshoot-list": deliverable,
    "role-main": with_current, "role-unused": with_current, "next-photo": with_photos, "previous-photo": with_photos,
    "next-product": with_photos, "previous-product": with_photos, "grid": with_photos, "touch-up": touchable,
    "copy-to-next": is_touching, "leave": is_touching, "smaller-brush": touchable, "larger-brush": touchable,
}  # fmt: skip


def stoppable(on: Now) -> bool:
    """A batch can be stopped."""
    return on.stoppable


def pausable(on: Now) -> bool:
    """A batch can stand still, or go on."""
    return on.pausable


def retryable(on: Now) -> bool:
    """Something failed, and nothing goes on."""
    return on.to_do and on.failed


CONDITIONS |= {"stop": stoppable, "pause": pausable, "retry-failed": retryable}
CONDITIONS |= {f"role-{number}": with_current for number in range(2, 7)}
TOUCHING = ("keep-brush", "erase-brush", "open-hole", "keep-box", "heal", "eyedropper", "edge-aware")
CONDITIONS |= dict.fromkeys(TOUCHING, touchable)
LOOKING = (
    "fit", "full-size", "zoom-in", "zoom-out", "split", "side-by-side", "after-only", "show-not-white", "show-frame",
    "show-edge", "backdrop",
)  # fmt: skip
CONDITIONS |= dict.fromkeys(LOOKING, with_current)
WHY_NOT: dict[Callable[[Now], bool], str] = {
    with_photos: QT_TRANSLATE_NOOP("Actions", "There are no photos yet."),
    with_current: QT_TRANSLATE_NOOP("Actions", "Choose a photo first."),
    with_made: QT_TRANSLATE_NOOP("Actions", "Prepare this photo first."),
    touchable: QT_TRANSLATE_NOOP("Actions", "Choose a photo that can be read."),
    is_touching: QT_TRANSLATE_NOOP("Actions", "Touch up a photo first."),
    preparable: QT_TRANSLATE_NOOP("Actions", "There are no photos yet, or work goes on."),
    deliverable: QT_TRANSLATE_NOOP("Actions", "Prepare the photos first."),
    stoppable: QT_TRANSLATE_NOOP("Actions", "Nothing is being prepared."),
    pausable: QT_TRANSLATE_NOOP("Actions", "Nothing is being prepared."),
    retryable: QT_TRANSLATE_NOOP("Actions", "No photo failed."),
}
# Undo and redo follow their stacks, and the last project what lies on disk.
BY_THEMSELVES = frozenset({"undo", "redo", "open-last"})


def follow(actions: Actions, on: Now) -> None:
    """Lets those actions be done that can be."""
    for entry in ACTIONS:
        if entry.id not in BY_THEMSELVES:
            holds = CONDITIONS.get(entry.id, always)
            actions.allow(entry.id, "" if holds(on) else WHY_NOT[holds])
