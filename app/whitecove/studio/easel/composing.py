"""The picture that a batch would make of a photo on the easel, at the size of the screen: composed by what composes
it at full size, from reduced layers."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from functools import lru_cache

from whitecove.core.adjust.chosen import chosen
from whitecove.core.adjust.geometry import shown_size, within
from whitecove.core.adjust.values import UNTOUCHED, Adjust
from whitecove.core.adjust.view import cutout_view, view_of
from whitecove.core.compose import draw_scene, place_scene
from whitecove.core.composing import long_side_of, on_white, room_for_scene
from whitecove.core.corrections.values import MARK, Step
from whitecove.core.light.lighting import with_own_shadow
from whitecove.core.model import U8, Box, Cutout, Picture, Placement, Slot
from whitecove.core.options import Options
from whitecove.core.profiles import Profile, load_profile
from whitecove.core.wanted import wants_cutout
from whitecove.studio.easel.layers import Layers
from whitecove.studio.easel.opening import Identity, Said
from whitecove.studio.easel.relight import Relight
from whitecove.studio.easel_asks import Compose, Composed

# Keeping edges takes long: the picture is smaller by this.
EDGES_SIDE = 0.75
Scale = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What a picture is to be made with: the photo's own ``adjust`` and ``options``."""

    adjust: Adjust
    options: Options
    profile: Profile
    slot: Slot

    @classmethod
    def of(cls, ask: Compose) -> _Asked:
        adjust = _adjust(ask)
        options = chosen(ask.options, adjust)
        return cls(adjust=adjust, options=options, profile=_profile(options.profile), slot=ask.slot)


class Composer:
    """Composes, and keeps what took long as long as it holds: the shadow that a photo has of its own."""

    def __init__(self) -> None:
        self._shadow: tuple[tuple[object, ...], Cutout] | None = None

    def composed(self, ask: Compose, said: Said, layers: Layers, now: Identity, began: float) -> Composed:
        """What ``ask`` asks for of ``layers``, which are those of ``now`` with all steps in them; ``began`` is when
        that was begun (s).

        Raises:
            PrepareError: nothing of the product is left.
        """
        asked = _Asked.of(ask)
        light = Relight(layers, now.ask.white_point, now.adjust, asked.adjust)
        if shows_cutout(ask):
            cutout = self._cutout(said, layers, light, asked, (now, _steps(ask), asked.adjust.exposure))
            rgb, placement = _on_white(layers.picture, cutout, asked, said.scale_of(layers), ask)
        else:
            picture = replace(layers.picture, rgb=light.of(layers.look), shot=None)
            rgb, placement = _whole(picture, asked, (said.width, said.height), ask.side)
        return Composed(
            key=ask.key,
            generation=ask.generation,
            size=(rgb.shape[1], rgb.shape[0]),
            rgb=rgb.tobytes(),
            placement=placement,
            canvas=placement.canvas,
            millis=1000 * (time.perf_counter() - began),
        )

    def _cutout(self, said: Said, layers: Layers, light: Relight, asked: _Asked, made_of: tuple[object, ...]) -> Cutout:
        """The cutout in its new ``light`` and with the photo's own shadow where that is asked for; what that was
        ``made_of`` last is remembered."""
        cutout = Cutout(
            rgb=light.of(layers.colours),
            matte=layers.matte,
            engine=layers.engine + MARK if made_of[1] else layers.engine,
            doubt=0.0,
            shadow=said.shadow,
        )
        if asked.options.shadow != "own":
            return replace(cutout, shadow=None)
        if self._shadow is None or self._shadow[0] != made_of:
            picture = replace(layers.picture, rgb=light.of(layers.look))
            self._shadow = made_of, with_own_shadow(cutout, picture, asked.options)
        return replace(cutout, shadow=self._shadow[1].shadow)


def shows_cutout(ask: Compose) -> bool:
    """Whether the picture that is asked for is cut out."""
    return wants_cutout(ask.slot, chosen(ask.options, _adjust(ask)))


def _steps(ask: Compose) -> tuple[Step, ...]:
    return ask.photo.corrections.steps if ask.photo.corrections else ()


def _adjust(ask: Compose) -> Adjust:
    return ask.photo.corrections.adjust if ask.photo.corrections else UNTOUCHED


@lru_cache(maxsize=4)
def _profile(name: str) -> Profile:
    return load_profile(name)


def _on_white(picture: Picture, cutout: Cutout, asked: _Asked, scale: Scale, ask: Compose) -> tuple[U8, Placement]:
    view = cutout_view(picture, cutout, asked.adjust.geometry)
    across, down = scale if asked.adjust.turn % 180 == 0 else scale[::-1]
    long_side = long_side_of(asked.options, asked.profile)
    given = _resized(ask.placed, source=(across, down)) if ask.placed else None
    side = round(ask.side * EDGES_SIDE) if asked.options.keep_edges else ask.side
    made = on_white(view, asked.slot, asked.options, asked.profile, long_side=min(long_side, side), given=given)
    placement = view.placed(made.placement)
    share = long_side / max(placement.canvas)
    return made.rgb, _resized(placement, source=(1 / across, 1 / down), placed=(share, share))


def _whole(picture: Picture, asked: _Asked, size: tuple[int, int], side: int) -> tuple[U8, Placement]:
    geometry = asked.adjust.geometry
    view = view_of(picture, None, geometry, quick=True)
    shown = shown_size(size, geometry)
    box = within(shown, geometry.straighten) if geometry.straighten else Box(0, 0, *shown)
    long_side = long_side_of(asked.options, asked.profile)
    placement = place_scene(
        (box.width, box.height), room_for_scene(asked.slot, asked.options, asked.profile, long_side=long_side)
    )
    share = min(1.0, side / max(placement.canvas))
    rgb = draw_scene(view.picture.rgb, _resized(placement, placed=(share, share)))
    return rgb, replace(placement, source_box=box)


def _resized(placement: Placement, *, source: Scale = (1, 1), placed: Scale = (1, 1)) -> Placement:
    """``placement`` of the same photo so many times as large, on a canvas so many times as large."""
    return replace(
        placement,
        source_box=_scaled(placement.source_box, source),
        placed_box=_scaled(placement.placed_box, placed),
        canvas=(round(placement.canvas[0] * placed[0]), round(placement.canvas[1] * placed[1])),
    )


def _scaled(box: Box, by: Scale) -> Box:
    left, top, right, bottom = box
    return Box(round(left * by[0]), round(top * by[1]), round(right * by[0]), round(bottom * by[1]))
