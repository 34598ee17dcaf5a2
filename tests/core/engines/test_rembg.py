"""rembg's models: a tiny graph through rembg's own session, and the real weights where they are at hand."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from tests.core.engines.graphs import graph
from tests.core.engines.scenes import disc, iou, patchwork, photo, sweep
from tests.pictures import picture
from whitecove.core.engines.registry import cut_out, make_engine
from whitecove.core.engines.rembg import RembgEngine
from whitecove.core.errors import EngineError

APP = Path(__file__).resolve().parents[3] / "app"


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """Sees what is redder than it is green and blue."""
    return graph(tmp_path / "tiny.onnx", (6.0, -3.0, -3.0))


def test_mask_of_a_custom_model_becomes_a_matte(tiny: Path) -> None:
    matte = disc()
    rgb = photo(matte, (200, 40, 40), sweep())
    cutout = cut_out(picture(rgb), make_engine("rembg:u2net_custom", {"u2net_custom": tiny}))
    assert cutout.engine == "rembg:u2net_custom"
    assert iou(cutout.matte, matte) > 0.97
    whole = cutout.matte == 255
    assert np.array_equal(cutout.rgb[whole], rgb[whole])


def test_same_photo_same_cutout(tiny: Path) -> None:
    shown = picture(photo(disc(), (200, 40, 40), sweep()))
    first, second = (RembgEngine("u2net_custom", tiny).cut(shown) for _ in range(2))
    assert np.array_equal(first.matte, second.matte)
    assert np.array_equal(first.rgb, second.rgb)


def test_model_that_sees_the_same_everywhere(tmp_path: Path) -> None:
    blind = graph(tmp_path / "blind.onnx", (0.0, 0.0, 0.0))
    with pytest.raises(EngineError) as caught:
        RembgEngine("u2net_custom", blind).cut(picture(photo(disc(), (200, 40, 40), sweep())))
    assert caught.value.code == "engine.nothing_seen"


def test_file_that_is_no_model(tmp_path: Path) -> None:
    broken = tmp_path / "broken.onnx"
    broken.write_bytes(b"no model")
    with pytest.raises(EngineError) as caught:
        RembgEngine("u2net_custom", broken).cut(picture(photo(disc(), (200, 40, 40), sweep())))
    assert caught.value.code == "engine.model_broken"


def test_file_that_is_gone(tmp_path: Path) -> None:
    with pytest.raises(EngineError) as caught:
        RembgEngine("u2netp", tmp_path / "u2netp.onnx").cut(picture(photo(disc(), (200, 40, 40), sweep())))
    assert caught.value.code == "engine.model_missing"


@pytest.mark.parametrize("model", ["atlascloud", "no-such-model"])
def test_cloud_and_unknown_models_are_not_offered(model: str, tiny: Path) -> None:
    with pytest.raises(EngineError) as caught:
        RembgEngine(model, tiny).cut(picture(photo(disc(), (200, 40, 40), sweep())))
    assert caught.value.code == "engine.not_offered"


def test_pymatting_and_numba_stay_out(tiny: Path) -> None:
    script = (
        "import sys, numpy as np\n"
        "from pathlib import Path\n"
        "from whitecove.core.engines.rembg import RembgEngine\n"
        f"engine = RembgEngine('u2net_custom', Path({str(tiny)!r}))\n"
        "rgb = np.full((64, 64, 3), 128, np.uint8)\n"
        "rgb[16:48, 16:48] = (220, 20, 20)\n"
        "engine.see(rgb)\n"
        "print(sorted({'numba', 'llvmlite', 'pymatting'} & set(sys.modules)))\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(APP)}
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout.strip() == "[]"


def test_auto_asks_the_model_what_and_the_backdrop_where(tiny: Path) -> None:
    matte = disc()
    engine = make_engine("auto", {"u2netp": tiny})
    cutout = cut_out(picture(photo(matte, (200, 40, 40), sweep())), engine)
    assert cutout.engine == "rembg:u2netp+backdrop"
    assert iou(cutout.matte, matte) > 0.99
    assert cutout.doubt < 0.5


def test_auto_leaves_a_busy_scene_to_the_model(tiny: Path) -> None:
    scene = patchwork()
    scene[..., 0] //= 3
    rgb = photo(disc(), (230, 20, 20), scene.astype(np.float32))
    cutout = cut_out(picture(rgb), make_engine("auto", {"u2netp": tiny}))
    assert cutout.engine == "rembg:u2netp"


def test_auto_falls_back_where_the_model_sees_nothing(tmp_path: Path) -> None:
    matte = disc()
    blind = graph(tmp_path / "blind.onnx", (0.0, 0.0, 0.0))
    cutout = cut_out(picture(photo(matte, (30, 40, 90), sweep())), make_engine("auto", {"u2netp": blind}))
    assert cutout.engine == "backdrop"
    assert iou(cutout.matte, matte) > 0.99


@pytest.mark.weights
def test_real_weights_find_a_product(models_with_u2netp: dict[str, Path], shared: Path) -> None:
    from PIL import Image

    folder = shared / "data" / "pairs" / "grabcut"
    with Image.open(folder / "stone2.jpg") as image:
        rgb = np.asarray(image.convert("RGB"))
    with Image.open(folder / "stone2.mask.bmp") as image:
        truth = np.asarray(image.convert("L"))
    cutout = cut_out(picture(rgb), make_engine("rembg:u2netp", models_with_u2netp))
    assert cutout.engine == "rembg:u2netp"
    assert iou(cutout.matte, truth) > 0.95
