"""A second opinion on a delivery, from Pillow and numpy alone: it shares no code with the program it judges.

    python tests/independent/recheck.py DELIVERY PHOTOS

Reads DELIVERY/manifest.json, opens every main that is called ready, and measures the marketplace's rules on it anew;
then it opens the source below PHOTOS and compares the placed subject with the source at ``source_box``, except where
the manifest says that colours were changed on request. Prints one line a problem and a summary; exits 1 when there is
a problem or nothing was ready.
"""

from __future__ import annotations

import io
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms, ImageFilter, ImageOps

BAND = 8  # chessboard pixels around the subject in which JPEG may ripple
FLOOR, CEILING = 512_000, 2_000_000
SHORTEST, LONGEST = 800, 2000
GROUP_SHARE = 0.005  # of the frame: a smaller group of pixels that are not white is dirt
LINK = 4  # growing by this much links gaps up to 8 px
CORE = 14  # pixels by which a subject is shrunk to its core
SHADOW_DARKEST, SHADOW_TINT = 90, 12  # a shadow is lighter than this and no more tinted than that, in 8-bit levels
COLOUR_LEVELS = 4.0  # mean difference of the core to the source, in 8-bit levels

Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class Opinion:
    """What was found on one file."""

    file: str
    problems: list[str]
    off_white: int
    core_difference: float | None


def main(delivery: Path, photos: Path) -> int:
    """Judge the delivery; the exit code."""
    opinions = recheck(delivery, photos)
    for opinion in opinions:
        for problem in opinion.problems:
            print(f"{opinion.file}: {problem}")
    differences = [o.core_difference for o in opinions if o.core_difference is not None]
    bad = sum(bool(o.problems) for o in opinions)
    print(
        f"{len(opinions)} ready mains, {len(opinions) - bad} pass; "
        f"{sum(o.off_white for o in opinions)} background pixels off 255; "
        f"core against source: median {np.median(differences) if differences else 0:.2f}, "
        f"worst {max(differences, default=0):.2f} levels"
    )
    return 1 if bad or not opinions else 0


def recheck(delivery: Path, photos: Path) -> list[Opinion]:
    """One opinion for each main called ready in the delivery's manifest."""
    rows = json.loads((delivery / "manifest.json").read_text("utf-8"))["files"]
    mains = [r for r in rows if r["state"] == "ready" and r["image_type"] == "main"]
    return [judge(delivery, photos, row) for row in mains]


def judge(delivery: Path, photos: Path, row: dict[str, Any]) -> Opinion:
    """Everything that must hold of one ready main."""
    path = delivery / row["file"]
    data = path.read_bytes()
    image = Image.open(io.BytesIO(data))
    image.load()
    pixels = np.asarray(image.convert("RGB"))
    problems = [text for text, wrong in container_problems(path, data, image) if wrong]
    subject, off = split(pixels)
    if not subject.any():
        problems.append("no subject")
    if off:
        problems.append(f"{off} background pixels are not 255, 255, 255")
    source = photos / row["source"]
    difference = None
    if not source.is_file():
        problems.append(f"its source {row['source']} is not below the photos")
    elif all(change.startswith("edges ") for change in row.get("changes", ())):
        shadow = bool(row.get("shadow"))
        photo = as_shown(upright_srgb(source), row.get("geometry"))
        difference = core_difference(pixels, photo, row["source_box"], row["placed_box"], shadow=shadow)
    if difference is not None and difference > COLOUR_LEVELS:
        problems.append(f"the subject differs from the source by {difference:.1f} levels on average")
    return Opinion(row["file"], problems, off, difference)


def container_problems(path: Path, data: bytes, image: Image.Image) -> list[tuple[str, bool]]:
    """The rules that need no look at the pixels."""
    exif = image.getexif()
    details = exif.get_ifd(0x8769)
    width, height = image.size
    return [
        ("not a JPEG named .jpg", image.format != "JPEG" or path.suffix != ".jpg"),
        (f"{len(data)} bytes", not FLOOR <= len(data) <= CEILING),
        (f"{width} × {height} px", min(width, height) < SHORTEST or max(width, height) > LONGEST),
        ("not square", width != height),
        (f"mode {image.mode}", image.mode != "RGB"),
        ("does not behave as sRGB", not behaves_as_srgb(image.info.get("icc_profile"))),
        ("EXIF colour space is not sRGB", details.get(0xA001, 1) != 1),
        ("EXIF orientation is not upright", exif.get(0x0112, 1) != 1),
        ("carries a GPS position", bool(exif.get_ifd(0x8825))),
        ("chroma is subsampled", data[sof(data) + 11] != 0x11),
    ]


def sof(data: bytes) -> int:
    """Where the baseline frame header starts (ITU-T T.81, B.2.2), walking the marker segments from the start."""
    at = 2
    while data[at + 1] not in (0xC0, 0xC1, 0xC2):
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return at


