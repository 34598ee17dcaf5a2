"""What a photo looks like, in 64 bits, to find near-identical ones."""

from __future__ import annotations

import numpy as np
from PIL import Image

from whitecove.core.model import U8, Picture

# The hash looks at 32 x 32 pixels. Of a large photo every second, third ... pixel will do, as long as its short side
# keeps the first of these; those are averaged until it is near the second.
SAMPLED, AVERAGED = 1024, 128


def fingerprint(picture: Picture) -> str:
    """The perceptual hash of ``picture`` as it looks on white: 16 hexadecimal digits, of which few bits differ where
    two pictures look alike (the signs of the 8 x 8 lowest frequencies of a cosine transform of its luma)."""
    import imagehash

    small = _reduced(picture.rgb)
    if picture.alpha is not None:
        page = Image.new("RGB", small.size, "white")
        page.paste(small, mask=_reduced(picture.alpha))
        small = page
    return str(imagehash.phash(small))


def _reduced(pixels: U8) -> Image.Image:
    step = max(1, min(pixels.shape[:2]) // SAMPLED)
    sampled = Image.fromarray(np.ascontiguousarray(pixels[::step, ::step]))
    return sampled.reduce(max(1, min(sampled.size) // AVERAGED))
