"""No cutout: the whole photo is the subject."""

from __future__ import annotations

import numpy as np

from whitecove.core.model import Cutout, Picture


class KeepEngine:
    """Keeps the photo as it is: a matte of 255 everywhere, and nothing to doubt."""

    name = "keep"

    def cut(self, picture: Picture) -> Cutout:
        """``picture`` whole."""
        matte = np.full(picture.rgb.shape[:2], 255, np.uint8)
        return Cutout(rgb=picture.rgb, matte=matte, engine=self.name, doubt=0.0)
