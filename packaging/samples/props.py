"""What stands around the products: table, wall, books, plant, tea leaves, a notebook."""

# ruff: noqa: ANN401 - bpy comes without types

from __future__ import annotations

import math
import random
from typing import Any

import bpy
import numpy as np
import paints
import shapes
from mathutils import Euler, Matrix
from tableware import plain_cup

Place = tuple[float, float, float]


def table(depth: float = 14.0, width: float = 30.0, along: str = "X", plank: float = 1.5) -> None:
    """A table top of planks, its surface at z = 0."""
    boards = paints.wood("table", (0.13, 0.058, 0.024), (0.36, 0.19, 0.09), "X", 0.36)
    count = int(depth / plank)
    for k in range(count):
        y = -4.0 + plank * (k + 0.5)
        obj = shapes.box("plank", (width, plank - 0.008, 0.3), (0, y, -0.15), boards, 0.012)
        obj.rotation_euler = (0, 0, 0 if along == "X" else math.pi / 2)


def wall(y: float, near: tuple[float, float, float]) -> None:
    """A painted wall behind everything."""
    paint = paints.plain("wall", near, 0.8)
    shapes.panel("wall", [(-40, y, -10), (40, y, -10), (40, y, 30), (-40, y, 30)], paint)


def book(size: Place, at: Place, turn: float, colour: tuple[float, float, float], upright: bool = False) -> None:
    """A hardback: two boards, a spine and a block of pages. Size is (width, depth, thickness) lying down."""
    cover = paints.plain("cover", colour, 0.55)
    pages = paints.plain("pages", (0.72, 0.66, 0.53), 0.8)
    w, d, t = size
    parts = [
        shapes.box("pages", (w - 0.06, d - 0.08, t - 0.06), (0, 0.02, t / 2), pages, 0.01),
        shapes.box("board", (w, d, 0.035), (0, 0, 0.0175), cover, 0.012),
        shapes.box("board", (w, d, 0.035), (0, 0, t - 0.0175), cover, 0.012),
        shapes.box("spine", (w, 0.04, t), (0, -d / 2 + 0.02, t / 2), cover, 0.015),
    ]
    if upright:
        bpy.context.view_layer.update()
        for part in parts:
            part.matrix_world = (
                Matrix.Rotation(math.pi / 2, 4, "Y") @ Matrix.Translation((-w / 2, 0, 0)) @ part.matrix_world
            )
    shapes.place(parts, at, turn)


def books_lying(at: Place) -> None:
    """A small untidy stack."""
    z = at[2]
    rows = [((1.9, 1.35, 0.26), 4, (0.42, 0.09, 0.05)), ((1.75, 1.25, 0.20), -9, (0.72, 0.62, 0.42))]
    rows.append(((1.6, 1.15, 0.30), 7, (0.06, 0.15, 0.24)))
    for size, turn, colour in rows:
        book(size, (at[0], at[1], z), turn, colour)
        z += size[2]


