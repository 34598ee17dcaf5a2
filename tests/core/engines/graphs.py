"""Tiny models that see by colour, of the shape of rembg's own."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

# What these models take off everything before they squash it: on grey they are sure that it is no product.
CAUTION = -4.0


def graph(path: Path, weights: tuple[float, float, float], *, side: int = 320, below: float = 1.0) -> Path:
    """A model of one layer that is shown ``side`` pixels: it sees the product where the weighted channels are high, and
    in the lower half only so much of it as ``below`` says."""
    kernel = helper.make_tensor("kernel", TensorProto.FLOAT, [1, 3, 1, 1], weights)
    caution = helper.make_tensor("caution", TensorProto.FLOAT, [1], [CAUTION])
    dimmed = np.ones((1, 1, side, side), np.float32)
    dimmed[:, :, side // 2 :] = below
    made = helper.make_graph(
        [
            helper.make_node("Conv", ["image", "kernel", "caution"], ["seen"]),
            helper.make_node("Sigmoid", ["seen"], ["bright"]),
            helper.make_node("Mul", ["bright", "dimmed"], ["mask"]),
        ],
        "tiny",
        [helper.make_tensor_value_info("image", TensorProto.FLOAT, [1, 3, side, side])],
        [helper.make_tensor_value_info("mask", TensorProto.FLOAT, [1, 1, side, side])],
        [kernel, caution, numpy_helper.from_array(dimmed, "dimmed")],
    )
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    onnx.save(model, path)
    return path
