"""A backdrop that was white, and was photographed yellow or grey, made the white point: seen in each photo, settled for
a whole session, applied as one gain a channel in light (von Kries 1902)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from whitecove.core import colour, icc
from whitecove.core.doubt import busyness
from whitecove.core.engines.field import departure, fit_field
from whitecove.core.engines.given import on_white
from whitecove.core.light.curves import Gains, relit
from whitecove.core.model import F32, U8, Picture

CHANGE = "the backdrop was made the white point (red × {0:.2f}, green × {1:.2f}, blue × {2:.2f})"

UNCHANGED: Gains = (1.0, 1.0, 1.0)

# Photos are looked at with this long side; from this busyness on there is no backdrop to see.
LOOK = 480
BUSY = 0.5
# Where the backdrop is to be, in sRGB levels, and where the product's brightest parts may get.
TARGET, BRIGHTEST = 238.0, 248.0
# The product's brightest part is a percentile of what is not backdrop, and not burnt out as shot.
PRODUCT, HIGH, BURNT = 24.0, 99.0, 250
# At most so much is made brighter or darker; a backdrop more coloured (C*) or darker (L*) was never white.
MOST, LEAST = 2.5, 0.5
COLOURED, DARK = 35.0, 35.0
# Backdrops of one session differ by less than this (ΔE*ab to their median), and so many of all photos show one.
ONE_LIGHT, SHOWN_SHARE = 8.0, 0.3
# A backdrop less tinted (C*) than this, and brighter (L*) than that, needs no question.
TINTED, BRIGHT = 4.0, 82.0
ASKED_COLOUR, ASKED_LIGHT = 22.0, 50.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """The plain backdrop of one photo, and the brightest of its product: sRGB levels 0…255."""

    backdrop: tuple[float, float, float]
    brightest: tuple[float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Light:
    """What the photos of one session say together: the backdrop in sRGB levels and in L*a*b*, and the ``gains`` that
    make it white; none where ``problem``, the code of a message, says why not."""

    backdrop: tuple[float, float, float] = (0, 0, 0)
    lab: tuple[float, float, float] = (0, 0, 0)
    gains: Gains | None = None
    problem: str = ""

    @property
    def chroma(self) -> float:
        """C* of the backdrop."""
        return float(np.hypot(self.lab[1], self.lab[2]))

    @property
    def is_off(self) -> bool:
        """Whether the backdrop looks like a white one that was photographed tinted or grey."""
        off = self.chroma >= TINTED or self.lab[0] < BRIGHT
        return self.gains is not None and off and self.chroma <= ASKED_COLOUR and self.lab[0] >= ASKED_LIGHT

    @property
    def cast(self) -> str:
        """How the backdrop looks, in a word: yellowish, grey, …"""
        if self.chroma < TINTED:
            return "grey"
        angle = float(np.degrees(np.arctan2(self.lab[2], self.lab[1]))) % 360
        names = ((25, "pinkish"), (60, "reddish"), (115, "yellowish"), (200, "greenish"), (300, "bluish"))
        return next((name for limit, name in names if angle < limit), "pinkish")


def seen(look: U8) -> Seen | None:
    """What backdrop ``look`` (h, w, 3) shows; None where it has no plain one."""
    if min(look.shape[:2]) < 16:
        return None
    if on_white(look):
        return Seen(backdrop=(255, 255, 255), brightest=(0, 0, 0))
    values = look.astype(np.float32)
    field = fit_field(values)
    if busyness(field) >= BUSY:
        return None
    backdrop = np.median(field.colour.reshape(-1, 3), axis=0)
    apart = departure(values, field.colour)
    product = (apart.chroma + np.abs(apart.light) > PRODUCT)[..., None] & (look < BURNT)
    brightest = [_high(look[..., c][product[..., c]]) for c in range(3)]
    return Seen(backdrop=_three(backdrop), brightest=_three(brightest))


def _high(levels: U8) -> float:
    return float(np.percentile(levels, HIGH)) if levels.size else 0.0


def settle(looks: Sequence[Seen | None]) -> Light:
    """The light of a session from what was ``seen`` in its photos; the order does not matter."""
    plain = [each for each in looks if each is not None]
    if not plain or len(plain) < SHOWN_SHARE * len(looks):
        return Light(problem="light.no_backdrop")
    levels = np.array([each.backdrop for each in plain])
    median = np.median(levels, axis=0)
    lab = _lab(median)
    light = Light(backdrop=_three(median), lab=_three(lab))
    apart = [float(np.linalg.norm(_lab(each) - lab)) for each in levels]
    if float(np.median(apart)) > ONE_LIGHT or float(np.mean([far > 2 * ONE_LIGHT for far in apart])) > SHOWN_SHARE:
        return replace(light, problem="light.differs")
    if light.chroma > COLOURED or light.lab[0] < DARK:
        return replace(light, problem="light.never_white")
    return replace(light, gains=_gains(median, np.max([each.brightest for each in plain], axis=0)))


def _gains(backdrop: F32, brightest: F32) -> Gains:
    """Gains that make ``backdrop`` neutral and as bright as the ``brightest`` of the product bears, but no darker than
    it was; two decimals, so that a photo more in a session hardly ever changes them."""
    behind, product = _linear(backdrop), _linear(brightest)
    luminance = float(behind @ np.array([0.2126, 0.7152, 0.0722]))
    neutral = luminance / np.maximum(behind, 1e-4)
    bears = float(np.min(_linear(BRIGHTEST) / np.maximum(neutral * product, 1e-4)))
    wanted = max(1.0, float(_linear(TARGET)) / luminance)
    gains = np.clip(neutral * max(1.0, min(wanted, bears)), LEAST, MOST)
    return _three(np.round(gains, 2))


def balanced(picture: Picture, gains: Gains) -> Picture:
    """``picture`` with its light multiplied by ``gains``. What was white stays white, nothing becomes it: near white
    the curves bend."""
    return relit(picture, gains, changes=(CHANGE.format(*gains),))


def _linear(level: F32 | float) -> NDArray[np.float64]:
    return icc.srgb_light(np.asarray(level, np.float64) / 255)


def _lab(level: F32) -> F32:
    return colour.srgb_to_lab(np.rint(level).astype(np.uint8)).astype(np.float64)


def _three(values: Sequence[float] | F32) -> tuple[float, float, float]:
    red, green, blue = (float(value) for value in values)
    return red, green, blue
