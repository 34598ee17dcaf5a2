"""Mesh builders for the sample photos: lathes, lofts, tubes, rounded boxes. One unit is 10 cm."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Sequence

import bmesh
import bpy
import numpy as np

Corner = tuple[float, float] | tuple[float, float, float]
Materials = object  # a bpy material, or a list of them


def mesh_object(
    name: str,
    verts: np.ndarray,
    faces: Sequence[Sequence[int]],
    materials: Materials,
    uvs: np.ndarray | None = None,
    face_materials: Sequence[int] | None = None,
) -> object:
    """Link a smooth-shaded mesh object; `uvs` is per vertex."""
    mesh = bpy.data.meshes.new(name)
    mesh.from_pydata(np.asarray(verts, float).tolist(), [], [list(f) for f in faces])
    for material in materials if isinstance(materials, list) else [materials]:
        mesh.materials.append(material)
    if uvs is not None:
        layer = mesh.uv_layers.new(name="UVMap")
        index = np.zeros(len(mesh.loops), dtype=np.int32)
        mesh.loops.foreach_get("vertex_index", index)
        layer.data.foreach_set("uv", np.asarray(uvs, np.float32)[index].ravel())
    if face_materials is not None:
        mesh.polygons.foreach_set("material_index", np.asarray(face_materials, np.int32))
    mesh.polygons.foreach_set("use_smooth", np.ones(len(mesh.polygons), dtype=bool))
    mesh.update()
    obj = bpy.data.objects.new(name, mesh)
    bpy.context.scene.collection.objects.link(obj)
    return obj


def fillet(corners: Sequence[Corner], steps: int = 7) -> np.ndarray:
    """Turn a polyline whose corners carry a radius into a smooth polyline."""
    pts = np.array([c[:2] for c in corners], float)
    out = [pts[0]]
    for i in range(1, len(pts) - 1):
        radius = corners[i][2] if len(corners[i]) > 2 else 0.0  # type: ignore[misc]
        to_prev, to_next = pts[i - 1] - pts[i], pts[i + 1] - pts[i]
        len_prev, len_next = np.linalg.norm(to_prev), np.linalg.norm(to_next)
        if radius <= 0 or len_prev == 0 or len_next == 0:
            out.append(pts[i])
            continue
        to_prev, to_next = to_prev / len_prev, to_next / len_next
        half = math.acos(float(np.clip(to_prev @ to_next, -0.9999, 0.9999))) / 2
        cut = min(radius / math.tan(half), 0.49 * len_prev, 0.49 * len_next)
        start, end = pts[i] + to_prev * cut, pts[i] + to_next * cut
        for t in np.linspace(0, 1, steps + 1):
            # a rational quadratic curve through the two cut points is an exact circle arc
            w = math.sin(half)
            num = (1 - t) ** 2 * start + 2 * w * t * (1 - t) * pts[i] + t**2 * end
            out.append(num / ((1 - t) ** 2 + 2 * w * t * (1 - t) + t**2))
    out.append(pts[-1])
    return np.array(out)


def densify(line: np.ndarray, longest: float) -> np.ndarray:
    """Split segments of a polyline that are longer than `longest`."""
    out = [line[0]]
    for a, b in itertools.pairwise(line):
        count = max(1, math.ceil(float(np.linalg.norm(b - a)) / longest))
        out.extend(a + (b - a) * k / count for k in range(1, count + 1))
    return np.array(out)


def spline(points: Sequence[Sequence[float]], per_span: int = 12) -> np.ndarray:
    """Catmull-Rom curve through the points (any dimension)."""
    pts = np.array(points, float)
    pts = np.vstack([2 * pts[0] - pts[1], pts, 2 * pts[-1] - pts[-2]])
    out = []
    for i in range(1, len(pts) - 2):
        p0, p1, p2, p3 = pts[i - 1 : i + 3]
        for t in np.linspace(0, 1, per_span, endpoint=False):
            a, b = 2 * p0 - 5 * p1 + 4 * p2 - p3, -p0 + 3 * p1 - 3 * p2 + p3
            out.append(0.5 * (2 * p1 + (p2 - p0) * t + a * t * t + b * t**3))
    out.append(pts[-2])
    return np.array(out)


def skin(
    name: str,
    rings: np.ndarray,
    materials: Materials,
    *,
    wrap: bool = True,
    caps: bool = True,
    ring_material: Callable[[int], int] | None = None,
    uvs: np.ndarray | None = None,
) -> object:
    """Join rings of points (count, around, 3) into one surface of quads."""
    count, around = rings.shape[:2]
    faces: list[list[int]] = []
    picks: list[int] = []
    for i in range(count - 1):
        for j in range(around if wrap else around - 1):
            k = (j + 1) % around
            faces.append([i * around + j, i * around + k, (i + 1) * around + k, (i + 1) * around + j])
            picks.append(ring_material(i) if ring_material else 0)
    if caps and wrap:
        faces.append(list(range(around))[::-1])
        faces.append([(count - 1) * around + j for j in range(around)])
        picks += [picks[0], picks[-1]]
    flat_uv = None if uvs is None else uvs.reshape(-1, 2)
    return mesh_object(name, rings.reshape(-1, 3), faces, materials, flat_uv, picks)


def lathe(
    name: str,
    profile: np.ndarray,
    materials: Materials,
    segments: int = 160,
    ring_material: Callable[[int], int] | None = None,
    flute: Callable[[np.ndarray, float], np.ndarray] | None = None,
) -> object:
    """Spin a (radius, z) profile around z; `flute(angles, z)` adds to the radius."""
    angle = np.linspace(0, 2 * math.pi, segments, endpoint=False)
    rings = np.zeros((len(profile), segments, 3))
    for i, (radius, z) in enumerate(profile):
        r = radius + (flute(angle, float(z)) if flute else 0.0)
        rings[i] = np.stack([r * np.cos(angle), r * np.sin(angle), np.full(segments, z)], axis=1)
    return skin(name, rings, materials, ring_material=ring_material)


def rounded_rect(half_x: float, half_y: float, corner: float, steps: int = 10) -> np.ndarray:
    """Points around a rectangle with round corners, counter-clockwise."""
    corner = max(min(corner, half_x, half_y), 1e-4)
    out = []
    for k, (sx, sy) in enumerate([(1, 1), (-1, 1), (-1, -1), (1, -1)]):
        for t in np.linspace(0, math.pi / 2, steps + 1):
            a = k * math.pi / 2 + t
            out.append((sx * (half_x - corner) + corner * math.cos(a), sy * (half_y - corner) + corner * math.sin(a)))
    return np.array(out)


def loft_box(name: str, size: tuple[float, float], corner: float, profile: np.ndarray, materials: Materials) -> object:
    """Stack rounded rectangles: the profile lists (inset, z)."""
    rings = []
    for inset, z in profile:
        ring = rounded_rect(size[0] / 2 - inset, size[1] / 2 - inset, corner - inset)
        rings.append(np.column_stack([ring, np.full(len(ring), z)]))
    obj = skin(name, np.array(rings), materials)
    weigh_normals(obj)
    return obj


def sweep_tube(name: str, path: np.ndarray, radii: np.ndarray, materials: Materials, sides: int = 28) -> object:
    """Sweep an ellipse along a path; radii are (sideways, in the path's plane) for every point."""
    path = np.asarray(path, float)
    tangent = np.gradient(path, axis=0)
    tangent /= np.linalg.norm(tangent, axis=1, keepdims=True)
    plane = np.cross(path[len(path) // 2] - path[0], path[-1] - path[0])
    if np.linalg.norm(plane) < 1e-6:
        plane = np.cross(tangent[0], [0.31, 0.52, 0.79])
    side = plane / np.linalg.norm(plane)
    turn = np.linspace(0, 2 * math.pi, sides, endpoint=False)
    rings = []
    for p, t, (r_side, r_up) in zip(path, tangent, radii, strict=True):
        up = np.cross(t, side)
        up /= np.linalg.norm(up)
        rings.append(p + np.outer(np.cos(turn) * r_side, side) + np.outer(np.sin(turn) * r_up, up))
    return skin(name, np.array(rings), materials)


def wire(name: str, points: np.ndarray, radius: float, material: object, cyclic: bool = False) -> object:
    """A round wire along a polyline."""
    curve = bpy.data.curves.new(name, "CURVE")
    curve.dimensions = "3D"
    curve.bevel_depth, curve.bevel_resolution, curve.use_fill_caps = radius, 5, True
    line = curve.splines.new("POLY")
    line.points.add(len(points) - 1)
    line.points.foreach_set("co", np.column_stack([points, np.ones(len(points))]).astype(np.float32).ravel())
    line.use_cyclic_u, line.use_smooth = cyclic, True
    curve.materials.append(material)
    obj = bpy.data.objects.new(name, curve)
    bpy.context.scene.collection.objects.link(obj)
    return obj


def weigh_normals(obj: object) -> None:
    """Keep big flat faces flat although everything is smooth-shaded."""
    modifier = obj.modifiers.new("normals", "WEIGHTED_NORMAL")
    modifier.weight = 80


def box(
    name: str, size: Sequence[float], at: Sequence[float], material: object, bevel: float = 0.02, turn: float = 0.0
) -> object:
    """A box with round edges, centred on `at`, turned about z (degrees)."""
    mesh = bpy.data.meshes.new(name)
    work = bmesh.new()
    bmesh.ops.create_cube(work, size=1.0)
    bmesh.ops.scale(work, vec=size, verts=work.verts)
    bevel = min(bevel, 0.49 * min(size))
    bmesh.ops.bevel(work, geom=work.edges[:], offset=bevel, segments=4, profile=0.5, affect="EDGES")
    work.to_mesh(mesh)
    work.free()
    mesh.polygons.foreach_set("use_smooth", np.ones(len(mesh.polygons), dtype=bool))
    mesh.materials.append(material)
    obj = bpy.data.objects.new(name, mesh)
    bpy.context.scene.collection.objects.link(obj)
    obj.location, obj.rotation_euler = at, (0, 0, math.radians(turn))
    weigh_normals(obj)
    return obj


def panel(name: str, corners: Sequence[Sequence[float]], material: object) -> object:
    """A flat picture: four corners, bottom left first, counter-clockwise."""
    uv = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], float)
    return mesh_object(name, np.array(corners, float), [[0, 1, 2, 3]], material, uv)


def arc_panel(
    name: str, radius: float, z: tuple[float, float], spread: float, facing: float, material: object
) -> object:
    """A picture wrapped on a cylinder: `spread` degrees wide, its middle at `facing` degrees."""
    turn = np.radians(np.linspace(facing - spread / 2, facing + spread / 2, 96))
    rings = np.zeros((2, 96, 3))
    uvs = np.zeros((2, 96, 2))
    for i in range(2):
        rings[i] = np.stack([radius * np.cos(turn), radius * np.sin(turn), np.full(96, z[i])], axis=1)
        uvs[i] = np.stack([np.linspace(0, 1, 96), np.full(96, float(i))], axis=1)
    return skin(name, rings, material, wrap=False, uvs=uvs)


def place(objects: Sequence[object], at: Sequence[float] = (0, 0, 0), turn: float = 0.0, scale: float = 1.0) -> None:
    """Move a whole group: scale, turn about z (degrees), then shift."""
    from mathutils import Matrix

    matrix = Matrix.Translation(at) @ Matrix.Rotation(math.radians(turn), 4, "Z") @ Matrix.Scale(scale, 4)
    bpy.context.view_layer.update()
    for obj in objects:
        obj.matrix_world = matrix @ obj.matrix_world
