"""What a floor says of a batch, for bridges that tests speak through."""

from __future__ import annotations

from collections.abc import Iterable

from whitecove.batch.events import BatchFinished, BatchStarted, ListingFinished, PhotoFinished, PhotoWorking
from whitecove.studio.asks import BatchSaid, Lie, Lit, Prepare, Prepared, Recalled, Refused

OF_A_BATCH = (
    BatchStarted, PhotoWorking, PhotoFinished, ListingFinished, BatchFinished, Lit, Lie, Recalled, Prepared,
)  # fmt: skip


def as_a_floor(said: object, asked: Iterable[object]) -> object:
    """``said`` as the floor would: what is of a batch carries the serial of the one that was ``asked`` for last."""
    is_batch = isinstance(said, OF_A_BATCH) or (isinstance(said, Refused) and isinstance(said.ask, Prepare))
    serials = [ask.serial for ask in asked if isinstance(ask, Prepare)]
    return BatchSaid(serial=serials[-1] if serials else 0, said=said) if is_batch else said
