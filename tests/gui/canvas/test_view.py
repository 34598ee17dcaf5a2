"""What is seen of a picture, and where: to and fro, zoom and pan."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whitecove.gui.canvas.view import CLOSEST, View, between

SIDES = st.integers(1, 12_000)
ROOMS = st.floats(50, 5_000)
SHARES = st.floats(0, 1)


@st.composite
def views(draw: st.DrawFn) -> View:
    """A view somewhere in a picture."""
    view = View(picture=(draw(SIDES), draw(SIDES)), pane=(draw(ROOMS), draw(ROOMS)), margin=draw(st.floats(0, 24)))
    at = draw(SHARES) * view.pane[0], draw(SHARES) * view.pane[1]
    return view.fitted().at_scale(draw(st.floats(0.01, 40)), at)


@given(views(), st.floats(-1e4, 1e4), st.floats(-1e4, 1e4))
def test_there_and_back(view: View, x: float, y: float) -> None:
    assert view.to_picture(*view.to_pane(x, y)) == pytest.approx((x, y), abs=1e-4)


@given(views())
def test_fit_shows_all_of_it_in_the_middle(view: View) -> None:
    fit = view.fitted()
    left, top = fit.to_pane(0, 0)
    right, bottom = fit.to_pane(*fit.picture)
    assert left >= -1e-6
    assert top >= -1e-6
    assert left + right == pytest.approx(fit.pane[0])
    assert top + bottom == pytest.approx(fit.pane[1])
    assert fit.scale <= fit.most_fit
    assert fit.fits


@given(SIDES, SIDES, st.floats(1, 5), SHARES, SHARES)
def test_zoom_keeps_the_point_below_the_pointer(width: int, height: int, factor: float, x: float, y: float) -> None:
    """Anywhere in a picture that is seen closely, wherever one looks at it."""
    pane = width / 2, height / 2
    view = View(picture=(width, height), pane=pane).fitted().at_scale(1.0, (x * pane[0], y * pane[1]))
    at = y * pane[0], x * pane[1]
    assert view.zoomed(factor, at).to_picture(*at) == pytest.approx(view.to_picture(*at))


def test_zoom_keeps_a_point_anywhere_while_the_picture_is_larger() -> None:
    view = View(picture=(4000, 3000), pane=(800, 600), margin=24).fitted().at_scale(1.0, (400, 300))
    for at in ((10.0, 10.0), (790.0, 20.0), (400.0, 599.0)):
        for factor in (0.7, 1.2, 3.0):
            assert view.zoomed(factor, at).to_picture(*at) == pytest.approx(view.to_picture(*at))


@given(views())
def test_clamped_is_settled(view: View) -> None:
    assert view.clamped() == view


@given(views(), st.floats(-1e5, 1e5), st.floats(-1e5, 1e5))
def test_the_picture_cannot_be_lost(view: View, across: float, down: float) -> None:
    """However it is dragged, some of it stays within the pane's inner half or it fits whole."""
    moved = view.panned(across, down)
    left, top = moved.to_pane(0, 0)
    right, bottom = moved.to_pane(*moved.picture)
    slack = moved.margin + 1e-3
    assert left <= moved.pane[0] / 2 + slack
    assert right >= moved.pane[0] / 2 - slack
    assert top <= moved.pane[1] / 2 + slack
    assert bottom >= moved.pane[1] / 2 - slack


@given(views(), st.floats(0.01, 1000))
def test_scale_has_bounds(view: View, factor: float) -> None:
    scale = view.zoomed(factor).scale
    assert view.fit_scale / 2 <= scale * (1 + 1e-9)
    assert scale <= CLOSEST


def test_fits_on_in_another_pane() -> None:
    view = View(picture=(1000, 1000), pane=(500, 500)).fitted()
    assert view.in_pane(250, 800).scale == pytest.approx(0.25)
    near = view.at_scale(1.0)
    assert near.in_pane(250, 800).scale == 1.0
    assert (near.in_pane(250, 800).x, near.in_pane(250, 800).y) == (500, 500)


@given(views(), st.floats(0, 0.9), st.floats(0, 0.9))
def test_showing_has_the_box_in_sight(view: View, across: float, down: float) -> None:
    width, height = view.picture
    box = across * width, down * height, (across + 0.1) * width, (down + 0.1) * height
    seen = view.showing(*box)
    left, top = seen.to_pane(box[0], box[1])
    right, bottom = seen.to_pane(box[2], box[3])
    assert left >= -1
    assert top >= -1
    assert right <= seen.pane[0] + 1
    assert bottom <= seen.pane[1] + 1


@given(views(), st.floats(0, 0.9))
def test_the_way_leads_from_start_to_end(view: View, share: float) -> None:
    end = view.showing(0, 0, view.picture[0] / 3, view.picture[1] / 5)
    first, last = between(view, end, 0.0), between(view, end, 1.0)
    assert (first.scale, first.x, first.y) == pytest.approx((view.scale, view.x, view.y))
    assert (last.scale, last.x, last.y) == pytest.approx((end.scale, end.x, end.y))
    middle = between(view, end, share)
    assert min(view.scale, end.scale) <= middle.scale * (1 + 1e-9)
    assert middle.scale <= max(view.scale, end.scale) * (1 + 1e-9)
