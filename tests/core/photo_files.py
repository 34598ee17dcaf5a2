"""Files that tests of reading make, and the colours in them."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image, ImageCms

from whitecove.core import icc
from whitecove.core.model import U8, Picture
from whitecove.core.read import read_photo

ORIENTATION = 0x0112
# Orientation n -> how an upright picture has to be stored so that turning it by n makes it upright again.
STORED = {
    1: lambda a: a,
    2: lambda a: a[:, ::-1],
    3: lambda a: a[::-1, ::-1],
    4: lambda a: a[::-1],
    5: lambda a: a.swapaxes(0, 1),
    6: lambda a: np.rot90(a, 1),
    7: lambda a: a[::-1, ::-1].swapaxes(0, 1),
    8: lambda a: np.rot90(a, -1),
}


def by_littlecms(image: Image.Image, profile: bytes) -> U8:
    """What LittleCMS makes of it with its own sRGB, without any code of ours."""
    made = ImageCms.profileToProfile(
        image,
        ImageCms.ImageCmsProfile(io.BytesIO(profile)),
        ImageCms.createProfile("sRGB"),
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        outputMode="RGB",
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    assert made is not None
    return np.asarray(made)


def colours(size: int = 48, seed: int = 1) -> U8:
    """A picture of smooth random colours, (size, size, 3)."""
    coarse = np.random.default_rng(seed).integers(0, 256, (6, 6, 3), np.uint8)
    return np.asarray(Image.fromarray(coarse).resize((size, size), Image.Resampling.BICUBIC))


def rgb() -> Image.Image:
    return Image.fromarray(colours())


def grey_profile() -> bytes:
    """A grey profile of gamma 1.8, so that ignoring it shows."""
    tags = {b"desc": icc._description("Grey 1.8"), b"wtpt": icc._xyz(icc.D50), b"kTRC": icc._curve(1.8)}
    return icc._profile(b"mntr", b"GRAY", b"XYZ ", tags)


def exif(**tags: int | str) -> bytes:
    """An EXIF block of ``orientation`` and ``space`` (with ``index``, the interoperability index)."""
    block = Image.Exif()
    if "orientation" in tags:
        block[ORIENTATION] = tags["orientation"]
    if "space" in tags:
        block.get_ifd(0x8769)[0xA001] = tags["space"]
    if "index" in tags:
        block.get_ifd(0x8769)[0xA005] = {0x0001: tags["index"]}
    return block.tobytes()


def save(folder: Path, image: Image.Image, name: str, **options: Any) -> Path:  # noqa: ANN401 (Pillow's options)
    path = folder / name
    image.save(path, **options)
    return path


def made(folder: Path, image: Image.Image, name: str, **options: Any) -> Picture:  # noqa: ANN401
    return read_photo(save(folder, image, name, **options))
