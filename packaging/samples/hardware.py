"""Hard case, wire basket, tea box and desk lamp."""

# ruff: noqa: ANN401 - bpy comes without types

from __future__ import annotations

import math
from typing import Any

import bpy
import numpy as np
import paints
import print_art
import shapes
from mathutils import Matrix, Vector


def case_latch(x: float, body: Any, pin: Any) -> list[Any]:
    """A two-part latch over the seam with its hinge pin."""
    y = -1.05
    parts = [
        shapes.box("latch", (0.36, 0.10, 0.46), (x, y - 0.035, 0.74), body, 0.035),
        shapes.box("latch tab", (0.28, 0.07, 0.16), (x, y - 0.085, 0.60), body, 0.03),
        shapes.box("latch groove", (0.30, 0.02, 0.025), (x, y - 0.084, 0.80), pin, 0.008),
    ]
    parts += [shapes.box("ear", (0.07, 0.12, 0.2), (x + s, y - 0.03, 0.90), body, 0.025) for s in (-0.225, 0.225)]
    parts.append(shapes.wire("pin", np.array([(x - 0.25, y - 0.055, 0.92), (x + 0.25, y - 0.055, 0.92)]), 0.028, pin))
    return parts


def case_handle(body: Any, grip: Any, pin: Any) -> list[Any]:
    """A folding handle, half raised: its hole is part of the outline."""
    path = shapes.fillet([(-0.46, 0.0), (-0.44, 0.40, 0.14), (0.44, 0.40, 0.14), (0.46, 0.0)], 10)
    path = shapes.densify(path, 0.03)
    tilt = math.radians(14)
    bar = np.stack([path[:, 0], -1.05 - path[:, 1] * math.cos(tilt), 0.5 - path[:, 1] * math.sin(tilt)], axis=1)
    radii = np.tile([0.045, 0.06], (len(bar), 1))
    parts = [shapes.sweep_tube("handle", bar, radii, body, 32)]
    middle = bar[np.abs(bar[:, 0]) < 0.27]
    ends = np.abs(middle[:, 0]) / 0.27
    swell = np.where(ends > 0.94, 0.92, 1.0)[:, None] * np.tile([0.07, 0.085], (len(middle), 1))
    parts.append(shapes.sweep_tube("grip", middle, swell, grip, 32))
    for x in (-0.46, 0.46):
        parts.append(shapes.box("lug", (0.14, 0.16, 0.2), (x, -1.06, 0.5), body, 0.035))
        parts.append(shapes.wire("pin", np.array([(x - 0.08, -1.10, 0.5), (x + 0.08, -1.10, 0.5)]), 0.03, pin))
    return parts


def case() -> list[Any]:
    """Black hard case, closed, two latches and a handle on the front."""
    body = paints.coated("shell", (0.014, 0.014, 0.015), 0.36, 0.005)
    grip = paints.coated("grip", (0.02, 0.02, 0.021), 0.55, 0.006)
    pin = paints.metal("pin", (0.55, 0.55, 0.56), 0.3)
    low = [
        (0.5, 0.0),
        (0.13, 0.0, 0.03),
        (0.06, 0.07, 0.06),
        (0.035, 0.62, 0.01),
        (0.0, 0.65, 0.012),
        (0.0, 0.735, 0.014),
    ]
    low += [(0.03, 0.745, 0.006), (0.03, 0.765)]
    high = [
        (0.03, 0.755),
        (0.03, 0.77, 0.004),
        (0.0, 0.78, 0.014),
        (0.0, 0.86, 0.014),
        (0.035, 0.89, 0.02),
        (0.06, 1.14, 0.05),
    ]
    high += [(0.12, 1.2, 0.05), (0.27, 1.2, 0.012), (0.29, 1.175, 0.012), (0.36, 1.175)]
    objects = [
        shapes.loft_box("lower shell", (2.8, 2.1), 0.28, shapes.fillet(low, 8), body),
        shapes.loft_box("lid", (2.8, 2.1), 0.28, shapes.fillet(high, 8), body),
    ]
    objects += [shapes.box("lid rib", (0.34, 1.36, 0.05), (x, 0, 1.19), body, 0.022) for x in (-0.62, 0.62)]
    objects += [shapes.box("front rib", (0.12, 0.06, 0.48), (x, -1.0, 0.33), body, 0.025) for x in (-1.12, 1.12)]
    feet = [(x, y, 0.33) for y in (-0.5, 0.0, 0.5) for x in (-1.35, 1.35)]
    objects += [shapes.box("side rib", (0.06, 0.12, 0.48), at, body, 0.025) for at in feet]
    for x in (-0.88, 0.88):
        objects += case_latch(x, body, pin)
    objects += case_handle(body, grip, pin)
    badge = paints.printed("badge", print_art.case_badge(), 0.35)
    objects.append(shapes.box("badge base", (0.62, 0.2, 0.02), (0, 0.0, 1.18), body, 0.008))
    z = 1.1915
    objects.append(shapes.panel("badge", [(-0.3, -0.08, z), (0.3, -0.08, z), (0.3, 0.08, z), (-0.3, 0.08, z)], badge))
    shapes.place(objects, turn=0)
    return objects


