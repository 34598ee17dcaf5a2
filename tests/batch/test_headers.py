"""What headers say, read without the rest of the file."""

from __future__ import annotations

import io
import struct
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tests.batch.shots import exif, jpeg, put
from whitecove.batch.intake.headers import Header, exif_in, exif_time, read_header

BLOCK = exif("2024:05:01 12:34:56", subsecond="25", software="Camera 1.0")
SAID = Header(datetime(2024, 5, 1, 12, 34, 56, 250_000), "Camera 1.0")  # noqa: DTZ001


def by_pillow(kind: str) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (400, 300), (200, 30, 30)).save(file, kind, exif=b"Exif\0\0" + BLOCK)
    return file.getvalue()


def box(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", 8 + len(body)) + kind + body


def heic(version: int = 1, wide: int = 2) -> bytes:
    """A HEIC file of two items, of which the second is the EXIF block at the end of the file."""
    short, number = (">H", 7) if wide == 2 else (">I", 7)
    items = b"".join(
        box(b"infe", bytes([wide, 0, 0, 0]).replace(b"\4", b"\3") + struct.pack(short, n) + bytes(2) + kind + b"\0")
        for n, kind in ((1, b"hvc1"), (number, b"Exif"))
    )
    payload = struct.pack(">I", 6) + b"Exif\0\0" + BLOCK
    item_number = ">I" if version == 2 else ">H"

    def placed(at: int) -> bytes:
        method = bytes(2) if version else b""
        rows = b"".join(
            struct.pack(item_number, n) + method + bytes(2) + struct.pack(">HII", 1, place, size)
            for n, place, size in ((1, 0, 4), (number, at, len(payload)))
        )
        return box(b"iloc", bytes([version, 0, 0, 0, 0x44, 0]) + struct.pack(item_number, 2) + rows)

    iinf = box(b"iinf", bytes(4) + struct.pack(">H", 2) + items)
    head = box(b"ftyp", b"heic\0\0\0\0mif1heic") + box(b"free", bytes(20))
    size = len(head + box(b"meta", bytes(4) + iinf + placed(0)) + box(b"mdat", b""))
    return head + box(b"meta", bytes(4) + iinf + placed(size)) + box(b"mdat", payload)


@pytest.mark.parametrize(
    "data",
    [
        *(by_pillow(kind) for kind in ("JPEG", "PNG", "WEBP", "TIFF")),
        jpeg("2024:05:01 12:34:56", subsecond="25", software="Camera 1.0"),
        b"\xff\xd8\xff\xff" + jpeg("2024:05:01 12:34:56", subsecond="25", software="Camera 1.0")[3:],
        *(heic(version) for version in (0, 1, 2)),
        heic(wide=4),
    ],
    ids=["jpeg", "png", "webp", "tiff", "small jpeg", "filled jpeg", "heic 0", "heic 1", "heic 2", "heic wide"],
)
def test_every_format_says_it(tmp_path: Path, data: bytes) -> None:
    assert read_header(put(tmp_path, "photo", data)) == SAID


@pytest.mark.parametrize("data", [b"", b"text", jpeg(), b"BM" + bytes(60), heic()[:40], b"\xff\xd8\xff\xe1\xff\xff"])
def test_what_says_nothing(tmp_path: Path, data: bytes) -> None:
    assert read_header(put(tmp_path, "photo", data)) == Header()
    assert read_header(tmp_path / "gone") == Header()


@pytest.mark.parametrize(
    ("captured", "subsecond", "micro"), [("2024:05:01 12:34:56", "", 0), ("2024:05:01 12:34:56", "1234567", 123_456)]
)
def test_times(captured: str, subsecond: str, micro: int) -> None:
    assert exif_time(captured, subsecond) == datetime(2024, 5, 1, 12, 34, 56, micro)  # noqa: DTZ001


@pytest.mark.parametrize("captured", [None, "", "2024:13:01 00:00:00", "2024:05:01 25:00:00", "yesterday"])
def test_no_times(captured: str | None) -> None:
    assert exif_time(captured, "12") is None


def test_odd_fractions_are_dropped() -> None:
    assert exif_time("2024:05:01 12:34:56", "x²") == datetime(2024, 5, 1, 12, 34, 56)  # noqa: DTZ001


@given(st.sampled_from([by_pillow("JPEG"), by_pillow("PNG"), by_pillow("WEBP"), heic()]), st.data())
def test_damaged_files_end(data: bytes, draw: st.DataObject) -> None:
    damaged = bytearray(data)
    for _ in range(3):
        damaged[draw.draw(st.integers(0, len(data) - 1))] = draw.draw(st.integers(0, 255))
    exif_in(io.BytesIO(bytes(damaged[: draw.draw(st.integers(0, len(data)))])))


def test_the_pixels_are_not_read() -> None:
    class Counting(io.BytesIO):
        count = 0

        def read(self, size: int | None = -1) -> bytes:
            data = super().read(size)
            self.count += len(data)
            return data

    file = Counting(heic() + bytes(1_000_000))
    assert exif_in(file)
    assert file.count < 2000
