"""Photos nobody here made: awkward, damaged and hostile ones. Each ends as a picture or as a sentence."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import warnings
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageOps, TiffImagePlugin

from tests.core.photo_files import by_littlecms
from whitecove.core import colour, metadata
from whitecove.core.errors import ReadError
from whitecove.core.model import U8
from whitecove.core.read import read_photo

pytestmark = pytest.mark.corpus

ROOT = Path(__file__).resolve().parents[2]

# Reads one file in a process of its own; tells what became of it, in how many seconds, and the peak of memory.
PROBE = """
import json, re, sys, time
from pathlib import Path
from whitecove.core.decode import _decoder
from whitecove.core.errors import ReadError
from whitecove.core.read import read_photo
_decoder("JPEG")
start = time.perf_counter()
try:
    read_photo(Path(sys.argv[1]))
    code = "read"
except ReadError as error:
    code = error.code
seconds = time.perf_counter() - start
# Not ru_maxrss: a child inherits that of the process that started it.
peak = int(re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1])
print(json.dumps([code, seconds, peak / 1024]))
"""


@pytest.fixture(scope="module")
def formats(shared: Path) -> Path:
    return shared / "data" / "formats"


def test_every_file_ends_as_picture_or_sentence(formats: Path) -> None:
    files = sorted(path for path in formats.rglob("*") if path.is_file())
    problems, read = [], 0
    for path in files:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("error")
                picture = read_photo(path)
        except ReadError as error:
            if not str(error).endswith("."):
                problems.append(f"{path.name}: no sentence")
        except Exception as error:  # noqa: BLE001 (the report names every file that went wrong, not just the first)
            problems.append(f"{path.name}: {error!r}")
        else:
            read += 1
            if picture.rgb.shape != (picture.facts.height, picture.facts.width, 3) or picture.rgb.dtype != np.uint8:
                problems.append(f"{path.name}: {picture.rgb.shape} {picture.rgb.dtype}")
    assert not problems
    assert len(files) >= 230
    assert read >= 200


@pytest.mark.skipif(sys.platform != "linux", reason="peak memory is read from /proc, which only Linux has")
@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("sharp/giant-image.jpg", "read.too_many_pixels"),
        ("pillow/decompression_bomb.gif", "read.not_a_photo"),
        ("pillow/png_decompression_dos.png", "read.not_supported"),
    ],
)
def test_bombs_are_refused_cheaply(formats: Path, name: str, code: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROBE, str(formats / name)],
        env={**os.environ, "PYTHONPATH": str(ROOT / "app")},
        capture_output=True,
        text=True,
        check=True,
    )
    outcome, seconds, megabytes = json.loads(done.stdout)
    assert outcome == code
    assert seconds < 2
    assert megabytes < 300
    assert not done.stderr


@pytest.mark.parametrize("turn", range(1, 9))
def test_the_same_scene_in_every_orientation(formats: Path, turn: int) -> None:
    upright = _small(read_photo(formats / "orientation" / "Landscape_1.jpg").rgb)
    picture = read_photo(formats / "orientation" / f"Landscape_{turn}.jpg")
    assert picture.size == (1800, 1200)
    assert picture.facts.orientation == turn
    # Each has its own number painted in; everything else is the same.
    assert np.abs(_small(picture.rgb) - upright).mean() < 6
    assert np.abs(_small(picture.rgb)[:, ::-1] - upright).mean() > 12


def test_an_avif_is_turned_by_its_own_rotation(formats: Path) -> None:
    path = formats / "pillow" / "rot1mir0.avif"
    with Image.open(path) as stored:
        upright = ImageOps.exif_transpose(stored).convert("RGB")
    assert upright.size != stored.size
    np.testing.assert_array_equal(read_photo(path).rgb, np.asarray(upright))


def test_a_phones_heic_is_turned_once(formats: Path) -> None:
    picture = read_photo(formats / "mdx" / "heic_IMG_2927.HEIC")
    assert picture.size == (3024, 4032)
    assert picture.facts.orientation == 1


PROFILED = [
    "sharp/Channel_digital_image_CMYK_color.jpg",
    "mdx/jpg_Multiple_ICC_segments.jpg",
    "pillow/xmp_test.jpg",
    "libavif/apple_gainmap_new.jpg",
    "sharp/p3.png",
    "pillow/icc_profile_big.jpg",
    "exif/tiff_BSG1.tiff",
]


@pytest.mark.parametrize("name", PROFILED)
def test_colours_are_littlecms_colours(formats: Path, name: str) -> None:
    with Image.open(formats / name) as image:
        profile = image.info["icc_profile"]
        base = image if image.mode == "CMYK" else image.convert("RGB")
        wanted = by_littlecms(base, profile)
    assert _median_difference(read_photo(formats / name).rgb, wanted) <= 1


def test_16_bit_adobe_rgb_is_littlecms_colours(formats: Path) -> None:
    path = formats / "sharp" / "tifftag-photoshop.tiff"
    with Image.open(path) as image:
        assert isinstance(image, TiffImagePlugin.TiffImageFile)
        profile, size = image.info["icc_profile"], image.size
        offsets, counts = image.tag_v2[273], image.tag_v2[279]
        order = "<u2" if image.tag_v2.prefix == b"II" else ">u2"
        assert image.tag_v2[259] == 1
    data = path.read_bytes()
    deep = b"".join(data[at : at + count] for at, count in zip(offsets, counts, strict=True))
    samples = np.frombuffer(deep, order).reshape(size[1], size[0], -1)[..., :3]
    wanted = by_littlecms(Image.fromarray(np.round(samples / 257).astype(np.uint8)), profile)
    assert _median_difference(read_photo(path).rgb, wanted) <= 1


def test_16_bit_grey_is_scaled_not_clipped(formats: Path) -> None:
    path = formats / "pngsuite" / "basn0g16.png"
    with Image.open(path) as image:
        wanted = np.round(np.asarray(image) / 257).astype(np.uint8)
    assert len(np.unique(wanted)) > 30
    np.testing.assert_array_equal(read_photo(path).rgb[..., 0], wanted)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("exif/jpg_gps_DSCN0010.jpg", {"GPS position", "maker note", "embedded thumbnail"}),
        ("mdx/jpg_Canon_PowerShot_A85.jpg", {"maker note", "embedded thumbnail"}),
        ("orientation/Landscape_1.jpg", set()),
    ],
)
def test_private_parts_of_camera_files(formats: Path, name: str, parts: set[str]) -> None:
    assert set(metadata.private_parts((formats / name).read_bytes())) == parts


def test_a_stamp_of_every_photo_is_clean(formats: Path) -> None:
    for path in sorted((formats / "exif").iterdir()):
        block = read_photo(path).exif
        made = metadata.stamp(block, width=9, height=8, keep_camera=True, artist="", copyright="")
        file = io.BytesIO()
        Image.new("RGB", (9, 8)).save(file, "JPEG", exif=made)
        assert metadata.private_parts(file.getvalue()) == ()
        assert metadata.read_facts(made).camera == metadata.read_facts(block).camera


def test_adobe_rgb_said_by_exif_alone(formats: Path) -> None:
    path = formats / "mdx" / "jpg_Olympus_PEN_E-P3.jpg"
    with Image.open(path) as image:
        wanted = by_littlecms(image, colour.adobe_rgb_profile())
    assert _median_difference(read_photo(path).rgb, wanted) <= 1


def test_untagged_cmyk_is_closer_to_a_press_than_the_bare_formula(formats: Path) -> None:
    with Image.open(formats / "sharp" / "Channel_digital_image_CMYK_color.jpg") as image:
        press = by_littlecms(image, image.info["icc_profile"])
        bare = np.asarray(image.convert("RGB"))
        ours = np.asarray(colour.to_srgb(image, None)[0])
    assert _median_difference(ours, press) < 6
    assert _median_difference(ours, press) < 0.6 * _median_difference(bare, press)


def _median_difference(a: U8, b: U8) -> float:
    return float(np.median(colour.delta_e_2000(colour.srgb_to_lab(a), colour.srgb_to_lab(b))))


def _small(rgb: U8) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    return np.asarray(Image.fromarray(rgb).reduce(20)).astype(np.int64)
