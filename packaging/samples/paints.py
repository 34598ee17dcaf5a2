"""Procedural Cycles materials for the sample photos."""

# ruff: noqa: ANN401 - bpy comes without types

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import bpy
import numpy as np
from PIL import Image

Rgb = Sequence[float]


class Graph:
    """A material under construction: `add` makes a node, sets or links its inputs."""

    def __init__(self, name: str) -> None:
        self.material = bpy.data.materials.new(name)
        self.material.use_nodes = True
        self.tree = self.material.node_tree
        self.tree.nodes.clear()
        self.output = self.tree.nodes.new("ShaderNodeOutputMaterial")

    def add(self, kind: str, inputs: dict[Any, Any] | None = None, **settings: Any) -> Any:
        """Make a node; an input value may be a number, a colour or another node's output."""
        node = self.tree.nodes.new("ShaderNode" + kind)
        for key, value in settings.items():
            setattr(node, key, value)
        for key, value in (inputs or {}).items():
            self.set(node.inputs[key], value)
        return node

    def set(self, socket: Any, value: Any) -> None:
        """Link the socket, or give it a constant."""
        if isinstance(value, bpy.types.NodeSocket):
            self.tree.links.new(value, socket)
        elif isinstance(value, list | tuple) and len(value) == 3 and socket.type == "RGBA":
            socket.default_value = (*value, 1.0)
        else:
            socket.default_value = value

    def noise(
        self, scale: float, stretch: Sequence[float] = (1, 1, 1), detail: float = 3.0, kind: str = "Object"
    ) -> Any:
        """Fractal noise over object space, as a 0..1 socket."""
        where = self.add("TexCoord").outputs[kind]
        moved = self.add("Mapping", {"Vector": where, "Scale": tuple(stretch)})
        return self.add("TexNoise", {"Vector": moved.outputs[0], "Scale": scale, "Detail": detail}).outputs[0]

    def ramp(self, value: Any, stops: Sequence[tuple[float, Rgb]]) -> Any:
        """Map a 0..1 socket to colours."""
        node = self.add("ValToRGB", {"Fac": value})
        elements = node.color_ramp.elements
        while len(elements) < len(stops):
            elements.new(0.5)
        for element, (position, colour) in zip(elements, stops, strict=True):
            element.position, element.color = position, (*colour, 1.0)
        return node.outputs[0]

    def mix(self, factor: Any, a: Any, b: Any, blend: str = "MIX") -> Any:
        """Mix two colours."""
        node = self.add("Mix", data_type="RGBA", blend_type=blend)
        for index, value in ((0, factor), (6, a), (7, b)):
            self.set(node.inputs[index], value)
        return node.outputs[2]

    def bump(self, height: Any, distance: float, strength: float = 1.0) -> Any:
        """A bumped normal."""
        return self.add("Bump", {"Height": height, "Distance": distance, "Strength": strength}).outputs[0]

    def surface(self, **inputs: Any) -> Any:
        """Finish with a Principled BSDF; keyword names use underscores for spaces."""
        named = {key.replace("_", " "): value for key, value in inputs.items()}
        shader = self.add("BsdfPrincipled", named)
        self.tree.links.new(shader.outputs[0], self.output.inputs[0])
        return self.material


def plain(name: str, colour: Rgb, rough: float = 0.5, **more: Any) -> Any:
    """One colour."""
    return Graph(name).surface(Base_Color=tuple(colour), Roughness=rough, **more)


def coated(name: str, colour: Rgb, rough: float = 0.38, grain: float = 0.004) -> Any:
    """Powder-coated metal or moulded plastic: a fine grain in the surface."""
    g = Graph(name)
    normal = g.bump(g.noise(90.0, detail=2.0), grain)
    return g.surface(Base_Color=tuple(colour), Roughness=rough, Normal=normal)


def metal(name: str, colour: Rgb, rough: float = 0.25) -> Any:
    """Brushed metal with a little uneven roughness."""
    g = Graph(name)
    uneven = g.ramp(g.noise(14.0), [(0.3, (rough * 0.8,) * 3), (0.7, (rough * 1.25,) * 3)])
    return g.surface(Base_Color=tuple(colour), Metallic=1.0, Roughness=uneven)


def glaze(name: str, low: Rgb, high: Rgb, fleck: Rgb, top: float, rim: Rgb | None = None) -> Any:
    """Reactive stoneware glaze: a gradient up to height `top`, flecks, a thin rim where the clay shows through."""
    g = Graph(name)
    height = g.add("SeparateXYZ", {"Vector": g.add("TexCoord").outputs["Object"]}).outputs[2]
    wander = g.add("Math", {0: g.noise(3.0, (1, 1, 0.6), 6.0), 1: 0.5}, operation="SUBTRACT").outputs[0]
    soft = g.add("Math", {0: wander, 1: 0.5 * top, 2: height}, operation="MULTIPLY_ADD").outputs[0]
    level = g.add("Math", {0: soft, 1: top}, operation="DIVIDE").outputs[0]
    stops = [(0.1, low), (0.75, high)]
    base = g.ramp(level, [*stops, (1.0, high)] if rim is None else [*stops, (0.93, high), (1.02, rim)][:4])
    flecks = g.ramp(g.noise(34.0, detail=1.0), [(0.66, (0, 0, 0)), (0.71, (1, 1, 1))])
    colour = g.mix(g.add("Math", {0: flecks, 1: 0.6}, operation="MULTIPLY").outputs[0], base, tuple(fleck))
    if rim is not None:
        edge = g.add("MapRange", {"Value": height, "From Min": top * 0.965, "From Max": top}).outputs[0]
        colour = g.mix(edge, colour, tuple(rim))
    peel = g.bump(g.noise(7.0, detail=2.0), 0.012, 0.5)
    return g.surface(Base_Color=colour, Roughness=0.16, Normal=peel, Coat_Weight=0.6, Coat_Roughness=0.05)


