"""The nine photos: product, surroundings, light, camera, exposure and file details."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import hardware
import numpy as np
import paints
import props
import tableware
from phone_jpeg import Shot

import studio
from studio import Light, View

Rgb = tuple[float, float, float]
SOFT_PAIR = (
    Light(-56, 40, 1.9, (1.1, 1.4)),
    Light(66, 26, 0.3, (1.6, 2.2)),
    Light(175, 72, 0.7, (2.4, 1.8)),
)


@dataclass(frozen=True)
class Photo:
    """Everything needed to take one picture; paths are relative to the two output folders."""

    name: str
    shows: str
    pixels: tuple[int, int]
    product: Callable[[], list[Any]]
    scenery: Callable[[float], None]
    lights: Sequence[Light]
    view: View
    shot: Shot
    ambient: Rgb = (0.4, 0.4, 0.4)
    meter_on: str = "backdrop"  # or "product"
    meter_level: float = 238.0  # 8-bit level that the metered percentile gets
    meter_percentile: float = 50.0
    warmth: float = 0.0
    soft: float = 0.5
    grain: float = 1.8
    corners: float = 0.18  # vignette
    wide: bool = False  # Display P3
    has_matte: bool = True
    samples: int = 16
    crop_to: Callable[[list[Any]], list[Any]] = field(default=lambda objects: objects)


def paper(near: Rgb, far: Rgb) -> Callable[[float], None]:
    """A sweep of one paper, or a gradient."""
    return lambda size: studio.sweep(size, paints.gradient_paper("paper", near, far))


def bottle_set(size: float) -> None:
    """White sweep, and black cards that draw the edges of the glass."""
    studio.sweep(size, paints.gradient_paper("paper", (0.82, 0.82, 0.81), (0.82, 0.82, 0.81)))
    for turn in (-98, 98):
        studio.card(turn, size, np.array([0, 0, 0.5 * size]), (0.5, 1.5), 0.55)


def dark_set(size: float) -> None:
    """Black backdrop, slightly glossy floor."""
    g = paints.Graph("dark")
    floor = g.surface(Base_Color=(0.012, 0.012, 0.014), Roughness=0.42, Specular_IOR_Level=0.35)
    studio.sweep(size, floor)


def tea_table(size: float) -> None:
    """Wooden table by a window, with a lot going on behind the box."""
    props.table(depth=15.0, plank=1.5)
    props.wall(11.0, (0.50, 0.47, 0.41))
    props.plant((-1.75, 2.6, 0), 1.05)
    props.books_lying((1.75, 2.1, 0))
    props.books_standing((1.3, 6.0, 0), 11)
    props.cup((1.62, 1.95, 0.76), -150, (0.70, 0.66, 0.58))
    props.cup((-0.55, 4.4, 0), 30, (0.55, 0.16, 0.07))
    props.tea_leaves((0.98, -0.42, 0.0))
    props.wooden_spoon((0.95, -0.30, 0.0), -12)
    props.book((1.5, 1.1, 0.16), (-1.6, 0.75, 0), 28, (0.55, 0.5, 0.4))


def desk_evening(size: float) -> None:
    """The lamp at work: a desk in front of a dim wall."""
    props.table(depth=16.0, plank=2.0)
    props.wall(8.0, (0.22, 0.25, 0.28))
    props.books_standing((2.3, 5.6, 0), 8)
    props.plant((-2.4, 5.0, 0), 1.0)
    props.notebook((1.75, -0.15, 0), 8)
    props.cup((2.75, 2.0, 0), 160, (0.66, 0.62, 0.54))


def head_only(objects: list[Any]) -> list[Any]:
    """The shade and what is on it: the close-up is framed on these."""
    return [o for o in objects if o.name.split(".")[0] in ("shade", "collar")]


MUG = Photo(
    "mug",
    "glazed teal mug, handle hole, grey-gradient sweep, stored rotated (EXIF orientation 6)",
    (1350, 1800),
    tableware.mug,
    paper((0.52, 0.52, 0.52), (0.13, 0.13, 0.135)),
    SOFT_PAIR,
    View(0, 17, 85, 0.66, 16),
    Shot("2026:03:14 10:02:11", (1, 125), 8.0, 200, 85.0, orientation=6),
    meter_on="product",
    meter_level=118,
    warmth=0.015,
)
BOTTLE = Photo(
    "bottle",
    "pale green glass bottle with cap and paper label, near-white sweep",
    (1200, 1600),
    tableware.bottle,
    bottle_set,
    (Light(-70, 25, 1.2, (0.9, 2.2)), Light(72, 20, 0.6, (0.7, 2.2)), Light(180, 50, 1.6, (3.0, 2.2))),
    View(0, 7, 100, 0.74, 16),
    Shot("2026:03:14 10:09:47", (1, 160), 8.0, 200, 100.0),
    ambient=(2.0, 2.0, 2.0),
    meter_level=241,
    corners=0.1,
    samples=28,
)
VASE = Photo(
    "vase",
    "white fluted vase on a near-white sweep, soft separation, soft shadow",
    (1620, 1620),
    tableware.vase,
    paper((0.84, 0.84, 0.835), (0.84, 0.84, 0.835)),
    (Light(-58, 48, 0.62, (1.2, 1.6)), Light(165, 64, 1.3, (2.6, 2.2))),
    View(0, 11, 90, 0.70, 14),
    Shot("2026:03:14 10:15:30", (1, 200), 8.0, 160, 90.0),
    ambient=(0.75, 0.75, 0.76),
    meter_level=238,
    grain=1.6,
    corners=0.12,
)
CASE = Photo(
    "case",
    "black hard case with latches and handle on a black backdrop, rim light",
    (1600, 1200),
    hardware.case,
    dark_set,
    (
        Light(140, 30, 3.4, (1.4, 0.5), 2.0),
        Light(-128, 32, 3.4, (1.4, 0.5), 2.0),
        Light(175, 62, 1.6, (2.2, 1.0), 2.0),
        Light(-30, 22, 0.9, (0.5, 1.4), 2.2),
        Light(75, 12, 1.0, (0.5, 1.2), 2.2),
    ),
    View(28, 24, 85, 0.70, 16),
    Shot("2026:03:14 10:31:05", (1, 60), 5.6, 400, 85.0),
    ambient=(0.04, 0.04, 0.045),
    meter_on="product",
    meter_level=150,
    meter_percentile=92,
    grain=2.6,
)
BASKET = Photo(
    "basket",
    "red wire basket with many see-through holes, pastel blue sweep, Display P3 with embedded profile",
    (1800, 1350),
    hardware.basket,
    paper((0.42, 0.60, 0.74), (0.40, 0.58, 0.74)),
    SOFT_PAIR,
    View(24, 21, 80, 0.72, 16),
    Shot("2026:03:14 10:44:52", (1, 160), 8.0, 200, 80.0),
    meter_level=196,
    wide=True,
)
BOX = Photo(
    "box",
    "printed tea carton on a busy wooden table: plant, books, cups behind; GPS position in the EXIF data",
    (1600, 1200),
    hardware.tea_box,
    tea_table,
    (
        Light(-48, 34, 2.4, (1.8, 2.2), 2.8, (1.0, 0.97, 0.92)),
        Light(60, 35, 0.45, (2.0, 2.0), 2.8, (0.92, 0.96, 1.0)),
        Light(-150, 40, 1.6, (2.2, 2.2), 3.4, (1.0, 0.95, 0.88)),
    ),
    View(0, 11, 70, 0.66, 6.3, 0.01),
    Shot("2026:03:15 09:12:40", (1, 60), 5.6, 400, 70.0, gps=(0.021, 0.034)),
    samples=20,
    ambient=(0.32, 0.33, 0.35),
    meter_on="product",
    meter_level=120,
    meter_percentile=60,
    warmth=0.02,
)
LAMP_SWEEP = paper((0.62, 0.62, 0.62), (0.60, 0.60, 0.605))
LAMP_MAIN = Photo(
    "lamp/lamp_main",
    "sage green desk lamp, whole, light-grey sweep",
    (1200, 1600),
    hardware.lamp,
    LAMP_SWEEP,
    SOFT_PAIR,
    View(14, 9, 85, 0.72, 16),
    Shot("2026:03:16 14:20:03", (1, 125), 8.0, 200, 85.0),
    meter_level=180,
)
LAMP_1 = Photo(
    "lamp/lamp_1",
    "the same lamp from the other side and higher, same sweep",
    (1200, 1600),
    hardware.lamp,
    LAMP_SWEEP,
    SOFT_PAIR,
    View(-42, 20, 85, 0.70, 16),
    Shot("2026:03:16 14:20:41", (1, 125), 8.0, 200, 85.0),
    meter_level=180,
)
LAMP_2 = Photo(
    "lamp/lamp_2",
    "the lamp in use: switched on, on a wooden desk in the evening, with notebook, plant and cup",
    (1600, 1200),
    lambda: hardware.lamp(220.0),
    desk_evening,
    (Light(-70, 35, 0.5, (1.6, 1.8), 2.4, (0.75, 0.85, 1.0)), Light(150, 40, 0.5, (1.5, 1.5), 2.4, (0.8, 0.88, 1.0))),
    View(24, 10, 55, 0.32, 4.0, -0.2, 0.03),
    Shot("2026:03:16 18:47:19", (1, 50), 2.8, 800, 70.0),
    ambient=(0.05, 0.06, 0.08),
    meter_on="all",
    meter_level=105,
    meter_percentile=60,
    grain=2.6,
    samples=16,
    has_matte=False,
    crop_to=head_only,
)
PHOTOS = (MUG, BOTTLE, VASE, CASE, BASKET, BOX, LAMP_MAIN, LAMP_1, LAMP_2)


def stage(photo: Photo, threads: int) -> list[Any]:
    """Build product, surroundings, lights and camera; returns the product's objects."""
    studio.reset(threads, photo.ambient)
    product = photo.product()
    points = studio.world_points(product)
    size = float(np.ptp(points, axis=0).max())
    centre = (points.min(axis=0) + points.max(axis=0)) / 2
    photo.scenery(size)
    for light in photo.lights:
        studio.softbox(light, size, centre)
    studio.frame(photo.view, photo.crop_to(product), photo.pixels)
    return product
