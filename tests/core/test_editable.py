"""A photo goes to another program and comes back as it was."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from whitecove.core.editable import editable
from whitecove.core.read import read_photo


@given(seed=st.integers(0, 1000), matte=arrays.arrays(np.uint8, (7, 11)))
def test_what_comes_back_unedited_is_the_photo_with_its_matte_as_alpha(
    seed: int, matte: np.ndarray[tuple[int, int], np.dtype[np.uint8]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    matte[3, 4], matte[0, 0] = 255, 0
    rgb = np.random.default_rng(seed).integers(0, 256, (7, 11, 3)).astype(np.uint8)
    file = tmp_path_factory.getbasetemp() / "edit.tif"
    file.write_bytes(editable(rgb, matte))
    back = read_photo(file)
    assert (back.rgb == rgb).all()
    assert back.alpha is not None
    assert (back.alpha == matte).all()
    assert (back.facts.bits, back.facts.format) == (16, "TIFF")
