"""Makes resources/icc/srgb.icc, the profile that every written picture carries. Its bytes are fixed: a test compares.

Run from the checkout: ``PYTHONPATH=app python packaging/make_srgb.py``
"""

from __future__ import annotations

from whitecove import paths
from whitecove.core import icc

ENTRIES = 1024


def profile() -> bytes:
    """The sRGB of IEC 61966-2-1 as a version 2 profile, about 2.5 KB."""
    return icc.matrix_profile("sRGB IEC61966-2.1", icc.SRGB, icc.srgb_curve(ENTRIES))


if __name__ == "__main__":
    target = paths.resources() / "icc" / "srgb.icc"
    target.write_bytes(profile())
    print(f"{target}: {len(profile())} bytes")
