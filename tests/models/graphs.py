"""Tiny cutout models: of one layer, in the shape of the real ones."""

from __future__ import annotations

from pathlib import Path

import onnx
from onnx import TensorProto, helper

SEES_RED = (6.0, -3.0, -3.0)


def graph(path: Path, side: int) -> Path:
    """A model for pictures of ``side`` × ``side`` pixels that sees the product where it is red."""
    kernel = helper.make_tensor("kernel", TensorProto.FLOAT, [1, 3, 1, 1], SEES_RED)
    nodes = [
        helper.make_node("Conv", ["image", "kernel"], ["seen"]),
        helper.make_node("Sigmoid", ["seen"], ["mask"]),
    ]
    image = helper.make_tensor_value_info("image", TensorProto.FLOAT, [1, 3, side, side])
    mask = helper.make_tensor_value_info("mask", TensorProto.FLOAT, [1, 1, side, side])
    made = helper.make_graph(nodes, "tiny", [image], [mask], [kernel])
    onnx.save(helper.make_model(made, opset_imports=[helper.make_opsetid("", 13)], ir_version=8), path)
    return path