def basket_ring(z: float, steps: int = 14) -> np.ndarray:
    """Outline of the tapering basket at height z."""
    t = z / 1.5
    flat = shapes.rounded_rect(1.28 + 0.30 * t, 0.82 + 0.26 * t, 0.30 + 0.06 * t, steps)
    return np.column_stack([flat, np.full(len(flat), z)])


def basket_ribs(paint: Any) -> list[Any]:
    """U-shaped wires under the basket, both ways, and the ones around the corners."""
    parts = []
    low, high = 0.055, 1.5
    for u in np.linspace(-0.96, 0.96, 15):
        line = [(-1.08, high), (-0.83, low, 0.1), (0.83, low, 0.1), (1.08, high)]
        yz = shapes.fillet(line, 8)
        x = u * (1.0 + 0.27 * (yz[:, 1] - low) / (high - low))
        parts.append(shapes.wire("rib", np.column_stack([x, yz]), 0.02, paint))
    for u in np.linspace(-0.50, 0.50, 8):
        xz = shapes.fillet([(-1.58, high), (-1.29, low + 0.04, 0.1), (1.29, low + 0.04, 0.1), (1.58, high)], 8)
        y = u * (1.0 + 0.4 * (xz[:, 1] - low) / (high - low))
        parts.append(shapes.wire("rib", np.column_stack([xz[:, 0], y, xz[:, 1]]), 0.02, paint))
    rows = [basket_ring(z) for z in (low, high)]
    for corner in range(4):
        for k in (3, 7, 11):
            index = corner * 15 + k
            parts.append(shapes.wire("corner", np.array([rows[0][index], rows[1][index]]), 0.02, paint))
    return parts


def basket() -> list[Any]:
    """Wire basket in a saturated red with two wooden grips."""
    paint = paints.coated("red", (0.74, 0.022, 0.008), 0.3, 0.001)
    oak = paints.wood("oak", (0.28, 0.13, 0.05), (0.62, 0.36, 0.17), "Y", 0.45)
    objects = basket_ribs(paint)
    for z, radius in ((0.035, 0.035), (0.40, 0.026), (0.76, 0.026), (1.12, 0.026), (1.5, 0.05)):
        objects.append(shapes.wire("ring", basket_ring(z), radius, paint, cyclic=True))
    for side in (-1, 1):
        arc = shapes.fillet([(-0.36, 0.0), (-0.34, 0.46, 0.16), (0.34, 0.46, 0.16), (0.36, 0.0)], 10)
        lean = 0.16
        path = np.stack([side * (1.58 + lean * arc[:, 1]), arc[:, 0], 1.5 + arc[:, 1]], axis=1)
        objects.append(shapes.wire("handle", path, 0.032, paint))
        profile = shapes.fillet(
            [(0.002, -0.2), (0.075, -0.2, 0.03), (0.088, 0.0, 0.3), (0.075, 0.2, 0.03), (0.002, 0.2)], 8
        )
        grip = shapes.lathe("grip", profile, oak, 64)
        where = (side * (1.58 + lean * 0.46), 0, 1.96)
        grip.matrix_world = Matrix.Translation(where) @ Matrix.Rotation(math.pi / 2, 4, "X")
        objects.append(grip)
    return objects


