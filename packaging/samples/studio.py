"""The virtual studio: backdrop sweep, softboxes, camera framing, photo and matte renders (Cycles on the CPU)."""

# ruff: noqa: ANN401 - bpy comes without types

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import bpy
import numpy as np
import paints
import shapes
from mathutils import Matrix, Vector


@dataclass(frozen=True)
class View:
    """Where the camera stands; it moves back until the product fills `fill` of the frame."""

    turn: float  # degrees around the product, 0 is its front
    tilt: float  # degrees above the horizon
    lens: float = 85.0  # full-frame millimetres
    fill: float = 0.62  # largest of product width / frame width and product height / frame height
    stop: float = 14.0  # f-number
    drop: float = 0.02  # product centre below the frame centre, in frame heights
    aside: float = 0.0  # product centre right of the frame centre, in frame widths


@dataclass(frozen=True)
class Light:
    """A softbox: direction in degrees as for View, distance and size relative to the product."""

    turn: float
    tilt: float
    power: float
    size: tuple[float, float] = (1.6, 1.6)
    far: float = 2.6
    colour: tuple[float, float, float] = (1.0, 1.0, 1.0)


def reset(threads: int, ambient: Sequence[float] = (0.5, 0.5, 0.5)) -> None:
    """Start an empty scene with an even ambient light."""
    bpy.ops.wm.read_factory_settings(use_empty=True)
    scene = bpy.context.scene
    scene.render.engine = "CYCLES"
    scene.cycles.device = "CPU"
    scene.render.threads_mode, scene.render.threads = "FIXED", threads
    scene.world = bpy.data.worlds.new("world")
    scene.world.use_nodes = True
    tree = scene.world.node_tree
    background = next((n for n in tree.nodes if n.type == "BACKGROUND"), None)
    if background is None:
        background = tree.nodes.new("ShaderNodeBackground")
        out = tree.nodes.new("ShaderNodeOutputWorld")
        tree.links.new(background.outputs[0], out.inputs[0])
    background.inputs[0].default_value = (*ambient, 1.0)


def sweep(size: float, material: Any) -> None:
    """An infinity cove: floor, curve, wall, as one sheet of paper."""
    line = shapes.fillet([(-9 * size, 0), (3.6 * size, 0, 2.4 * size), (4.6 * size, 9 * size)], 40)
    length = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
    rings = np.zeros((len(line), 2, 3))
    uvs = np.zeros((len(line), 2, 2))
    for i, (y, z) in enumerate(line):
        rings[i] = [(-14 * size, y, z), (14 * size, y, z)]
        uvs[i, :, 1] = length[i] / length[-1]
    shapes.skin("sweep", rings, material, wrap=False, uvs=uvs)


def towards(turn: float, tilt: float) -> np.ndarray:
    """Unit vector from the product to a viewer at these angles."""
    a, e = math.radians(turn), math.radians(tilt)
    return np.array([math.sin(a) * math.cos(e), -math.cos(a) * math.cos(e), math.sin(e)])


def aim(obj: Any, at: np.ndarray, target: np.ndarray) -> None:
    """Stand `obj` at `at`, its -z axis towards the target, its x axis level."""
    look = Vector((target - at).tolist())
    obj.matrix_world = Matrix.Translation(at.tolist()) @ look.to_track_quat("-Z", "Y").to_matrix().to_4x4()


def softbox(light: Light, size: float, centre: np.ndarray) -> None:
    """Hang one area light; the camera itself never sees it."""
    data = bpy.data.lights.new("softbox", "AREA")
    data.shape, data.size, data.size_y = "RECTANGLE", light.size[0] * size, light.size[1] * size
    distance = light.far * size
    data.energy, data.color = 40.0 * light.power * distance**2, light.colour
    obj = bpy.data.objects.new("softbox", data)
    bpy.context.scene.collection.objects.link(obj)
    obj.visible_camera = False
    aim(obj, centre + towards(light.turn, light.tilt) * distance, centre)


def card(
    turn: float, size: float, centre: np.ndarray, shape: tuple[float, float], far: float, level: float = 0.0
) -> None:
    """A black or white card beside the product, seen only in reflections and through glass."""
    obj = shapes.box("card", (shape[0] * size, 0.02, shape[1] * size), (0, 0, 0), paints.glow("card", (1, 1, 1), level))
    at = centre + towards(turn, 0) * far * size
    obj.matrix_world = Matrix.Translation(at.tolist()) @ Matrix.Rotation(math.radians(turn), 4, "Z")
    obj.visible_camera = obj.visible_shadow = obj.visible_diffuse = False


