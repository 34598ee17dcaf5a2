"""EXIF: wild blocks are survived, ours are sound and tell nothing they should not."""

from __future__ import annotations

import io
from typing import Any

import piexif
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from whitecove.core import containers, metadata, tiff_tags
from whitecove.core.metadata import ExifFacts


def exif(**blocks: Any) -> bytes:  # noqa: ANN401 (piexif is untyped)
    """An EXIF block from piexif's dictionaries: ``main``, ``details``, ``gps``, ``interop``, ``thumbnail``."""
    names = {"main": "0th", "details": "Exif", "gps": "GPS", "interop": "Interop"}
    tags: dict[str, Any] = {"0th": {}, "Exif": {}, **{names[k]: v for k, v in blocks.items() if k in names}}
    if "thumbnail" in blocks:
        tags |= {"1st": {piexif.ImageIFD.Compression: 6}, "thumbnail": blocks["thumbnail"]}
    made: bytes = piexif.dump(tags)
    return made


def saved(exif_block: bytes = b"", kind: str = "JPEG", **options: Any) -> bytes:  # noqa: ANN401
    file = io.BytesIO()
    Image.new("RGB", (8, 6), (200, 30, 30)).save(file, kind, **({"exif": exif_block} if exif_block else {}), **options)
    return file.getvalue()


CAMERA = {piexif.ImageIFD.Make: b"Canon", piexif.ImageIFD.Model: b"Canon EOS 40D", piexif.ImageIFD.Orientation: 6}
SHOT = {piexif.ExifIFD.DateTimeOriginal: b"2024:02:03 04:05:06", piexif.ExifIFD.ColorSpace: 1}
PRIVATE = exif(
    main=CAMERA,
    details=SHOT | {piexif.ExifIFD.MakerNote: b"secret", piexif.ExifIFD.BodySerialNumber: b"12345"},
    gps={piexif.GPSIFD.GPSLatitude: ((50, 1), (27, 1), (0, 1))},
    thumbnail=saved(),
)


def test_facts_of_a_camera_block() -> None:
    facts = metadata.read_facts(exif(main=CAMERA, details=SHOT))
    assert facts == ExifFacts(orientation=6, captured="2024:02:03 04:05:06", camera="Canon EOS 40D", colour_space=1)
    assert not facts.adobe_rgb


@pytest.mark.parametrize(
    ("space", "index", "adobe"), [(65535, b"R03", True), (65535, b"R98", False), (2, b"R98", True), (1, b"R03", False)]
)
def test_adobe_rgb_by_the_interoperability_index(space: int, index: bytes, adobe: bool) -> None:
    block = exif(details={piexif.ExifIFD.ColorSpace: space}, interop={piexif.InteropIFD.InteroperabilityIndex: index})
    assert metadata.read_facts(block).adobe_rgb is adobe


@pytest.mark.parametrize("wrong", [0, 9, 255, 65535])
def test_an_invalid_orientation_is_upright(wrong: int) -> None:
    assert metadata.read_facts(exif(main={piexif.ImageIFD.Orientation: wrong})).orientation == 1


@pytest.mark.parametrize("blank", [b"    :  :     :  :  ", b"0000:00:00 00:00:00", b"", b"yesterday"])
def test_a_blank_capture_time_is_none(blank: bytes) -> None:
    assert metadata.read_facts(exif(details={piexif.ExifIFD.DateTimeOriginal: blank})).captured is None


@pytest.mark.parametrize(
    ("make", "model", "camera"),
    [(b"NIKON", b"COOLPIX P1", "NIKON COOLPIX P1"), (b"", b"X100", "X100"), (b"Canon", b"", "Canon"), (b"", b"", None)],
)
def test_camera_names(make: bytes, model: bytes, camera: str | None) -> None:
    block = exif(main={piexif.ImageIFD.Make: make, piexif.ImageIFD.Model: model})
    assert metadata.read_facts(block).camera == camera


@given(st.binary(max_size=300))
def test_wild_bytes_give_facts(wild: bytes) -> None:
    for head in (b"", b"II*\0\x08\0\0\0", b"MM\0*\0\0\0\x08", b"Exif\0\0II*\0\x08\0\0\0"):
        facts = metadata.read_facts(head + wild)
        assert facts.orientation in range(1, 9)