def clay(name: str, colour: Rgb) -> Any:
    """Unglazed clay."""
    g = Graph(name)
    colours = g.ramp(g.noise(12.0, detail=8.0), [(0.3, [c * 0.8 for c in colour]), (0.7, colour)])
    return g.surface(Base_Color=colours, Roughness=0.85, Normal=g.bump(g.noise(60.0), 0.006))


def glass(name: str, tint: Rgb, density: float, ior: float = 1.5) -> Any:
    """Clear body with absorption; lets shadow rays through, so that its shadow is soft and tinted."""
    g = Graph(name)
    body = g.add("BsdfGlass", {"Color": (1, 1, 1), "Roughness": 0.0, "IOR": ior})
    pass_by = g.add("BsdfTransparent", {"Color": (0.93, 0.93, 0.93)})
    is_shadow = g.add("LightPath").outputs["Is Shadow Ray"]
    mixed = g.add("MixShader", {0: is_shadow, 1: body.outputs[0], 2: pass_by.outputs[0]})
    g.tree.links.new(mixed.outputs[0], g.output.inputs["Surface"])
    absorb = g.add("VolumeAbsorption", {"Color": tuple(tint), "Density": density})
    g.tree.links.new(absorb.outputs[0], g.output.inputs["Volume"])
    return g.material


def wood(name: str, dark: Rgb, light: Rgb, along: str = "X", rough: float = 0.42, shift: bool = True) -> Any:
    """Wood with long fibres along one axis; every object gets its own piece of the grain."""
    g = Graph(name)
    stretch = {"X": (0.16, 1.6, 1.6), "Y": (1.6, 0.16, 1.6), "Z": (1.6, 1.6, 0.16)}[along]
    where = g.add("TexCoord").outputs["Object"]
    chance = g.add("ObjectInfo").outputs["Random"]
    offset = g.add("CombineXYZ", {0: g.add("Math", {0: chance, 1: 37.0 * shift}, operation="MULTIPLY").outputs[0]})
    moved = g.add("VectorMath", {0: where, 1: offset.outputs[0]}, operation="ADD").outputs[0]
    mapped = g.add("Mapping", {"Vector": moved, "Scale": stretch}).outputs[0]
    rings = g.add("TexNoise", {"Vector": mapped, "Scale": 1.3, "Detail": 2.0, "Distortion": 1.0}).outputs[0]
    bands = g.add("Math", {0: g.add("Math", {0: rings, 1: 46.0}, operation="MULTIPLY").outputs[0]}, operation="SINE")
    fibre = g.add("TexNoise", {"Vector": mapped, "Scale": 22.0, "Detail": 6.0, "Roughness": 0.65}).outputs[0]
    blend = g.add("Math", {0: bands.outputs[0], 1: 0.13, 2: fibre}, operation="MULTIPLY_ADD").outputs[0]
    colour = g.ramp(
        blend, [(0.28, dark), (0.52, [(a + b) / 2 for a, b in zip(dark, light, strict=True)]), (0.74, light)]
    )
    tone = g.add("MapRange", {"Value": chance, "To Min": 0.8, "To Max": 1.12}).outputs[0]
    toned = g.mix(1.0, colour, g.add("CombineXYZ", {0: tone, 1: tone, 2: tone}).outputs[0], "MULTIPLY")
    return g.surface(Base_Color=toned, Roughness=rough, Normal=g.bump(fibre, 0.01, 0.5))


def printed(name: str, art: Image.Image, rough: float = 0.6, grain: float = 0.002) -> Any:
    """A Pillow picture on paper or board."""
    pixels = np.asarray(art.convert("RGBA"), np.float32)[::-1] / 255.0
    image = bpy.data.images.new(name, art.width, art.height)
    image.pixels.foreach_set(np.ascontiguousarray(pixels).ravel())
    image.update()
    image.pack()
    g = Graph(name)
    colour = g.add("TexImage", image=image, interpolation="Cubic", extension="EXTEND").outputs[0]
    return g.surface(Base_Color=colour, Roughness=rough, Normal=g.bump(g.noise(70.0), grain))


def gradient_paper(name: str, near: Rgb, far: Rgb) -> Any:
    """Backdrop paper whose colour runs from front (uv.y = 0) to top (uv.y = 1)."""
    g = Graph(name)
    along = g.add("SeparateXYZ", {"Vector": g.add("TexCoord").outputs["UV"]}).outputs[1]
    return g.surface(Base_Color=g.ramp(along, [(0.36, near), (0.62, far)]), Roughness=0.8, Specular_IOR_Level=0.2)


def glow(name: str, colour: Rgb, strength: float) -> Any:
    """A light-emitting surface; too many small triangles to aim rays at, so the real light is a lamp inside."""
    g = Graph(name)
    g.material.cycles.emission_sampling = "NONE"
    light = g.add("Emission", {"Color": tuple(colour), "Strength": strength})
    g.tree.links.new(light.outputs[0], g.output.inputs[0])
    return g.material
