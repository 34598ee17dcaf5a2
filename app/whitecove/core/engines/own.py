"""A person's own cutout model. Its file's name says how rembg must show photos to it: ``mugs.u2net.onnx`` is the model
``mugs``, which takes them as u2net does. So whoever has the file knows all that it takes to use it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

# Kind -> the session of rembg that is made for models of people's own. u2net: 320 × 320 pixels, with the mean and
# deviation of ImageNet. dis: 1024 × 1024 pixels, around a mean of a half.
KINDS: Mapping[str, str] = {"u2net": "u2net_custom", "dis": "dis_custom"}


def file_name(name: str, kind: str) -> str:
    """What the file of the own model ``name`` is called; ``kind`` is one of `KINDS`."""
    return f"{name}.{kind}.onnx"


def session_name(model: str, file: Path) -> str:
    """The name of rembg's session for ``model``, whose weights are ``file``: its own, or that of its kind."""
    return KINDS.get(Path(file.stem).suffix.removeprefix("."), model)
