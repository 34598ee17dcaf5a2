"""What a running batch says, as JSON lines: a stable contract for programs that start this one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from whitecove.batch.delivery.manifest import finding_values, rendition_values
from whitecove.batch.events import BatchFinished, BatchStarted, Event, ListingFinished, PhotoFinished, PhotoWorking
from whitecove.batch.results import BatchResult
from whitecove.cli.exit_codes import Exit
from whitecove.core.model import Rendition

if TYPE_CHECKING:
    from whitecove.batch.delivery.changes import Change


def event_values(event: Event) -> dict[str, Any]:
    """An event as plain values; ``event`` names its kind."""
    match event:
        case BatchStarted():
            return {
                "event": "started",
                "photos": event.photos,
                "listings": event.listings,
                "resumed": event.resumed,
                "workers": event.workers,
                "about": event.about,
            }
        case PhotoWorking():
            return {"event": "working", "sku": event.sku, "source": event.name, "stage": event.stage.name.lower()}
        case PhotoFinished():
            return _photo(event)
        case ListingFinished():
            return {"event": "listing", "sku": event.sku, "state": event.state.value, "reason": event.reason}
        case BatchFinished():
            return {"event": "finished", "interrupted": event.interrupted}


def summary_values(result: BatchResult, out: Path, code: Exit, changes: Sequence[Change] = ()) -> dict[str, Any]:
    """The last line: how many inputs ended in which state, what changed since the last delivery, and where everything
    lies."""
    return {
        "event": "summary",
        "profile": result.profile,
        "counts": {state.value: count for state, count in result.counts().items()},
        "all_ready": result.all_ready,
        "interrupted": result.interrupted,
        "unstarted": result.unstarted,
        "notes": list(result.notes),
        "changes": dict(Counter(str(change.kind) for change in changes)),
        "out": str(out),
        "exit_code": int(code),
    }


def _photo(event: PhotoFinished) -> dict[str, Any]:
    result = event.result
    return {
        "event": "photo",
        "sku": event.sku,
        "source": event.name,
        "state": result.state.value,
        "reason": result.reason,
        "done": event.done,
        "total": event.total,
        "findings": [finding_values(finding) for finding in result.findings],
        "files": [_file(rendition) for rendition in result.renditions],
    }


def _file(rendition: Rendition) -> dict[str, Any]:
    return {
        "slot": rendition.slot.value,
        "variant": rendition.variant,
        "order": rendition.order,
        **rendition_values(rendition),
        "findings": [finding_values(finding) for finding in rendition.findings],
    }