def world_points(objects: Sequence[Any]) -> np.ndarray:
    """All evaluated vertices of the objects, in world space."""
    depsgraph = bpy.context.evaluated_depsgraph_get()
    out = []
    for obj in objects:
        mesh_owner = obj.evaluated_get(depsgraph)
        mesh = mesh_owner.to_mesh()
        flat = np.zeros(len(mesh.vertices) * 3, np.float32)
        mesh.vertices.foreach_get("co", flat)
        matrix = np.array(obj.matrix_world)
        out.append(flat.reshape(-1, 3) @ matrix[:3, :3].T + matrix[:3, 3])
        mesh_owner.to_mesh_clear()
    return np.concatenate(out)


def frame(view: View, objects: Sequence[Any], pixels: tuple[int, int]) -> float:
    """Set up the camera; returns its distance to the product in units."""
    bpy.context.view_layer.update()
    points = world_points(objects)
    back = towards(view.turn, view.tilt)
    right = np.cross(-back, [0, 0, 1.0])
    right /= np.linalg.norm(right)
    up = np.cross(right, -back)
    shape = np.array(pixels) / max(pixels)
    goal = np.array([view.aside, -view.drop]) * shape
    target, distance = points.mean(axis=0), 8.0 * float(np.ptp(points, axis=0).max())
    for _ in range(40):
        rel = points - (target + back * distance)
        seen = np.stack([rel @ right, rel @ up], axis=1) / (rel @ -back)[:, None] * view.lens / 36.0
        low, high = seen.min(axis=0), seen.max(axis=0)
        shift = ((low + high) / 2 - goal) * distance * 36.0 / view.lens
        target = target + right * shift[0] + up * shift[1]
        distance *= float(((high - low) / shape).max()) / view.fill
    data = bpy.data.cameras.new("camera")
    camera = bpy.data.objects.new("camera", data)
    bpy.context.scene.collection.objects.link(camera)
    bpy.context.scene.camera = camera
    at = target + back * distance
    aim(camera, at, target)
    data.sensor_width, data.lens, data.clip_end = 36.0, view.lens, 1000.0
    depth = np.percentile((points - at) @ -back, 25)
    data.dof.use_dof, data.dof.focus_distance = True, float(depth)
    data.dof.aperture_fstop = view.stop / 10.0  # the scene is ten times life size in metres
    return distance


def render(path: Path, pixels: tuple[int, int], samples: int, noise: float) -> np.ndarray:
    """Render to an EXR and read it back as float RGBA, top row first."""
    scene = bpy.context.scene
    scene.render.resolution_x, scene.render.resolution_y, scene.render.resolution_percentage = *pixels, 100
    scene.render.image_settings.file_format = "OPEN_EXR"
    scene.render.image_settings.color_mode, scene.render.image_settings.color_depth = "RGBA", "32"
    scene.cycles.samples, scene.cycles.adaptive_threshold = samples, noise
    scene.cycles.use_adaptive_sampling = True
    scene.render.filepath = str(path)
    bpy.ops.render.render(write_still=True)
    image = bpy.data.images.load(str(path))
    flat = np.zeros(pixels[0] * pixels[1] * 4, np.float32)
    image.pixels.foreach_get(flat)
    bpy.data.images.remove(image)
    return flat.reshape(pixels[1], pixels[0], 4)[::-1].copy()


def photo(path: Path, pixels: tuple[int, int], samples: int) -> np.ndarray:
    """The picture itself, denoised, linear RGB."""
    scene = bpy.context.scene
    cycles = scene.cycles
    cycles.use_denoising, cycles.denoiser = True, "OPENIMAGEDENOISE"
    cycles.denoising_input_passes, cycles.denoising_prefilter = "RGB_ALBEDO_NORMAL", "FAST"
    cycles.max_bounces, cycles.transmission_bounces, cycles.transparent_max_bounces = 10, 10, 12
    cycles.diffuse_bounces, cycles.glossy_bounces = 4, 4
    cycles.sample_clamp_indirect, cycles.caustics_reflective, cycles.caustics_refractive = 6.0, False, False
    cycles.blur_glossy = 0.5
    return render(path, pixels, samples, 0.02)[..., :3]


def matte(path: Path, pixels: tuple[int, int], samples: int, objects: Sequence[Any]) -> np.ndarray:
    """Exact coverage of the product: everything else hidden, every surface opaque white."""
    scene = bpy.context.scene
    for obj in scene.objects:
        if obj.type != "CAMERA":
            obj.hide_render = obj not in objects
    scene.render.film_transparent = True
    scene.cycles.use_denoising = False
    bpy.context.view_layer.material_override = paints.glow("matte", (1, 1, 1), 1.0)
    return np.clip(render(path, pixels, samples, 0.01)[..., 3], 0, 1)
