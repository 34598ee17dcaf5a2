"""Who computes a cutout model, and what happens where a GPU does not."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnxruntime
import pytest
from hypothesis import given
from hypothesis import strategies as st
from onnxruntime.capi import onnxruntime_pybind11_state as state
from PIL import Image

from tests.core.engines.scenes import disc, photo, sweep
from tests.models.graphs import graph
from tests.pictures import picture
from whitecove.batch.identity import batch_identity
from whitecove.core.engines import providers, rembg, rembg_session
from whitecove.core.engines.providers import GPUS, PROCESSOR, Provider, ProviderError, chosen, expected
from whitecove.core.engines.registry import make_engine
from whitecove.core.engines.rembg_session import Session, open_session
from whitecove.core.errors import EngineError
from whitecove.core.model import Picture

CUDA, DIRECTML = GPUS[:2]
# A provider that every onnxruntime has beside the processor's, so that a session with it really opens and computes.
REAL = Provider(name="AzureExecutionProvider", label="azure")


@pytest.fixture
def red(tmp_path: Path) -> Path:
    """A model that sees the product where it is red."""
    return graph(tmp_path / "red.u2net.onnx", 320)


@pytest.fixture
def shown() -> Picture:
    return picture(photo(disc(), (200, 40, 40), sweep()))


@pytest.mark.parametrize(
    ("available", "label"),
    [
        (["CPUExecutionProvider"], "cpu"),
        (["AzureExecutionProvider", "CPUExecutionProvider"], "cpu"),
        (["TensorrtExecutionProvider", "CUDAExecutionProvider", "CPUExecutionProvider"], "cuda"),
        (["TensorrtExecutionProvider", "CPUExecutionProvider"], "cpu"),
        (["CPUExecutionProvider", "DmlExecutionProvider"], "directml"),
        (["OpenVINOExecutionProvider", "CoreMLExecutionProvider", "CPUExecutionProvider"], "coreml"),
        (["OpenVINOExecutionProvider", "CPUExecutionProvider"], "openvino"),
        ([], "cpu"),
    ],
)
def test_the_gpu_that_is_taken(available: list[str], label: str) -> None:
    assert chosen("auto", available).label == label
    assert chosen("gpu", available).label == label
    assert chosen("cpu", available) is PROCESSOR


@given(st.permutations(onnxruntime.get_all_providers()), st.integers(min_value=0))
def test_order_of_what_is_available_does_not_matter(names: list[str], count: int) -> None:
    available = names[: count % (len(names) + 1)]
    taken = chosen("auto", available)
    assert taken == chosen("auto", sorted(available))
    assert taken.name in (*available, PROCESSOR.name)
    assert "ensor" not in taken.name


def test_this_onnxruntime_is_asked() -> None:
    assert expected("auto") == chosen("auto", onnxruntime.get_available_providers())
    assert expected("cpu") is PROCESSOR


def test_a_gpu_that_onnxruntime_silently_does_without_is_noticed(red: Path) -> None:
    with pytest.raises(ProviderError):
        open_session("red", red, CUDA)


def test_a_file_that_is_no_model_is_no_fault_of_the_gpu(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken, told = tmp_path / "broken.onnx", list[str]()
    broken.write_bytes(b"no model")
    monkeypatch.setattr(rembg, "expected", lambda device: CUDA)
    engine = make_engine("rembg:u2net_custom", {"u2net_custom": broken}, tell=told.append)
    with pytest.raises(EngineError) as caught:
        engine.cut(picture(photo(disc(), (200, 40, 40), sweep())))
    assert caught.value.code == "engine.model_broken"
    assert not told


@pytest.mark.parametrize("engine", ["rembg:red", "auto"])
def test_without_the_gpu_the_processor_computes_the_same_and_it_is_said_once(
    engine: str, red: Path, shown: Picture, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    models = {"red" if engine != "auto" else "u2netp": red}
    usual = make_engine(engine, models, device="cpu").cut(shown)
    monkeypatch.setattr(rembg, "expected", lambda device: CUDA)
    told: list[str] = []
    fallen = make_engine(engine, models, tell=told.append)
    first, second = fallen.cut(shown), fallen.cut(shown)
    for cutout in (first, second):
        assert np.array_equal(cutout.matte, usual.matte)
        assert cutout.engine == usual.engine
    assert len(told) == 1
    assert told[0].startswith("The GPU could not be used through cuda (")
    assert capfd.readouterr().out == ""


def test_what_a_gpu_computed_bears_its_name(red: Path, shown: Picture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rembg, "expected", lambda device: REAL)
    told: list[str] = []
    assert make_engine("rembg:red", {"red": red}, tell=told.append).cut(shown).engine == "rembg:red@azure"
    assert make_engine("auto", {"u2netp": red}, tell=told.append).cut(shown).engine == "rembg:u2netp@azure+backdrop"
    assert not told


class Failing:
    """A session on a GPU whose memory is full after so many passes."""

    def __init__(self, real: Session, passes: int) -> None:
        self.inner_session = real.inner_session
        self._real, self._left = real, passes

    def predict(self, img: Image.Image) -> list[Image.Image]:
        if not self._left:
            raise state.RuntimeException("out of memory")
        self._left -= 1
        return self._real.predict(img)


@pytest.mark.parametrize("passes", [0, 3, 4, 6])
def test_a_gpu_that_fails_in_the_middle_costs_no_photo(
    passes: int, red: Path, shown: Picture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def opened(model: str, file: Path, provider: Provider) -> Session:
        real = open_session(model, file, provider)
        return real if provider is PROCESSOR else Failing(real, passes)

    monkeypatch.setattr(rembg, "expected", lambda device: REAL)
    monkeypatch.setattr(rembg, "open_session", opened)
    told: list[str] = []
    engine = make_engine("rembg:red", {"red": red}, tell=told.append)
    # A photo takes four passes.
    names = ["rembg:red@azure" if photos <= passes // 4 else "rembg:red" for photos in (1, 2)]
    assert [engine.cut(shown).engine for _ in range(2)] == names
    assert len(told) == 1
    assert "RuntimeException" in told[0]


def test_asking_for_a_gpu_where_there_is_none_is_answered(red: Path, shown: Picture) -> None:
    assert expected("gpu") is PROCESSOR, "this test is for a computer without a GPU"
    said: dict[str, list[str]] = {device: [] for device in ("auto", "cpu", "gpu")}
    for device, told in said.items():
        make_engine("rembg:red", {"red": red}, device=device, tell=told.append).cut(shown)
    assert [len(told) for told in said.values()] == [0, 0, 1]
    assert said["gpu"][0].startswith("The installed onnxruntime cannot use a GPU")


def test_directml_gets_the_session_that_it_can_work_with() -> None:
    settings = rembg_session._settings(DIRECTML)
    assert not settings.enable_mem_pattern
    assert settings.execution_mode == onnxruntime.ExecutionMode.ORT_SEQUENTIAL
    assert rembg_session._settings(CUDA).enable_mem_pattern
    assert not rembg_session._settings(PROCESSOR).enable_mem_pattern


def test_what_a_gpu_made_is_another_batch(red: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    models = {"u2netp": red}
    on_processor = batch_identity("", "auto", models, device="auto")
    assert batch_identity("", "auto", models, device="cpu") == on_processor
    monkeypatch.setattr(providers, "chosen", lambda device, available: PROCESSOR if device == "cpu" else CUDA)
    assert batch_identity("", "auto", models, device="auto") != on_processor
    assert batch_identity("", "auto", models, device="cpu") == on_processor
    assert batch_identity("", "backdrop", models, device="auto") == batch_identity("", "backdrop", {}, device="cpu")
