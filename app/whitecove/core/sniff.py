"""What a file is, told by its first bytes. Names lie: a PNG renamed .jpg is the most frequent refused upload."""

from __future__ import annotations

import re
from pathlib import Path

from whitecove.core import tiff_tags

HEAD_BYTES = 4096
"""How many first bytes of a file `sniff` wants to see."""

PHOTO_FORMATS = ("JPEG", "PNG", "WebP", "TIFF", "BMP", "AVIF", "HEIC", "PSD")
"""The formats that are read."""

_PHOTO_SUFFIXES = frozenset(
    {".jpg", ".jpeg", ".jpe", ".jfif", ".mpo", ".png", ".apng", ".webp", ".tif", ".tiff", ".bmp", ".dib", ".avif"}
    | {".avifs", ".heic", ".heif", ".hif", ".psd"}
)
RAW_SUFFIXES = frozenset(
    {".dng", ".cr2", ".cr3", ".crw", ".nef", ".nrw", ".arw", ".sr2", ".orf", ".raf", ".rw2", ".pef", ".srw", ".x3f"}
    | {".3fr", ".iiq"}
)
"""How the names of cameras' RAW files end."""

# Pictures that are refused with a sentence: leaving them out silently would lose a photo.
_OTHER_SUFFIXES = RAW_SUFFIXES | {".gif", ".svg", ".jp2", ".jxl", ".tga"}

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"8BPS\0\1", "PSD"),
    (b"8BPS\0\2", "a large Photoshop document (PSB)"),
    (b"GIF87a", "a GIF"),
    (b"GIF89a", "a GIF"),
    (b"\0\0\0\x0cjP  \r\n", "a JPEG 2000 picture"),
    (b"\xff\x4f\xff\x51", "a JPEG 2000 picture"),
    (b"\xff\x0a", "a JPEG XL picture"),
    (b"\0\0\0\x0cJXL ", "a JPEG XL picture"),
    (b"FUJIFILMCCD-RAW", "a camera RAW file"),
    (b"IIRO", "a camera RAW file"),
    (b"IIRS", "a camera RAW file"),
    (b"MMOR", "a camera RAW file"),
    (b"IIU\0", "a camera RAW file"),
    (b"FOVb", "a camera RAW file"),
    (b"II\x1a\0\0\0HEAPCCDR", "a camera RAW file"),
    (b"%PDF-", "a PDF document"),
    (b"%!PS", "a PostScript document"),
    (b"\xc5\xd0\xd3\xc6", "a PostScript document"),
    (b"\0\0\1\0", "an icon file"),
    (b"\x01\xda", "an SGI picture"),
    (b"v/1\x01", "an OpenEXR picture"),
    (b"#?RADIANCE", "a Radiance HDR picture"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\x1aE\xdf\xa3", "a video"),
    (b"\0\0\1\xba", "a video"),
    (b"FLV\1", "a video"),
    (b"\0\5\x16\7", "a macOS side file"),
)
_AVIF_BRANDS = {b"avif", b"avis"}
_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs"}
_VIDEO_BRANDS = (b"iso", b"mp4", b"M4", b"qt", b"3g", b"avc", b"dash", b"MSNV", b"XAVC", b"f4v", b"mmp4")
_SVG = re.compile(rb"<svg[\s>]", re.IGNORECASE)
_HTML = re.compile(rb"<(!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)


def sniff(head: bytes) -> str | None:
    """What a file is whose first bytes (`HEAD_BYTES` or fewer) are ``head``: one of `PHOTO_FORMATS`, or with its
    article what it is instead (``a GIF``, ``a video``); none where the bytes tell nothing."""
    for signature, name in _SIGNATURES:
        if head.startswith(signature):
            return name
    return _riff(head) or _boxes(head) or _tiff(head) or _bitmap(head) or _markup(head)


def is_picture_name(path: Path) -> bool:
    """Whether a file's name says that it is a still picture, also of a format that is refused with a reason. Hidden
    files are none."""
    return not path.name.startswith(".") and path.suffix.lower() in _PHOTO_SUFFIXES | _OTHER_SUFFIXES


def _riff(head: bytes) -> str | None:
    if not head.startswith(b"RIFF"):
        return None
    return {b"WEBP": "WebP", b"AVI ": "a video"}.get(head[8:12])


def _boxes(head: bytes) -> str | None:
    """ISO base media: HEIC, AVIF, Canon's RAW and most videos tell themselves apart by brands."""
    if head[4:8] in (b"moov", b"mdat", b"wide"):
        return "a video"
    if head[4:8] != b"ftyp":
        return None
    size = min(int.from_bytes(head[:4], "big"), len(head))
    major, others = head[8:12], {head[at : at + 4] for at in range(12, size - 3, 4)}
    if major == b"crx ":
        return "a camera RAW file"
    for brands in ({major}, others):  # mif1 and its kin say only in the second place what they hold
        if brands & _HEIC_BRANDS:
            return "HEIC"
        if brands & _AVIF_BRANDS:
            return "AVIF"
    return "a video" if major.startswith(_VIDEO_BRANDS) else "HEIC"


def _tiff(head: bytes) -> str | None:
    if head[:4] in (b"II+\0", b"MM\0+"):
        return "TIFF"
    block = tiff_tags.block(head)
    if block is None:
        return None
    # Most RAW files are TIFF files whose first picture is a thumbnail: decoding that would pass it off as the photo.
    tags = block.directory(block.first)
    reduced = (number.number() or 0) & 1 if (number := tags.get(0x00FE)) else 0
    raw = head[8:10] == b"CR" or 0xC612 in tags or (reduced and 0x014A in tags)
    return "a camera RAW file" if raw else "TIFF"


def _bitmap(head: bytes) -> str | None:
    header = int.from_bytes(head[14:18], "little")
    return "BMP" if head[:2] == b"BM" and header in (12, 40, 52, 56, 64, 108, 124) else None


def _markup(head: bytes) -> str | None:
    if not head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return None
    if _SVG.search(head):
        return "an SVG drawing"
    return "a web page" if _HTML.search(head) else None
