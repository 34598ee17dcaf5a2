"""Photos and folders that somebody takes away, or replaces, in the middle of a batch."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable

import pytest

from tests.batch.stand_ins import Studio
from whitecove.batch.events import Event, PhotoFinished
from whitecove.batch.places import JOURNAL
from whitecove.core.errors import OutputError
from whitecove.core.model import State

pytestmark = pytest.mark.usefixtures("quick")


def once_done(count: int, then: Callable[[], object]) -> Callable[[Event], None]:
    """Does ``then`` when so many photos are finished."""

    def emit(event: Event) -> None:
        if isinstance(event, PhotoFinished) and event.done == count:
            then()

    return emit


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps folders whose files are open")
def test_a_delivery_that_is_taken_away_is_not_begun_anew_in_the_middle(studio: Studio) -> None:
    studio.add("a.jpg", "b.jpg", "c.jpg")
    with pytest.raises(OutputError) as caught:
        studio.run(emit=once_done(2, lambda: shutil.rmtree(studio.out)))
    assert caught.value.code == "output.gone"
    assert not studio.out.exists()
    assert studio.run().all_ready
    assert len(studio.delivered()) == 3


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps files that are open")
def test_a_journal_that_nobody_will_read_again_stops_the_batch(studio: Studio) -> None:
    studio.add("a.jpg", "b.jpg", "c.jpg")
    with pytest.raises(OutputError) as caught:
        studio.run(emit=once_done(1, (studio.out / JOURNAL).unlink))
    assert caught.value.code == "output.gone"


@pytest.mark.parametrize("count", [2, 3])
def test_a_file_that_is_taken_away_is_never_said_to_be_delivered(studio: Studio, count: int) -> None:
    studio.add("a.jpg", "b.jpg", "c.jpg")
    with pytest.raises(OutputError, match=r"a/a_01_main\.jpg was finished, but has been taken away"):
        studio.run(emit=once_done(count, (studio.out / "a" / "a_01_main.jpg").unlink))
    assert studio.run().all_ready
    assert len(studio.delivered()) == 3


def test_a_photo_that_is_replaced_between_its_passes_fails(studio: Studio) -> None:
    """It was measured before, and is drawn after: the scale would be that of another photo."""
    studio.add("mug/SKU/blue.jpg", "mug/SKU/red.jpg", "vase.jpg")
    plan = studio.plan()
    result = studio.run(plan, emit=once_done(1, lambda: studio.add("mug/SKU/red.jpg", content="another")))
    states = {row.photo.name: row.result for listing in result.listings for row in listing.rows}
    red = states["mug/SKU/red.jpg"]
    assert red.state is State.FAILED
    assert red.reason.startswith("The photo was replaced while the batch was at work on it.")
    assert states["vase.jpg"].state is State.READY
    assert studio.run().counts() == {State.READY: 3}