def tea_box() -> list[Any]:
    """Printed carton: front, two sides and a tuck-in lid."""
    kraft = paints.clay("board", (0.52, 0.36, 0.22))
    w, d, h = 0.9, 0.6, 1.6
    edge, gap = 0.008, 0.0015
    front = paints.printed("front", print_art.tea_front(), 0.42)
    side = paints.printed("side", print_art.tea_side(), 0.42)
    top = paints.printed("top", print_art.tea_top(), 0.42)
    x, y, e = w / 2, d / 2, edge
    f, s, t = -y - gap, x + gap, h + gap
    objects = [
        shapes.box("carton", (w, d, h), (0, 0, h / 2), kraft, 0.012),
        shapes.panel("front", [(-x + e, f, e), (x - e, f, e), (x - e, f, h - e), (-x + e, f, h - e)], front),
        shapes.panel("right", [(s, -y + e, e), (s, y - e, e), (s, y - e, h - e), (s, -y + e, h - e)], side),
        shapes.panel("left", [(-s, y - e, e), (-s, -y + e, e), (-s, -y + e, h - e), (-s, y - e, h - e)], side),
        shapes.panel(
            "top", [(-x + e, -y + 0.02, t), (x - e, -y + 0.02, t), (x - e, y - e, t), (-x + e, y - e, t)], top
        ),
    ]
    seam = paints.plain("seam", (0.01, 0.02, 0.015), 0.9)
    objects.append(shapes.box("tuck seam", (w - 0.03, 0.006, 0.004), (0, -y + 0.017, h + 0.001), seam, 0.001))
    shapes.place(objects, turn=26)
    return objects


def joint(at: tuple[float, float, float], radius: float, width: float, knob: Any, paint: Any) -> list[Any]:
    """A round hinge with its axis along y and a brass knob in front."""
    disc = shapes.fillet([(0.002, -width), (radius, -width, 0.02), (radius, width, 0.02), (0.002, width)], 6)
    cap = shapes.fillet([(0.002, 0.0), (radius * 0.62, 0.0), (radius * 0.62, 0.07, 0.015), (0.002, 0.07)], 6)
    parts = [shapes.lathe("hinge", disc, paint, 64), shapes.lathe("knob", cap, knob, 64)]
    upright = Matrix.Translation(at) @ Matrix.Rotation(math.pi / 2, 4, "X")
    parts[0].matrix_world = upright
    parts[1].matrix_world = upright @ Matrix.Translation((0, 0, width - 0.005))
    return parts


def lamp_head(paint: Any, brass: Any, bulb: Any) -> list[Any]:
    """Bell shade (opening along -z, its neck at the origin), white inside, with a frosted bulb."""
    white = paints.plain("inside", (0.82, 0.80, 0.76), 0.45)
    line = [(0.002, 0.0), (0.10, 0.0, 0.03), (0.125, -0.12)]
    bell = shapes.spline(
        [(0.125, -0.12), (0.20, -0.2), (0.34, -0.36), (0.46, -0.56), (0.55, -0.76), (0.605, -0.91)], 12
    )
    neck = shapes.fillet(line, 8)
    inner = bell[::-1] - (0.016, 0.0)
    rim = [(0.612, -0.93), (0.606, -0.937), (0.598, -0.937), (0.592, -0.93)]
    profile = shapes.densify(np.vstack([neck, bell[1:], rim, inner, [(0.002, -0.14)]]), 0.03)
    turn = int(np.argmin(profile[:, 1]))
    shade = shapes.lathe("shade", profile, [paint, white], 160, lambda ring: 0 if ring <= turn else 1)
    socket = shapes.lathe(
        "socket", shapes.fillet([(0.002, -0.15), (0.1, -0.15), (0.1, -0.34, 0.02), (0.002, -0.34)]), brass, 64
    )
    globe = shapes.spline(
        [(0.002, -0.76), (0.12, -0.73), (0.185, -0.62), (0.17, -0.5), (0.10, -0.38), (0.08, -0.33)], 8
    )
    collar = shapes.lathe("collar", shapes.fillet([(0.002, 0.09), (0.07, 0.09, 0.02), (0.07, -0.01)], 6), brass, 64)
    return [shade, socket, shapes.lathe("bulb", globe, bulb, 96), collar]


