"""The pixels of one picture, as its options and its marketplace ask for them; at any size of the photo."""

from __future__ import annotations

from whitecove.core.adjust.view import View
from whitecove.core.compose import Frame, Room, compose_cutout
from whitecove.core.light.lighting import lit
from whitecove.core.model import Composition, Placement, Slot
from whitecove.core.options import Options
from whitecove.core.profiles import Profile
from whitecove.core.wanted import ASPECTS, aspect_of


def long_side_of(options: Options, profile: Profile) -> int:
    """The long side of the canvas in pixels."""
    return options.canvas or profile.canvas


def on_white(
    view: View, slot: Slot, options: Options, profile: Profile, *, long_side: int, given: Placement | None
) -> Composition:
    """The cutout of ``view`` on a white canvas with that ``long_side``, with its shadow and its edges as asked for;
    ``given`` as for `compose_cutout`, of the photo as shown.

    Raises:
        PrepareError: the matte is empty.
    """
    assert view.cutout is not None  # noqa: S101 (a scene has a room instead)
    shape = ASPECTS[aspect_of(slot, options, profile)]
    frame = Frame(
        width=round(long_side * shape[0] / max(shape)),
        height=round(long_side * shape[1] / max(shape)),
        fill=options.fill,
        baseline=options.stand == "baseline",
    )
    own = view.own(given) if given else None
    return lit(compose_cutout(view.picture, view.cutout, frame, own), view.cutout, options)


def room_for_scene(slot: Slot, options: Options, profile: Profile, *, long_side: int) -> Room:
    """The limits of a picture for ``slot`` that keeps its scene."""
    aspect = aspect_of(slot, options, profile)
    is_padded = slot is not Slot.DETAIL or options.details == "pad"
    return Room(
        long_edge=long_side,
        short_side=profile.short_side(slot, aspect),
        shape=ASPECTS[aspect] if is_padded else None,
    )