@given(st.integers(0, len(PRIVATE) - 1), st.integers(0, 255), st.integers(0, len(PRIVATE)))
def test_damaged_blocks_give_facts(place: int, value: int, cut: int) -> None:
    damaged = bytearray(PRIVATE)
    damaged[place] = value
    facts = metadata.read_facts(bytes(damaged[:cut]))
    assert facts.orientation in range(1, 9)
    metadata.private_parts(b"\xff\xd8\xff\xe1" + (len(damaged) + 2).to_bytes(2, "big") + bytes(damaged))


def test_directories_that_point_at_themselves_end() -> None:
    block = tiff_tags.block(b"MM\0*\0\0\0\x08" + b"\0\0" + b"\0\0\0\x08")
    assert block is not None
    assert block.chain() == [{}]


TEXTS = st.text(max_size=60)


@given(artist=TEXTS, copyright=TEXTS, width=st.integers(1, 5000), height=st.integers(1, 5000))
def test_a_stamp_is_read_by_pillow(artist: str, copyright: str, width: int, height: int) -> None:  # noqa: A002
    block = metadata.stamp(PRIVATE, width=width, height=height, keep_camera=True, artist=artist, copyright=copyright)
    tags = Image.Exif()
    tags.load(block)
    details = tags.get_ifd(0x8769)
    assert (tags[0x0112], details[0xA001], details[0xA002], details[0xA003]) == (1, 1, width, height)
    assert (tags[0x0110], details[0x9003]) == ("Canon EOS 40D", "2024:02:03 04:05:06")
    assert not tags.get_ifd(0x8825)
    for tag, text in ((0x013B, artist), (0x8298, copyright)):
        assert (tag in tags) == bool(metadata._written(text))


@given(st.binary(max_size=400), st.booleans())
def test_a_stamp_survives_any_source(wild: bytes, keep: bool) -> None:
    block = metadata.stamp(b"II*\0" + wild, width=9, height=8, keep_camera=keep, artist="", copyright="")
    assert metadata.read_facts(block).colour_space == 1


def test_a_stamp_says_who_made_the_picture_but_not_which_version() -> None:
    block = metadata.stamp(PRIVATE, width=9, height=8, keep_camera=True, artist="", copyright="")
    assert metadata.read_facts(block).software == metadata.MADE_BY == "Whitecove"


def test_facts_have_the_fraction_of_the_second() -> None:
    block = exif(main={piexif.ImageIFD.Software: b"17.4"}, details=SHOT | {piexif.ExifIFD.SubSecTimeOriginal: b"042"})
    assert (metadata.read_facts(block).subsecond, metadata.read_facts(block).software) == ("042", "17.4")


def test_a_stamp_keeps_text_beyond_ascii() -> None:
    block = metadata.stamp(b"", width=1, height=1, keep_camera=False, artist="李明 / Анна", copyright="© 2025")
    found = tiff_tags.block(containers.without_head(block))
    assert found is not None
    tags = found.directory(found.first)
    assert (tags[0x013B].text(), tags[0x8298].text()) == ("李明 / Анна", "© 2025")


def test_a_stamp_cuts_long_text_at_a_whole_character() -> None:
    block = metadata.stamp(b"", width=1, height=1, keep_camera=False, artist="好" * 30_000, copyright="x" * 90_000)
    assert len(block) < 10_000
    found = tiff_tags.block(containers.without_head(block))
    assert found is not None
    assert set(found.directory(found.first)[0x013B].text()) == {"好"}


def test_a_stamp_without_the_camera_says_nothing_of_it() -> None:
    block = metadata.stamp(PRIVATE, width=1, height=1, keep_camera=False, artist="", copyright="")
    assert (metadata.read_facts(block).camera, metadata.read_facts(block).captured) == (None, None)


def test_a_stamp_always_has_the_same_bytes() -> None:
    one, two = (
        metadata.stamp(PRIVATE, width=5, height=4, keep_camera=True, artist="A", copyright="B") for _ in range(2)
    )
    assert one == two