def books_standing(at: Place, count: int = 9) -> None:
    """A row of upright books."""
    rng = random.Random(7)  # noqa: S311 - a layout, not a secret
    colours = [
        (0.05, 0.12, 0.2),
        (0.5, 0.12, 0.06),
        (0.62, 0.5, 0.3),
        (0.09, 0.2, 0.13),
        (0.66, 0.6, 0.5),
        (0.3, 0.07, 0.1),
    ]
    x = at[0]
    for k in range(count):
        thick = rng.uniform(0.18, 0.42)
        size = (rng.uniform(1.7, 2.4), 1.5, thick)
        book(size, (x, at[1], at[2]), 0, colours[(k * 5 + k // 3) % 6], upright=True)
        x += thick + 0.012


def leaf_blade(length: float, width: float, droop: float, paint: Any) -> Any:
    """One arching leaf growing from the origin along +x and up."""
    rows, cols = 22, 9
    rings = np.zeros((rows, cols, 3))
    for i, t in enumerate(np.linspace(0, 1, rows)):
        half = width * (math.sin(math.pi * t**0.75) ** 0.8 if 0 < t < 1 else 0.0) + 0.012 * (1 - t)
        angle = math.radians(75) - droop * t
        x = length * t * math.cos(math.radians(75) - droop * t * 0.6)
        z = length * t * math.sin(math.radians(75) - droop * t * 0.6)
        for j, s in enumerate(np.linspace(-1, 1, cols)):
            fold = 0.25 * half * abs(s)
            rings[i, j] = (x - fold * math.sin(angle), half * s, z + fold * math.cos(angle))
    return shapes.skin("leaf", rings, paint, wrap=False)


def plant(at: Place, scale: float = 1.0) -> None:
    """A leafy plant in a terracotta pot."""
    pot = paints.clay("terracotta", (0.50, 0.20, 0.10))
    soil = paints.clay("soil", (0.05, 0.03, 0.02))
    line = [(0.002, 0.0), (0.42, 0.0, 0.03), (0.58, 0.82), (0.62, 0.82, 0.02), (0.65, 1.08, 0.03), (0.58, 1.08, 0.02)]
    parts = [shapes.lathe("pot", shapes.fillet([*line, (0.54, 0.9), (0.002, 0.9)]), pot, 96)]
    parts.append(shapes.lathe("soil", np.array([(0.002, 0.94), (0.3, 0.96), (0.56, 0.93)]), soil, 48))
    rng = random.Random(3)  # noqa: S311 - a layout, not a secret
    for k in range(26):
        g = 0.75 + 0.5 * rng.random()
        green = paints.plain("leaf", (0.035 * g, 0.15 * g, 0.04 * g), 0.38, Subsurface_Weight=0.0)
        blade = leaf_blade(rng.uniform(1.2, 2.2), rng.uniform(0.14, 0.22), rng.uniform(0.3, 1.2), green)
        blade.matrix_world = Matrix.Translation((0, 0, 0.92)) @ Euler((0, 0, k * 2.4)).to_matrix().to_4x4()
        parts.append(blade)
    shapes.place(parts, at, 20, scale)


def cup(at: Place, turn: float, colour: tuple[float, float, float]) -> None:
    """A mug as a prop."""
    shapes.place(plain_cup(colour), at, turn)


def tea_leaves(at: Place, count: int = 150) -> None:
    """A spill of dry leaves: small twisted flakes lying on the table."""
    rng = random.Random(11)  # noqa: S311 - a layout, not a secret
    paint = [paints.plain("tea", c, 0.8) for c in ((0.035, 0.045, 0.02), (0.06, 0.07, 0.03), (0.05, 0.035, 0.02))]
    for k in range(count):
        far = abs(rng.gauss(0, 0.26))
        a = rng.uniform(0, 2 * math.pi)
        length = rng.uniform(0.05, 0.12)
        bend = rng.uniform(-0.03, 0.03)
        path = shapes.spline([(-length / 2, 0, 0.012), (0, bend, 0.02), (length / 2, 0, 0.012)], 5)
        t = np.linspace(-1, 1, len(path))
        radii = np.stack([0.011 * (1 - t * t) + 0.003, 0.006 * (1 - t * t) + 0.002], axis=1)
        flake = shapes.sweep_tube("tea", path, radii, paint[k % 3], 8)
        heap = 0.10 * math.exp(-((far / 0.2) ** 2)) * rng.random()
        spin = Euler((rng.uniform(-0.3, 0.3), 0, rng.uniform(0, 6.3))).to_matrix().to_4x4()
        where = (at[0] + 1.25 * far * math.cos(a), at[1] + far * math.sin(a), at[2] + heap)
        flake.matrix_world = Matrix.Translation(where) @ spin


def wooden_spoon(at: Place, turn: float) -> None:
    """A little scoop for the tea: a bowl and a handle."""
    paint = paints.wood("beech", (0.42, 0.25, 0.12), (0.70, 0.48, 0.27), "X", 0.5)
    bowl = shapes.lathe(
        "bowl",
        shapes.fillet(
            [
                (0.002, 0.0),
                (0.13, 0.02, 0.1),
                (0.2, 0.11, 0.01),
                (0.18, 0.11, 0.01),
                (0.12, 0.035, 0.08),
                (0.002, 0.02),
            ],
            8,
        ),
        paint,
        64,
    )
    path = shapes.spline([(0.17, 0, 0.095), (0.5, 0, 0.11), (1.0, 0, 0.10), (1.25, 0, 0.07)], 10)
    radii = np.tile([0.045, 0.024], (len(path), 1)) * np.linspace(0.8, 1.25, len(path))[:, None]
    shapes.place([bowl, shapes.sweep_tube("stick", path, radii, paint, 24)], at, turn)


def notebook(at: Place, turn: float) -> None:
    """An open-faced pad with a pencil on it."""
    book((1.6, 2.2, 0.14), at, turn, (0.10, 0.11, 0.14))
    paint = paints.plain("pencil", (0.72, 0.42, 0.04), 0.35)
    path = np.array([(-0.75, 0.1, 0.19), (0.8, 0.35, 0.19)])
    stick = shapes.sweep_tube(
        "pencil", shapes.densify(path, 0.2), np.tile([0.036, 0.036], (9, 1))[: len(shapes.densify(path, 0.2))], paint, 6
    )
    shapes.place([stick], at, turn)
