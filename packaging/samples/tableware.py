"""Mug, bottle and vase. Every builder returns the list of objects that make up the product."""

# ruff: noqa: ANN401 - bpy comes without types

from __future__ import annotations

import math
from typing import Any

import numpy as np
import paints
import print_art
import shapes


def mug_body(outside: Any, inside: Any, foot: Any) -> Any:
    """The turned part of a mug: bare foot, glazed outside, paler inside."""
    profile = shapes.fillet(
        [
            (0.002, 0.03),
            (0.285, 0.03, 0.01),
            (0.3, 0.0, 0.012),
            (0.345, 0.0, 0.015),
            (0.4, 0.07, 0.09),
            (0.425, 0.5, 0.9),
            (0.425, 0.95, 0.0165),
            (0.39, 0.95, 0.0165),
            (0.385, 0.5, 0.9),
            (0.365, 0.1, 0.1),
            (0.002, 0.075),
        ],
        10,
    )
    profile = shapes.densify(profile, 0.02)
    peak = int(np.argmax(profile[:, 1]))

    def pick(ring: int) -> int:
        if ring >= peak:
            return 1
        return 2 if profile[ring + 1, 1] < 0.035 else 0

    return shapes.lathe("mug", profile, [outside, inside, foot], 200, pick)


def mug_handle(outside: Any) -> Any:
    """A pulled handle that flares where it meets the body."""
    path = shapes.spline(
        [
            (0.395, 0, 0.8),
            (0.5, 0, 0.825),
            (0.625, 0, 0.79),
            (0.705, 0, 0.66),
            (0.705, 0, 0.5),
            (0.64, 0, 0.345),
            (0.53, 0, 0.245),
            (0.385, 0, 0.2),
        ],
        14,
    )
    t = np.linspace(0, 1, len(path))
    flare = np.exp(-t / 0.045) * 0.9 + np.exp(-(1 - t) / 0.045) * 0.75
    radii = np.stack([0.075 * (1 + 0.5 * flare) - 0.012 * t, 0.038 * (1 + 0.8 * flare)], axis=1)
    return shapes.sweep_tube("handle", path, radii, outside, 40)


def mug() -> list[Any]:
    """Stoneware mug in a teal reactive glaze, its rim breaking to brown."""
    outside = paints.glaze(
        "teal", (0.006, 0.062, 0.085), (0.03, 0.25, 0.25), (0.012, 0.03, 0.03), 0.95, (0.24, 0.13, 0.06)
    )
    inside = paints.glaze("cream", (0.66, 0.6, 0.47), (0.72, 0.66, 0.54), (0.30, 0.2, 0.1), 0.95, (0.24, 0.13, 0.06))
    foot = paints.clay("clay", (0.42, 0.29, 0.19))
    objects = [mug_body(outside, inside, foot), mug_handle(outside)]
    shapes.place(objects, turn=-24)
    return objects


def plain_cup(colour: tuple[float, float, float]) -> list[Any]:
    """The same mug in one glaze, for the background of other photos."""
    paint = paints.plain("cup", colour, 0.2, Coat_Weight=0.4)
    return [mug_body(paint, paint, paint), mug_handle(paint)]


BOTTLE_OUTER = [
    (0.002, 0.07),
    (0.24, 0.03, 0.1),
    (0.3, 0.0, 0.04),
    (0.375, 0.0, 0.06),
    (0.38, 1.62, 0.30),
    (0.13, 1.93, 0.2),
]
BOTTLE_INNER = [(0.1, 1.92, 0.2), (0.342, 1.61, 0.28), (0.342, 0.09, 0.09), (0.24, 0.1, 0.1), (0.002, 0.14)]
NECK = [
    (0.13, 2.2, 0.02),
    (0.165, 2.215, 0.012),
    (0.165, 2.255, 0.012),
    (0.13, 2.27, 0.02),
    (0.13, 2.5, 0.012),
    (0.1, 2.5, 0.012),
]