ALL = ("GPS position", "serial number", "embedded thumbnail", "maker note")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_private_parts_of_a_camera_file(kind: str) -> None:
    data = saved(PRIVATE, kind)
    assert metadata.private_parts(data) == ALL
    assert metadata.orientation_of(data) == 6
    assert metadata.colour_space_of(data) == 1


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_stamped_file_has_no_private_parts(kind: str) -> None:
    stamp = metadata.stamp(PRIVATE, width=8, height=6, keep_camera=True, artist="A", copyright="C")
    data = saved(stamp, kind)
    assert metadata.private_parts(data) == ()
    assert metadata.orientation_of(data) == 1
    assert metadata.colour_space_of(data) == 1


@pytest.mark.parametrize("data", [saved(), saved(kind="PNG"), saved(kind="BMP"), b"", b"\xff\xd8\xff\xe1\0"])
def test_a_file_without_exif_states_nothing(data: bytes) -> None:
    assert metadata.private_parts(data) == ()
    assert metadata.orientation_of(data) is None
    assert metadata.colour_space_of(data) is None


@pytest.mark.parametrize(
    ("packet", "part"),
    [
        (b'<x exif:GPSLatitude="50,27N"/>', "GPS position"),
        (b"<aux:SerialNumber>1</aux:SerialNumber>", "serial number"),
        (b'<x exifEX:LensSerialNumber="7"/>', "serial number"),
        (b"<xmpGImg:image>AAAA</xmpGImg:image>", "embedded thumbnail"),
    ],
)
def test_private_parts_in_xmp(packet: bytes, part: str) -> None:
    text = PngImagePlugin.PngInfo()
    text.add_itxt("XML:com.adobe.xmp", packet.decode(), zip=True)
    assert metadata.private_parts(saved(xmp=packet)) == (part,)
    assert metadata.private_parts(saved(kind="WEBP", xmp=packet)) == (part,)
    assert metadata.private_parts(saved(kind="PNG", pnginfo=text)) == (part,)


def test_thumbnails_in_the_jpeg_header() -> None:
    jfif = saved()
    at = jfif.index(b"JFIF\0")
    assert metadata.private_parts(jfif[: at + 12] + b"\2\2" + jfif[at + 14 :]) == ("embedded thumbnail",)
    photoshop = b"Photoshop 3.0\x008BIM\x04\x0c\0\0\0\0\0\4abcd"
    segment = b"\xff\xed" + (len(photoshop) + 2).to_bytes(2, "big") + photoshop
    assert metadata.private_parts(jfif[:2] + segment + jfif[2:]) == ("embedded thumbnail",)


def test_an_empty_serial_number_or_gps_version_tells_nothing() -> None:
    block = exif(details={piexif.ExifIFD.BodySerialNumber: b"0000000"}, gps={piexif.GPSIFD.GPSVersionID: (2, 3, 0, 0)})
    assert metadata.private_parts(saved(block)) == ()


def test_exif_as_imagemagick_writes_it_into_png() -> None:
    block = exif(main=CAMERA)
    text = PngImagePlugin.PngInfo()
    text.add_text("Raw profile type exif", f"\nexif\n    {len(block)}\n{block.hex()}\n", zip=True)
    assert metadata.orientation_of(saved(kind="PNG", pnginfo=text)) == 6


@given(st.binary(max_size=200))
def test_wild_containers_are_survived(wild: bytes) -> None:
    for head in (b"\xff\xd8", b"\x89PNG\r\n\x1a\n", b"RIFF\0\0\0\0WEBP", b""):
        metadata.private_parts(head + wild)
        metadata.orientation_of(head + wild)


def test_compact_keeps_what_matters_of_a_tiff_file() -> None:
    assert metadata.read_facts(metadata.compact(containers.without_head(PRIVATE))) == ExifFacts(
        orientation=6, captured="2024:02:03 04:05:06", camera="Canon EOS 40D"
    )
    assert metadata.compact(b"") == b""
    assert metadata.compact(containers.without_head(exif(details={0xA001: 1}))) == b""