def behaves_as_srgb(icc: bytes | None) -> bool:
    """Whether the profile maps a coarse grid of colours to themselves, within two levels, in LittleCMS's own sRGB."""
    if not icc:
        return False
    steps = np.linspace(0, 255, 6).astype(np.uint8)
    grid = np.stack(np.meshgrid(steps, steps, steps), -1).reshape(1, -1, 3)
    image = Image.fromarray(grid)
    mapped = ImageCms.profileToProfile(image, ImageCms.ImageCmsProfile(io.BytesIO(icc)), ImageCms.createProfile("sRGB"))
    assert mapped is not None
    return bool(np.abs(np.asarray(mapped).astype(int) - grid).max() <= 2)


def split(pixels: NDArray[np.uint8]) -> tuple[Bools, int]:
    """The subject's pixels (large groups that are not white), and how many background pixels beyond the band are
    not exactly white."""
    coloured = (pixels != 255).any(axis=2)
    labels = label(grow(coloured, LINK))
    areas = np.bincount(labels.ravel(), weights=coloured.ravel())
    large = areas >= GROUP_SHARE * coloured.size
    large[0] = False
    subject = coloured & large[labels]
    return subject, int((coloured & ~grow(subject, BAND)).sum())


def grow(mask: Bools, reach: int) -> Bools:
    """The mask and all pixels within ``reach`` of it by chessboard distance: windowed sums along both axes."""
    for axis in (0, 1):
        padding = [(0, 0), (0, 0)]
        padding[axis] = (reach + 1, reach)
        sums = np.pad(mask, padding).cumsum(axis=axis, dtype=np.int32)
        ahead, behind = np.split(sums, [2 * reach + 1], axis=axis)[1], np.split(sums, [-2 * reach - 1], axis=axis)[0]
        mask = ahead > behind
    return mask


def label(mask: Bools) -> NDArray[np.int64]:
    """Groups of a mask joined through sides and corners: union-find over the runs of its rows."""
    parents = [0]
    labels = np.zeros(mask.shape, np.int64)

    def root(of: int) -> int:
        while parents[of] != of:
            of = parents[of]
        return of

    for y, row in enumerate(mask):
        edges = np.flatnonzero(np.diff(np.concatenate(([0], row.astype(np.int8), [0]))))
        for start, end in zip(edges[::2], edges[1::2], strict=True):
            above = labels[y - 1, max(0, start - 1) : end + 1] if y else labels[:0, 0]
            roots = sorted({root(v) for v in np.unique(above[above > 0]).tolist()})
            if not roots:
                parents.append(len(parents))
                roots = [len(parents) - 1]
            for other in roots[1:]:
                parents[other] = roots[0]
            labels[y, start:end] = roots[0]
    return np.array([root(i) for i in range(len(parents))])[labels]


def core_difference(
    pixels: NDArray[np.uint8],
    photo: Image.Image,
    source_box: list[int],
    placed_box: list[int],
    *,
    shadow: bool = False,
) -> float | None:
    """Mean difference in levels between the placed subject's core and the ``photo``, resampled another way than the
    program does it; None where the subject has no core (a wire). Where a ``shadow`` was laid under it, nobody who has
    nothing but the file can tell pale grey pixels from it, so only the others count."""
    size = (placed_box[2] - placed_box[0], placed_box[3] - placed_box[1])
    left, top, right, bottom = source_box
    expected = photo.crop((left, top, right, bottom)).resize(size, Image.Resampling.HAMMING)
    placed = pixels[placed_box[1] : placed_box[3], placed_box[0] : placed_box[2]]
    # Highlights inside the subject may be white: gaps of two pixels do not end its core.
    core = ~grow(~grow((placed != 255).any(axis=2), 2), CORE)
    if shadow:
        grey = placed.max(axis=2).astype(int) - placed.min(axis=2) <= SHADOW_TINT
        core &= ~grow(grey & (placed.min(axis=2) >= SHADOW_DARKEST), 2)
    if core.sum() < 500:
        return None
    # Noise and sharpness differ between resampling filters; colour and place do not.
    blurred = [np.asarray(i.filter(ImageFilter.BoxBlur(3))).astype(float) for i in (Image.fromarray(placed), expected)]
    return float(np.abs(blurred[0] - blurred[1])[core].mean())


def as_shown(photo: Image.Image, geometry: dict[str, Any] | None) -> Image.Image:
    """``photo`` turned, mirrored and straightened, whose corner stays where it was."""
    if geometry is None:
        return photo
    turned = photo.rotate(-geometry["turn"], expand=True)
    seen = ImageOps.mirror(turned) if geometry["flip"] else turned
    return seen.rotate(-geometry["straighten"], Image.Resampling.BILINEAR)


def upright_srgb(path: Path) -> Image.Image:
    """The source as a person sees it."""
    image = ImageOps.exif_transpose(Image.open(path))
    icc = image.info.get("icc_profile")
    if icc and image.mode in ("RGB", "CMYK"):
        profile = ImageCms.ImageCmsProfile(io.BytesIO(icc))
        converted = ImageCms.profileToProfile(image, profile, ImageCms.createProfile("sRGB"), outputMode="RGB")
        assert converted is not None
        return converted
    return image.convert("RGB")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
