"""The person's own accent colour, made legible: the hue is theirs, the lightness follows from what stands on it."""

from __future__ import annotations

import colorsys
from dataclasses import replace

from whitecove.gui.theme.contrast import READABLE, channels, mix, ratio
from whitecove.gui.theme.tokens import Colours

_STEP = 0.01
_INKS = ("#ffffff", "#0a0a0a")
_MARGIN = 0.1  # rounding to 8 bits must not fall below the limit


def with_accent(colours: Colours, accent: str) -> Colours:
    """The scheme with another accent; all declared pairs keep their contrast, whatever the accent (``#rrggbb``)."""
    grounds = (colours.window, colours.surface, colours.raised, colours.hover)
    shown = _until(accent, grounds, darker=not colours.dark)
    soft = _soft(shown, colours)
    hover = _nudged(shown, darker=not colours.dark)
    ink = max(_INKS, key=lambda candidate: ratio(candidate, shown))
    return replace(
        colours, accent=shown, accent_hover=hover, accent_text=ink, accent_soft=soft, link=shown, focus=shown
    )


def _until(accent: str, grounds: tuple[str, ...], *, darker: bool) -> str:
    """The accent, darkened or lightened until it can be read on every ground."""
    hue, light, saturation = _hls(accent)
    while min(ratio(_hex(hue, light, saturation), ground) for ground in grounds) < READABLE + _MARGIN:
        light += -_STEP if darker else _STEP
    return _hex(hue, light, saturation)


def _soft(accent: str, colours: Colours) -> str:
    """A ground of a little accent, on which all that may stand there is still read."""
    states = (colours.ready, colours.review, colours.failed, colours.reshoot, colours.working, colours.unused)
    inks = (accent, colours.text, colours.muted, *states)
    share = 0.22
    while share > 0 and min(ratio(ink, mix(accent, colours.raised, share)) for ink in inks) < READABLE + _MARGIN:
        share -= _STEP
    return mix(accent, colours.raised, max(share, 0.0))


def _nudged(accent: str, *, darker: bool) -> str:
    hue, light, saturation = _hls(accent)
    return _hex(hue, min(1.0, max(0.0, light + (-0.06 if darker else 0.06))), saturation)


def _hls(colour: str) -> tuple[float, float, float]:
    red, green, blue = (value / 255 for value in channels(colour))
    return colorsys.rgb_to_hls(red, green, blue)


def _hex(hue: float, light: float, saturation: float) -> str:
    values = colorsys.hls_to_rgb(hue, min(1.0, max(0.0, light)), saturation)
    return "#" + "".join(f"{round(value * 255):02x}" for value in values)
