"""Pictures for the tests of checks: a textured product on white, as pixels, as a file and as its maker knows it."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache

import numpy as np
from PIL import Image

from whitecove.core import colour, metadata
from whitecove.core.checks.examine import Examined, examine
from whitecove.core.checks.registry import judge
from whitecove.core.model import U8, Box, Composition, Finding, Placement, Prepared, Slot, SourceFacts
from whitecove.core.profiles import Profile, load_profile

SIDE = 1000
BOX = Box(75, 75, 925, 925)


@cache
def profile() -> Profile:
    return load_profile("aliexpress")


def facts(captured: str | None = "2026:01:02 03:04:05", camera: str | None = "Maker Model") -> SourceFacts:
    return SourceFacts(
        format="JPEG",
        width=SIDE,
        height=SIDE,
        mode="RGB",
        bits=8,
        orientation=1,
        icc=None,
        has_alpha=False,
        frames=1,
        captured=captured,
        camera=camera,
        sha256="",
        bytes=1,
    )


def tiny() -> U8:
    """A picture for rules that do not look at it."""
    return product(64, 64, Box(8, 8, 56, 56))


def white(width: int = SIDE, height: int = SIDE) -> U8:
    return np.full((height, width, 3), 255, np.uint8)


def product(width: int = SIDE, height: int = SIDE, box: Box = BOX, level: int = 130) -> U8:
    """A rectangle of fine texture on white."""
    rgb = white(width, height)
    random = np.random.default_rng(1)
    texture = random.integers(-30, 31, (box.height, box.width, 1)) + random.integers(-2, 3, (box.height, box.width, 3))
    rgb[box.top : box.bottom, box.left : box.right] = np.clip(level + texture, 0, 255)
    return rgb


def matte_of(rgb: U8) -> U8:
    """A hard matte: all that is not white."""
    return np.where((rgb != 255).any(axis=2), 255, 0).astype(np.uint8)


def prepared(
    rgb: U8,
    *,
    box: Box = BOX,
    matte: U8 | None = None,
    reference: U8 | None = None,
    scale: float = 1.0,
    flush: tuple[str, ...] = (),
    doubt: float = 0.1,
    approved: bool = False,
) -> Prepared:
    """What the maker of ``rgb`` would know: by default it was cut out well and not magnified."""
    source = Box(0, 0, round(box.width / scale), round(box.height / scale))
    placement = Placement(source_box=source, placed_box=box, canvas=(rgb.shape[1], rgb.shape[0]), flush=flush)
    crop = rgb[box.top : box.bottom, box.left : box.right]
    composition = Composition(
        rgb=rgb,
        matte=matte_of(rgb) if matte is None else matte,
        placement=placement,
        reference=reduced(crop) if reference is None else reference,
    )
    return Prepared(composition=composition, source=facts(), doubt=doubt, reasons=(), approved=approved)


def reduced(rgb: U8) -> U8:
    return np.asarray(Image.fromarray(np.ascontiguousarray(rgb)).reduce(4))


def stamp(width: int = SIDE, height: int = SIDE) -> bytes:
    return metadata.stamp(b"", width=width, height=height, keep_camera=False, artist="", copyright="")


def saved(image: Image.Image | U8, kind: str = "JPEG", **options: object) -> bytes:
    buffer = io.BytesIO()
    picture = image if isinstance(image, Image.Image) else Image.fromarray(image)
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


def jpeg(rgb: U8, quality: int = 95) -> bytes:
    """A file as Whitecove writes it."""
    height, width = rgb.shape[:2]
    return saved(
        rgb, quality=quality, subsampling="4:4:4", icc_profile=colour.srgb_profile(), exif=stamp(width, height)
    )


def png(rgb: U8) -> bytes:
    """A file without losses."""
    return saved(rgb, "PNG", icc_profile=colour.srgb_profile(), compress_level=1)


@cache
def good() -> Examined:
    """A file that breaks no rule."""
    return examine(jpeg(product(), quality=97), "good.jpg")


def finding(
    rule: str,
    file: Examined | bytes,
    *,
    slot: Slot = Slot.MAIN,
    maker: Prepared | None = None,
    name: str = "picture.jpg",
    aspect: str | None = None,
) -> Finding:
    """The one finding of ``rule`` on a file."""
    examined = file if isinstance(file, Examined) else examine(file, name)
    only = replace(profile(), rules=(profile().rule(rule),))
    (found,) = judge(examined, only, slot, prepared=maker, aspect=aspect).findings
    return found
