"""Colour: any profile to sRGB by LittleCMS, sRGB to lightness and L*a*b*."""

from __future__ import annotations

import io
import math
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms

from whitecove import paths
from whitecove.core import icc, inks
from whitecove.core.delta_e import delta_e_2000
from whitecove.core.model import F32, U8

__all__ = ["delta_e_2000", "luma", "profile_name", "srgb_deviation", "srgb_profile", "srgb_to_lab", "to_srgb"]

# The colour space an ICC header names, for each mode it can be used with.
_SPACES = {"L": b"GRAY", "RGB": b"RGB ", "CMYK": b"CMYK", "LAB": b"Lab "}
_FLAGS = ImageCms.Flags.BLACKPOINTCOMPENSATION
_INTENT = ImageCms.Intent.RELATIVE_COLORIMETRIC
# A profile closer to sRGB than this is sRGB: converting would only round each level a second time.
_SAME = 0.5

_REC_709 = np.array([0.2126, 0.7152, 0.0722], np.float32)
_WHITE_D65 = np.array([0.95047, 1.0, 1.08883])
_RGB_TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)


@cache
def srgb_profile() -> bytes:
    """The sRGB profile to embed in written pictures: version 2, 2.5 KB, always the same bytes."""
    return (paths.resources() / "icc" / "srgb.icc").read_bytes()


@cache
def adobe_rgb_profile() -> bytes:
    """Adobe RGB (1998), for photos that only say so in their EXIF."""
    return icc.matrix_profile("Adobe RGB (1998)", icc.ADOBE_RGB, icc.ADOBE_GAMMA)


@cache
def display_p3_profile() -> bytes:
    """Display P3 with the sRGB transfer, for photos that only say so in their container."""
    return icc.matrix_profile("Display P3", icc.DISPLAY_P3, icc.srgb_curve(1024))


def to_srgb(image: Image.Image, profile: bytes | None, declared: bytes | None = None) -> tuple[Image.Image, list[str]]:
    """``image`` (mode L, RGB, CMYK or LAB) in sRGB, mode RGB, and what was assumed or converted, a sentence each.

    ``profile`` is the embedded ICC profile; ``declared`` stands in where none is embedded or the embedded one cannot
    be used, and comes from what else the file says of its colours. Relative colorimetric, with black-point
    compensation. Without any profile, grey and RGB are taken as sRGB, CMYK as `inks`, LAB as D50. ``image`` may be
    changed in place.
    """
    notes: list[str] = []
    if profile:
        if _fits(profile, image.mode):
            return _convert(image, profile)
        notes.append(f"The embedded colour profile{_quoted(profile)} is damaged or of another kind and was not used.")
    if declared == srgb_profile() and image.mode in ("L", "RGB"):
        return _as_rgb(image), notes
    if declared and _fits(declared, image.mode):
        notes.append(f"There is no usable colour profile, but the file says{_quoted(declared)}: converted from that.")
        return _convert(image, declared)[0], notes
    if image.mode == "CMYK":
        notes.append(f"CMYK without a colour profile: converted as if printed on coated paper ({inks.NAME}).")
        return _convert(image, inks.fallback_profile())[0], notes
    if image.mode == "LAB":
        notes.append("L*a*b* colours were converted to sRGB.")
        return _apply(image, _lab_transform()), notes
    notes.append("There is no colour profile: taken as sRGB.")
    return _as_rgb(image), notes


def _as_rgb(image: Image.Image) -> Image.Image:
    """``image`` (mode L or RGB) in mode RGB; Pillow would copy one that is."""
    return image if image.mode == "RGB" else image.convert("RGB")


def luma(rgb: U8) -> F32:
    """Brightness as it is encoded, 0…255, of (..., 3) sRGB as (...): Rec. 709 weights on the sRGB values."""
    return rgb @ _REC_709


