"""Rules on the file as a file."""

from __future__ import annotations

from pathlib import PurePosixPath

from whitecove.core.checks.answers import answer, count, kilobytes
from whitecove.core.checks.context import Context
from whitecove.core.checks.examine import Examined
from whitecove.core.model import Finding
from whitecove.core.profiles import Rule

EXTENSIONS = {
    "JPEG": (".jpg", ".jpeg"),
    "PNG": (".png",),
    "GIF": (".gif",),
    "WEBP": (".webp",),
    "BMP": (".bmp",),
    "TIFF": (".tif", ".tiff"),
    "AVIF": (".avif",),
    "HEIF": (".heic", ".heif"),
    "PSD": (".psd",),
    "PDF": (".pdf",),
}
# What to do about a size, by whether Whitecove made the file: then the best quality that fits has been tried already.
TOO_SMALL = {
    False: "Save with a higher JPEG quality, or on a larger canvas.",
    True: "The picture has too little detail for it: allow plain padding with --pad-bytes, or use another photo.",
}
TOO_LARGE = {
    False: "Save with a lower JPEG quality, or on a smaller canvas.",
    True: "The picture has too much detail for it: make it smaller with --canvas, or use another photo.",
}


def readable(file: Examined, rule: Rule, context: Context) -> Finding:
    """It decodes to the last pixel and holds one still picture."""
    ok = not file.problem and file.frames <= 1
    moving = f"animated, {count(file.frames, 'frame')}"
    return answer(
        ok, rule, context,
        measured=file.problem or (moving if file.frames > 1 else "decodes fully"),
        required="decodes fully, one still picture",
        fix="Export one still frame." if not file.problem else "Copy or export the picture again.",
    )  # fmt: skip


def kind(file: Examined, rule: Rule, context: Context) -> Finding:
    """Its content is one of the formats that the marketplace takes."""
    allowed = rule.words("formats")
    return answer(
        file.format in allowed, rule, context,
        measured=file.format or "no known picture format",
        required=" or ".join(allowed),
        fix=f"Save the picture as {allowed[0]}.",
    )  # fmt: skip


def extension(file: Examined, rule: Rule, context: Context) -> Finding:
    """Its name says what its content is."""
    suffix = PurePosixPath(file.name.replace("\\", "/")).suffix.lower()
    right = EXTENSIONS.get(file.format, ())
    return answer(
        suffix in right, rule, context,
        measured=f"{suffix or 'no extension'} on {file.format or 'unknown content'}",
        required=" or ".join(right) if right else "the extension of its content",
        fix=f"Rename the file so that it ends in {right[0]}." if right else "Save the picture as JPEG.",
    )  # fmt: skip


def size(file: Examined, rule: Rule, context: Context) -> Finding:
    """Its size is inside the window, both ends included."""
    floor, ceiling = int(rule.number("floor")), int(rule.number("ceiling"))
    ok = floor <= file.bytes <= ceiling
    # Rounded to KB, a file a few bytes outside would look as if it were inside.
    near = not ok and min(abs(file.bytes - floor), abs(file.bytes - ceiling)) < 1000
    return answer(
        ok, rule, context,
        measured=count(file.bytes, "byte") if near else kilobytes(file.bytes),
        required=f"{floor / 1000:,.0f}–{kilobytes(ceiling)}",
        fix=(TOO_SMALL if file.bytes < floor else TOO_LARGE)[context.prepared is not None],
        value=file.bytes,
    )  # fmt: skip
