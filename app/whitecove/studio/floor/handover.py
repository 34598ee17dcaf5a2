"""The ready files of a delivery go where a person wants them."""

from __future__ import annotations

from collections import Counter

from whitecove.batch.delivery.changes import Kind
from whitecove.batch.delivery.handover import hand_over, last_handover
from whitecove.studio.asks import HandedOver, HandOver, HandoverRecalled, RecallHandover


def handed_over(ask: HandOver) -> HandedOver:
    """Hands over, each file proven to be just what was checked.

    Raises:
        PlanError, OutputError: refused, and nothing was written.
    """
    done = hand_over(ask.out, ask.to, only_changed=ask.only_changed)
    found = Counter(change.kind for change in done.changes)
    return HandedOver(
        to=ask.to,
        files=done.files,
        changes={kind.value: found[kind] for kind in Kind if found[kind]},
        first=done.first,
        not_ready=done.not_ready,
        left=done.left,
    )


def recalled(ask: RecallHandover) -> HandoverRecalled:
    """What was handed over last."""
    rows = last_handover(ask.out)
    files = None if rows is None else tuple((row["file"], row["sha256"]) for row in rows)
    return HandoverRecalled(out=ask.out, files=files)
