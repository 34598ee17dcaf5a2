"""Which of onnxruntime's providers computes a cutout model: a GPU's where the installed onnxruntime has one, the
processor's everywhere else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """A provider by onnxruntime's ``name``, what engines that it computes bear behind theirs (``label``), what it is
    asked for, and whether it can plan neither memory nor several steps at once."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...] = ()
    step_by_step: bool = False


PROCESSOR = Provider(name="CPUExecutionProvider", label="cpu")
# The first that is offered is taken. TensorRT is left out: it builds for minutes whatever it meets for the first time.
# CUDA must not choose its algorithms by how fast they were just now, for they differ in their last bits. OpenVINO
# computes on the processor unless told otherwise.
GPUS = (
    Provider(
        name="CUDAExecutionProvider",
        label="cuda",
        options=(("cudnn_conv_algo_search", "DEFAULT"), ("arena_extend_strategy", "kSameAsRequested")),
    ),
    Provider(name="DmlExecutionProvider", label="directml", step_by_step=True),
    Provider(name="CoreMLExecutionProvider", label="coreml"),
    Provider(name="OpenVINOExecutionProvider", label="openvino", options=(("device_type", "GPU"),)),
)


class ProviderError(Exception):
    """A GPU's provider could not be used, in a few words why; the processor's is to be used instead."""


def chosen(device: str, available: Sequence[str]) -> Provider:
    """The provider that computes where the option ``device`` is ``auto``, ``cpu`` or ``gpu`` and onnxruntime has the
    providers named ``available``, in any order: a GPU's, unless there is none or ``cpu`` is asked for."""
    if device == "cpu":
        return PROCESSOR
    return next((gpu for gpu in GPUS if gpu.name in available), PROCESSOR)


def expected(device: str) -> Provider:
    """What `chosen` gives with the installed onnxruntime; it is not known yet whether it works. One that is missing or
    does not load has no providers."""
    if device == "cpu":
        return PROCESSOR
    try:
        import onnxruntime
    except ImportError:
        return PROCESSOR
    return chosen(device, onnxruntime.get_available_providers())
