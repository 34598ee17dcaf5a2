"""Plain rembg, as whoever installs it gets it: the model's mask enlarged, nothing else."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from whitecove.core.model import U8


class PlainRembg:
    """rembg's own ``remove`` with a model file, without alpha matting."""

    def __init__(self, model: Path) -> None:
        # The custom session takes any file below this folder; numba would compile for over a minute at the import.
        os.environ.update(REMBG_HOME=str(model.parent), U2NET_HOME=str(model.parent), NUMBA_DISABLE_JIT="1")
        import rembg

        self._remove: Any = rembg.remove
        self._session = rembg.new_session("u2net_custom", model_path=str(model), providers=["CPUExecutionProvider"])

    def cutout(self, rgb: U8) -> U8:
        """The RGBA picture (H, W, 4) that rembg makes of ``rgb`` (H, W, 3)."""
        made = self._remove(Image.fromarray(rgb), session=self._session)
        return np.asarray(made.convert("RGBA"))