def srgb_to_lab(rgb: U8) -> F32:
    """CIE L*a*b* (D65) of (..., 3) sRGB values 0…255: IEC 61966-2-1 to XYZ, then CIE 15."""
    weights = (_RGB_TO_XYZ / _WHITE_D65[:, None]).T.astype(np.float32)
    xyz = _linear()[rgb] @ weights
    f = np.where(xyz > (6 / 29) ** 3, np.cbrt(xyz), xyz / np.float32(3 * (6 / 29) ** 2) + np.float32(4 / 29))
    lab: F32 = np.empty_like(f)
    lab[..., 0] = 116 * f[..., 1] - 16
    lab[..., 1] = 500 * (f[..., 0] - f[..., 1])
    lab[..., 2] = 200 * (f[..., 1] - f[..., 2])
    return lab


@lru_cache(maxsize=64)
def srgb_deviation(profile: bytes) -> float:
    """How far from sRGB an RGB profile behaves: the largest CIEDE2000 over a grid of 9 × 9 × 9 colours when they are
    converted to sRGB; infinite for a profile that cannot be used or is not for RGB."""
    if not _fits(profile, "RGB"):
        return math.inf
    steps = np.linspace(0, 255, 9).round().astype(np.uint8)
    grid = np.stack(np.meshgrid(steps, steps, steps), axis=-1).reshape(27, 27, 3)
    made = np.asarray(_apply(Image.fromarray(grid), _transform(profile, "RGB")))
    return float(delta_e_2000(srgb_to_lab(grid), srgb_to_lab(made)).max())


def profile_name(profile: bytes) -> str:
    """What a profile calls itself; empty for one that cannot be read."""
    try:
        name = ImageCms.getProfileDescription(_open(profile))
    except ImageCms.PyCMSError:
        return ""
    return " ".join("".join(c if c.isprintable() else " " for c in name).split())


def _quoted(profile: bytes) -> str:
    name = profile_name(profile)
    return f" “{name}”" if name else ""


def _convert(image: Image.Image, profile: bytes) -> tuple[Image.Image, list[str]]:
    if image.mode == "RGB" and srgb_deviation(profile) <= _SAME:
        return image, []
    name = _quoted(profile) or " without a name"
    return _apply(image, _transform(profile, image.mode)), [f"Colours were converted from the profile{name} to sRGB."]


def _apply(image: Image.Image, transform: ImageCms.ImageCmsTransform) -> Image.Image:
    if image.mode == "RGB":  # in place: a 24-megapixel photo saves 100 MB
        image.load()
        return ImageCms.applyTransform(image, transform, inPlace=True) or image
    made = ImageCms.applyTransform(image, transform)
    if made is None:
        raise ImageCms.PyCMSError("no picture came back")
    return made


@lru_cache(maxsize=64)
def _fits(profile: bytes, mode: str) -> bool:
    """Whether LittleCMS can go from this profile, for pixels of this mode, to sRGB."""
    if profile[16:20] != _SPACES[mode]:  # from the header itself: Pillow stumbles over one that is no ASCII
        return False
    try:
        _transform(profile, mode)
    except ImageCms.PyCMSError:
        return False
    return True


@lru_cache(maxsize=16)
def _transform(profile: bytes, mode: str) -> ImageCms.ImageCmsTransform:
    target = _open(srgb_profile())
    return ImageCms.buildTransform(_open(profile), target, mode, "RGB", renderingIntent=_INTENT, flags=_FLAGS)


@cache
def _lab_transform() -> ImageCms.ImageCmsTransform:
    source = ImageCms.createProfile("LAB")
    return ImageCms.buildTransform(source, _open(srgb_profile()), "LAB", "RGB", renderingIntent=_INTENT, flags=_FLAGS)


def _open(profile: bytes) -> ImageCms.ImageCmsProfile:
    try:
        return ImageCms.ImageCmsProfile(io.BytesIO(profile))
    except OSError as error:
        raise ImageCms.PyCMSError(str(error)) from error


@cache
def _linear() -> NDArray[np.float32]:
    return icc.srgb_curve(256).astype(np.float32)
