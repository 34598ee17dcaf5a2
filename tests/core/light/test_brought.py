"""A photo that was cut out already keeps its shadow as it came, also where a person corrected it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.core.engines.scenes import disc, photo, shadowed, sweep
from tests.pictures import cutout, picture
from whitecove.core.light.lighting import with_own_shadow
from whitecove.core.messages import sentence
from whitecove.core.options import Options


@pytest.mark.parametrize("engine", ["alpha", "white", "alpha+corrected", "white+corrected"])
@pytest.mark.parametrize("shadow", ["own", "made"])
def test_what_the_photo_brought_gets_no_shadow(engine: str, shadow: str) -> None:
    matte = disc(110)
    rgb = photo(matte, (190, 40, 30), shadowed(sweep(), matte, depth=0.3, offset=45))
    brought = replace(cutout(rgb, matte), engine=engine)
    lit = with_own_shadow(brought, picture(rgb), Options(shadow=shadow))
    assert lit.shadow is None
    assert lit.notes == (sentence("light.brought"),)
    assert np.array_equal(lit.matte, matte)
