"""What is measured on parts by number."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from whitecove.core.parts import means


@given(arrays(np.int32, (6, 7), elements=st.integers(0, 4)))
def test_sizes_and_means(labels: NDArray[np.int32]) -> None:
    plane = np.arange(labels.size, dtype=np.float32).reshape(labels.shape)
    sizes, mean, share = means(labels, 5, plane, plane > 20)
    assert sizes.shape == mean.shape == (6,)
    for number in range(1, 6):
        part = labels == number
        assert sizes[number] == part.sum()
        assert np.isclose(mean[number], plane[part].mean() if part.any() else 0)
        assert np.isclose(share[number], (plane[part] > 20).mean() if part.any() else 0)
    assert sizes[0] == mean[0] == share[0] == 0
