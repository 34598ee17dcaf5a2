"""A photo with its matte for another program: a 16-bit TIFF with alpha, which comes back as a photo that is cut out."""

from __future__ import annotations

import io

import numpy as np

from whitecove.core.colour import srgb_profile
from whitecove.core.model import U8

# 255 becomes 65535.
WIDEN = 257


def editable(rgb: U8, matte: U8) -> bytes:
    """The TIFF file of a photo (H, W, 3) and its matte (H, W): 16 bits a channel, sRGB, alpha that is not multiplied
    in, so that what is erased can be painted back. What is erased keeps the photo's own colours."""
    import tifffile

    wide = np.dstack([rgb, matte]).astype(np.uint16) * WIDEN
    data = io.BytesIO()
    tifffile.imwrite(
        data,
        wide,
        photometric="rgb",
        extrasamples=["unassalpha"],
        iccprofile=srgb_profile(),
        metadata=None,
        software="Whitecove",
    )
    return data.getvalue()
