"""What the easel says of a photo that is on it."""

from __future__ import annotations

from whitecove.core.corrections.patch import grown, inside, window
from whitecove.core.light.pick import gains_of
from whitecove.core.model import Box
from whitecove.studio.easel.layers import Layers
from whitecove.studio.easel.opening import Identity, Said
from whitecove.studio.easel.relight import relit
from whitecove.studio.easel_asks import GainsAt, GainsFound, Open, Opened, Region, Regioned, Show, Shown

# A place that a person picks is so many pixels of the screen to each side of the one under the pointer.
PICKED = 2


def whole(ask: Open | Show, said: Said, layers: Layers) -> Opened:
    """All of it; nothing of ``layers`` is unseen then."""
    layers.seen()
    size = layers.picture.size
    return Opened(
        key=ask.key,
        generation=ask.generation,
        width=said.width,
        height=said.height,
        size=size,
        scale=size[0] / said.width,
        engine=said.engine,
        doubt=said.doubt,
        reasons=said.reasons,
        place=said.place,
        notes=said.notes,
        photo=layers.photo_in(layers.box),
        cutout=layers.cutout_in(layers.box),
    )


def changed(ask: Show, layers: Layers, millis: float) -> Shown:
    """What of ``layers`` is unseen."""
    box, photo = layers.seen()
    return Shown(
        key=ask.key,
        generation=ask.generation,
        box=box,
        cutout=layers.cutout_in(box),
        photo=layers.photo_in(box) if photo else b"",
        millis=millis,
    )


def soon(ask: Show, layers: Layers, now: Identity, then: Identity) -> Shown:
    """What ``layers``, which are ``now`` on the screen, will look like in another light, by and large."""
    photo, cutout = relit(layers, now.ask.white_point, now.adjust, then.adjust)
    layers.see_all()
    return Shown(
        key=ask.key,
        generation=ask.generation,
        box=layers.box,
        cutout=cutout.tobytes(),
        photo=photo.tobytes(),
        millis=0.0,
        settled=False,
    )


def part(ask: Region, layers: Layers) -> Regioned:
    """A part of ``layers``, which are of full size."""
    box = inside(*ask.box, layers.photo.shape[:2])
    return Regioned(
        key=ask.key,
        generation=ask.generation,
        box=box,
        photo=layers.photo_in(box),
        cutout=layers.cutout_in(box),
    )


def picked(ask: GainsAt, layers: Layers, scale: tuple[float, float]) -> GainsFound:
    """The gains that make the place neutral; beyond the photo, that at its edge.

    Raises:
        PrepareError: the place says nothing about the light.
    """
    shot = layers.picture.as_shot
    height, width = shot.shape[:2]
    x = min(max(int(ask.point.x * scale[0]), 0), width - 1)
    y = min(max(int(ask.point.y * scale[1]), 0), height - 1)
    place = grown(Box(x, y, x + 1, y + 1), PICKED, (height, width))
    gains = gains_of(shot[window(place)], white=ask.white)
    return GainsFound(key=ask.key, generation=ask.generation, gains=gains)