def syrup(level: float) -> np.ndarray:
    """The liquid's profile: the inner wall, a hair bigger so that no air gap shows, with a meniscus."""
    inner = shapes.fillet(BOTTLE_INNER, 10)[::-1]
    wall = inner[(inner[:, 1] < level)].copy()
    wall[:, 0] = np.where(wall[:, 0] > 0.01, wall[:, 0] + 0.003, wall[:, 0])
    wall[:, 1] = wall[:, 1] - 0.003
    edge = float(wall[-1, 0])
    rows = [(edge, level + 0.02), (edge - 0.02, level + 0.004), (edge - 0.07, level), (0.002, level)]
    return np.vstack([shapes.densify(wall, 0.05), np.array(rows)])


def bottle() -> list[Any]:
    """Pale green glass bottle with elderflower syrup, a paper label and a black screw cap."""
    tint = paints.glass("glass", (0.60, 0.86, 0.70), 1.8)
    drink = paints.glass("syrup", (0.90, 0.72, 0.22), 1.3, 1.36)
    label = paints.printed("label", print_art.bottle_label(), 0.62)
    cap = paints.coated("cap", (0.012, 0.012, 0.013), 0.3, 0.002)
    profile = shapes.densify(shapes.fillet([*BOTTLE_OUTER, *NECK, *BOTTLE_INNER], 12), 0.06)

    def knurl(angle: np.ndarray, z: float) -> np.ndarray:
        inside_band = 2.30 < z < 2.49
        return 0.005 * np.cos(angle * 64) if inside_band else np.zeros_like(angle)

    cap_line = [(0.142, 2.275), (0.172, 2.275, 0.01), (0.172, 2.54, 0.025), (0.12, 2.545, 0.02), (0.002, 2.545)]
    cap_profile = shapes.densify(shapes.fillet(cap_line, 8), 0.012)
    objects = [
        shapes.lathe("bottle", profile, tint, 200),
        shapes.lathe("syrup", syrup(1.7), drink, 200),
        shapes.arc_panel("label", 0.3825, (0.42, 1.3), 236, -90, label),
        shapes.lathe("cap", cap_profile, cap, 512, flute=knurl),
    ]
    shapes.place(objects, turn=-8)
    return objects


def vase() -> list[Any]:
    """White satin vase with soft vertical flutes."""
    outer = shapes.spline(
        [
            (0.4, 0.0),
            (0.425, 0.04),
            (0.56, 0.32),
            (0.68, 0.64),
            (0.735, 0.96),
            (0.69, 1.26),
            (0.55, 1.52),
            (0.385, 1.76),
            (0.275, 2.0),
            (0.24, 2.22),
            (0.262, 2.42),
            (0.32, 2.56),
        ],
        12,
    )
    inner = outer[::-1].copy()
    inner[:, 0] -= 0.045
    inner[:, 1] = np.maximum(inner[:, 1], 0.06)
    (r_out, z_out), (r_in, z_in) = outer[-1], inner[0]
    lip = [(r_out, z_out), (r_out + 0.008, z_out + 0.03, 0.016), (r_in - 0.002, z_in + 0.034, 0.016), (r_in, z_in)]
    rim = shapes.fillet(lip, 8)[1:-1]
    foot = shapes.fillet([(0.002, 0.03), (0.32, 0.03, 0.01), (0.335, 0.0, 0.012), (0.385, 0.0, 0.02), (0.41, 0.012)], 6)
    profile = shapes.densify(np.vstack([foot, outer[2:], rim, inner, [(0.002, 0.06)]]), 0.025)
    peak = int(np.argmax(profile[:, 1]))
    limit = float(profile[peak, 1])

    def flute(angle: np.ndarray, z: float) -> np.ndarray:
        fade = np.clip((z - 0.12) / 0.3, 0, 1) * np.clip((2.1 - z) / 0.7, 0, 1)
        return -0.020 * (fade * fade * (3 - 2 * fade)) * np.abs(np.cos(angle * 17)) ** 2.5 if z < limit else 0 * angle

    g = paints.Graph("porcelain")
    normal = g.bump(g.noise(9.0, (1, 1, 2.5), 4.0), 0.006)
    white = g.surface(
        Base_Color=(0.80, 0.79, 0.77),
        Roughness=0.36,
        Normal=normal,
        Subsurface_Weight=0.0,
        Coat_Weight=0.15,
        Coat_Roughness=0.25,
    )
    objects = [shapes.lathe("vase", profile, white, 544, flute=flute)]
    shapes.place(objects, turn=math.degrees(math.pi / 34))
    return objects
