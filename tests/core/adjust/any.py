"""Adjustments, any there can be."""

from __future__ import annotations

from hypothesis import strategies as st

from whitecove.core.adjust.values import MOST_EXPOSED, MOST_STRAIGHTENED, TURNS, Adjust, Geometry

turns = st.sampled_from(TURNS)
degrees = st.floats(-MOST_STRAIGHTENED, MOST_STRAIGHTENED)
gains = st.floats(0.25, 4)
geometries = st.builds(Geometry, turn=turns, flip=st.booleans(), straighten=st.sampled_from([0.0]) | degrees)
adjusts = st.builds(
    Adjust,
    turn=turns,
    flip=st.booleans(),
    straighten=degrees,
    exposure=st.floats(-MOST_EXPOSED, MOST_EXPOSED),
    white_point=st.none() | st.tuples(gains, gains, gains),
    engine=st.sampled_from([None, "backdrop", "keep", "rembg:u2netp"]),
    fill=st.none() | st.floats(0.3, 1),
    shadow=st.sampled_from([None, "none", "own", "made"]),
    details=st.sampled_from([None, "scene", "white", "pad"]),
    stand=st.sampled_from([None, "centre", "baseline"]),
    keep_edges=st.sampled_from([None, True, False]),
)