def bulb_light(inside: Any, watts: float) -> None:
    """A warm point light that moves with the bulb."""
    data = bpy.data.lights.new("bulb light", "POINT")
    data.energy, data.color, data.shadow_soft_size = watts, (1.0, 0.74, 0.45), 0.15
    obj = bpy.data.objects.new("bulb light", data)
    bpy.context.scene.collection.objects.link(obj)
    obj.parent, obj.location = inside, (0, 0, -0.56)
    obj.visible_camera = False


def rod(a: np.ndarray, b: np.ndarray, radius: float, paint: Any) -> Any:
    """A straight tube."""
    return shapes.wire("rod", np.array([a, b]), radius, paint)


def lamp(lit: float = 0.6, pitch: float = -24.0) -> list[Any]:
    """Desk lamp in sage green with brass knobs; above 5 `lit` is the watts of the bulb."""
    paint = paints.coated("sage", (0.15, 0.25, 0.18), 0.36, 0.0008)
    brass = paints.metal("brass", (0.80, 0.55, 0.24), 0.22)
    bulb = paints.glow("bulb", (1.0, 0.84, 0.62), min(lit, 12.0))
    foot = [(0.002, 0.0), (0.70, 0.0, 0.02), (0.72, 0.02, 0.02), (0.72, 0.12, 0.05), (0.20, 0.16, 0.05), (0.002, 0.165)]
    objects = [shapes.lathe("base", shapes.fillet(foot, 10), paint, 160)]
    root, elbow, wrist = (-0.25, 0.0, 0.36), (-0.95, 0.0, 1.95), (0.55, 0.0, 3.05)
    post = shapes.fillet([(0.002, 0.1), (0.13, 0.1), (0.1, 0.2, 0.06), (0.075, 0.3), (0.002, 0.3)], 6)
    objects.append(shapes.lathe("post", post, paint, 64))
    objects[-1].location = (root[0], 0, 0)
    touch = shapes.lathe(
        "button", shapes.fillet([(0.002, 0.15), (0.09, 0.15), (0.09, 0.185, 0.012), (0.002, 0.19)], 6), brass, 64
    )
    touch.location = (0.36, 0.0, 0.0)
    objects.append(touch)
    objects += (
        joint(root, 0.12, 0.085, brass, paint)
        + joint(elbow, 0.13, 0.10, brass, paint)
        + joint(wrist, 0.1, 0.08, brass, paint)
    )
    for a, b, gap in ((root, elbow, 0.045), (elbow, wrist, 0.06)):
        for side in (-gap, gap):
            shift = np.array([0, side, 0])
            objects.append(rod(np.array(a) + shift, np.array(b) + shift, 0.026, paint))
    tail = np.array(elbow) + (np.array(elbow) - np.array(wrist)) * 0.13
    objects.append(rod(np.array(elbow), tail, 0.03, paint))
    weight = shapes.fillet([(0.002, -0.16), (0.1, -0.16, 0.03), (0.1, 0.16, 0.03), (0.002, 0.16)], 6)
    ball = shapes.lathe("counterweight", weight, brass, 64)
    along = Vector(np.array(elbow) - np.array(wrist)).to_track_quat("Z", "Y").to_matrix().to_4x4()
    ball.matrix_world = Matrix.Translation(tail.tolist()) @ along
    objects.append(ball)
    head = lamp_head(paint, brass, bulb)
    if lit > 5:
        bulb_light(head[2], lit)
    tip = Matrix.Translation((wrist[0] + 0.06, 0, wrist[2] - 0.12)) @ Matrix.Rotation(math.radians(pitch), 4, "Y")
    for part in head:
        part.matrix_world = tip
    head[2].visible_shadow = False
    return objects + head
