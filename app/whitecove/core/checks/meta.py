"""Rules on what travels along with the pixels."""

from __future__ import annotations

from whitecove.core import metadata
from whitecove.core.checks.answers import answer
from whitecove.core.checks.context import Context
from whitecove.core.checks.examine import Examined
from whitecove.core.model import Finding
from whitecove.core.profiles import Rule


def orientation(file: Examined, rule: Rule, context: Context) -> Finding:
    """The pixels stand upright by themselves: no viewer has to turn them."""
    value = metadata.orientation_of(file.data)
    return answer(
        value in (None, 1), rule, context,
        measured="upright" if value in (None, 1) else f"EXIF orientation {value}",
        required="upright (EXIF orientation 1 or none)",
        fix="Turn the pixels themselves and set the EXIF orientation to 1.",
        value=value,
    )  # fmt: skip


def private(file: Examined, rule: Rule, context: Context) -> Finding:
    """Nothing that tells where the picture was taken or which device took it."""
    parts = metadata.private_parts(file.data)
    return answer(
        not parts, rule, context,
        measured=", ".join(parts) or "nothing private",
        required="no GPS, serial number, embedded thumbnail or maker note",
        fix="Export again without private metadata.",
        value=len(parts),
    )  # fmt: skip
