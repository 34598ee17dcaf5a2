"""Files of one folder and one stem that are one photo together: a phone's or camera's pair, or what programs keep
beside a photo. One of them is used; the others are skipped with a reason that names it.

Files of different folders never belong together: people sort the good ones into folders of their own.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from whitecove.batch.intake.headers import read_header
from whitecove.batch.intake.walk import Found
from whitecove.batch.naming.names import collision_key, natural_key, printable
from whitecove.core.sniff import RAW_SUFFIXES, is_picture_name

JPEG_SUFFIXES = frozenset({".jpg", ".jpeg", ".jpe", ".jfif"})
HEIC_SUFFIXES = frozenset({".heic", ".heif", ".hif"})
VIDEO_SUFFIXES = frozenset({".mov", ".mp4", ".m4v"})
SIDECAR_SUFFIXES = frozenset({".xmp", ".cos", ".cop", ".dop", ".pp3", ".on1", ".thm", ".aae"})

# An iPhone keeps the photo as shot (IMG_1234), as edited (IMG_E1234) and what was edited (IMG_1234.AAE, IMG_O1234.AAE).
PHONE_NAME = re.compile(r"(?i)^(?P<start>img_)(?P<kind>[eo]?)(?P<number>\d{4,})$")
# Lightroom keeps the photo as shot (SKU1.jpg) and as edited elsewhere (SKU1-Edit.tif, then SKU1-Edit-2.tif).
LIGHTROOM_EDIT = re.compile(r"(?<=\w)-Edit(?:-\d{1,2})?$")
# A picture beside an edited photo that may be a person's own cutout of it: not as shot.
MAY_BE_CUT_OUT = frozenset({".png", ".webp"})
# Stems that cameras and phones count or time; people and programs give other names to other pictures.
CAMERA_STEM = re.compile(
    r"""(?ix)^(?:_?(?:img|dsc|dscn|dscf|pict|p|l|pxl|mvimg|gopr|dji|sam|cimg|imgp|hpim|kic|burst|photo)[_-]?e?)?
    \d{3,}(?:[_-]\d+)*(?:[_.-]?(?:hdr|mp|portrait|cover))*$"""
)

BELONGS, SAME, EDITED = "skip.belongs", "skip.better", "skip.edited"

Partner: TypeAlias = tuple[str, str]
"""A message code, and the name of the file that is used."""


def partners(photos: Iterable[Found], others: Iterable[Found]) -> dict[str, Partner]:
    """Which of ``photos`` and of ``others`` (files that are no photos by themselves) are one photo with another file of
    their folder, by path, with the reason's message code and that file's name."""
    groups: dict[tuple[str, str], tuple[list[Found], list[Found]]] = {}
    for side, members in enumerate((photos, others)):
        for found in members:
            if side == 0 or _suffix(found) in VIDEO_SUFFIXES | SIDECAR_SUFFIXES:
                place = os.path.dirname(found.path), _stem_key(found)  # noqa: PTH120 (a path's parent hashes slowly)
                groups.setdefault(place, ([], []))[side].append(found)
    paired: dict[str, Partner] = {}
    for of_stem, beside in groups.values():
        if of_stem and len(of_stem) + len(beside) > 1:
            paired |= {str(found.path): partner for found, partner in _paired(of_stem, beside).items()}
    return paired


def _paired(photos: Sequence[Found], others: Sequence[Found]) -> dict[Found, Partner]:
    sidecars = [found for found in photos if _suffix(found) in SIDECAR_SUFFIXES]
    raws = [found for found in photos if _suffix(found) in RAW_SUFFIXES]
    stills = [found for found in photos if found not in sidecars and found not in raws]
    paired = dict(_same(stills))
    edited = sorted((found for found in stills if _is_edited(found) and found not in paired), key=_preference)
    paired |= _edits(stills, edited)
    used = sorted((found for found in stills if found not in paired), key=_preference)
    for found in (*raws, *sidecars, *others) if used else (*sidecars, *others):
        partner = next((p for p in used or raws if _may_belong(found, p)), None)
        if partner is not None:
            paired[found] = BELONGS, _name(partner)
    return paired


def _same(stills: Sequence[Found]) -> Iterator[tuple[Found, Partner]]:
    """Of a HEIC and a JPEG of one camera stem, one. The JPEG was made of the HEIC, perhaps after retouching, and is
    used, unless it has fewer bytes: then it was made small. Measured on iPhone photos, a JPEG of the same size has
    1.2 to 3 times the bytes of the HEIC at quality 85 to 97, and 0.8 times at 75."""
    for stem in dict.fromkeys(collision_key(found.stem) for found in stills):
        alike = [found for found in stills if collision_key(found.stem) == stem]
        heics = [found for found in alike if _suffix(found) in HEIC_SUFFIXES]
        jpegs = [found for found in alike if _suffix(found) in JPEG_SUFFIXES]
        if len(heics) == len(jpegs) == 1 and CAMERA_STEM.match(stem) and _same_shot(heics[0], jpegs[0]):
            heic, jpeg = heics[0], jpegs[0]
            less, better = (jpeg, heic) if _size(jpeg) < _size(heic) else (heic, jpeg)
            yield less, (SAME, _name(better))


def _edits(stills: Sequence[Found], edited: Sequence[Found]) -> Iterator[tuple[Found, Partner]]:
    """Photos as shot of which one of ``edited`` is the edited version."""
    for found in stills:
        if _is_edited(found) or found.path.suffix.lower() in MAY_BE_CUT_OUT:
            continue
        better = next((each for each in edited if _same_shot(found, each)), None)
        if better is not None:
            yield found, (EDITED, _name(better))


def _may_belong(found: Found, partner: Found) -> bool:
    """A moving picture belongs to what phones shoot with it; a sidecar and a RAW file to any picture."""
    return _suffix(found) not in VIDEO_SUFFIXES or _suffix(partner) in JPEG_SUFFIXES | HEIC_SUFFIXES


def _same_shot(one: Found, other: Found) -> bool:
    """Whether nothing speaks against two files being the same shot: counters start anew, capture times do not."""
    times = {(found.header or read_header(found.path)).taken for found in (one, other)} - {None}
    return len({time.replace(microsecond=0) for time in times if time}) < 2


def _stem_key(found: Found) -> str:
    stem = found.path.stem
    if _suffix(found) in SIDECAR_SUFFIXES and is_picture_name(Path(stem)):  # IMG_1.CR2.xmp
        stem = Path(stem).stem
    phone = PHONE_NAME.match(stem)
    return collision_key(phone["start"] + phone["number"] if phone else LIGHTROOM_EDIT.sub("", stem))


def _is_edited(found: Found) -> bool:
    phone = PHONE_NAME.match(found.path.stem)
    if phone is None:
        return LIGHTROOM_EDIT.search(found.path.stem) is not None
    return phone["kind"].lower() == "e"


def _preference(found: Found) -> tuple[object, ...]:
    suffix = _suffix(found)
    return not _is_edited(found), suffix not in JPEG_SUFFIXES, suffix not in HEIC_SUFFIXES, natural_key(found.name)


def _suffix(found: Found) -> str:
    return found.path.suffix.lower()


def _name(found: Found) -> str:
    return printable(found.path.name)


def _size(found: Found) -> int:
    try:
        return found.path.stat().st_size
    except OSError:
        return 0
