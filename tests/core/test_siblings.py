"""The variants of a listing: one scale, one place."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from whitecove.core.compose import Frame, place
from whitecove.core.model import Box, Placement, Subject
from whitecove.core.options import Options
from whitecove.core.profiles import load_profile
from whitecove.core.siblings import placements

CANVAS = 1000
OPTIONS = Options(canvas=CANVAS, fill=0.8)
PROFILE = load_profile("aliexpress")
SIZE = (1200, 900)
SIDES = ("left", "top", "right", "bottom")


def subject(
    box: Box, *, size: tuple[int, int] = SIZE, compact: bool = False, tail: Box | None = None, doubt: float = 0.0
) -> Subject:
    """A subject that is cut where it touches the photo's frame."""
    touches = (box.left == 0, box.top == 0, box.right == size[0], box.bottom == size[1])
    cut = tuple(side for side, touching in zip(SIDES, touches, strict=True) if touching)
    return Subject(size=size, box=box, tail=tail or box, cut=cut, compact=compact, doubt=doubt)


def placed(*subjects: Subject, fill: float = OPTIONS.fill, stand: str = OPTIONS.stand) -> tuple[Placement, ...]:
    return placements(subjects, replace(OPTIONS, fill=fill, stand=stand), PROFILE)


def moved(box: Box, across: int, down: int) -> Box:
    return Box(box.left + across, box.top + down, box.right + across, box.bottom + down)


def origin(placement: Placement) -> tuple[float, float]:
    """Where the photo's own corner lies on the canvas."""
    source, target = placement.source_box, placement.placed_box
    return target.left - source.left * placement.scale, target.top - source.top * placement.scale


CUP = Box(300, 200, 700, 700)


def test_single_one_goes_where_it_always_went() -> None:
    frame = Frame(width=CANVAS, height=CANVAS, fill=0.8)
    for box in (CUP, Box(0, 100, 500, 700), Box(0, 300, 1200, 900)):
        one = subject(box)
        assert placed(one) == (place(box, one.cut, False, frame, tail=box),)


def test_canvas_is_the_profiles_own_unless_asked() -> None:
    assert placements([subject(CUP)], Options(), PROFILE)[0].canvas == (PROFILE.canvas, PROFILE.canvas)
    assert placed(subject(CUP))[0].canvas == (CANVAS, CANVAS)


def test_tripod_shots_are_drawn_as_one_photo() -> None:
    """The second has a tag that sticks out on the right, the third throws a shadow to the left."""
    first, *others = placed(subject(CUP), subject(Box(300, 200, 760, 700)), subject(Box(280, 200, 700, 704)))
    for other in others:
        assert origin(other) == pytest.approx(origin(first), abs=1.5)
        assert other.scale == pytest.approx(first.scale, rel=0.004)


def test_product_put_down_elsewhere_lands_in_the_same_place() -> None:
    boxes = [CUP, moved(CUP, 90, -60), moved(CUP, -200, 150)]
    assert len({each.placed_box for each in placed(*map(subject, boxes))}) == 1


def test_moved_and_grown_is_told_apart() -> None:
    """What was put down 50 px further right, with 30 px of strap on the right, is moved by 50 px."""
    plain, strapped = placed(subject(CUP), subject(Box(350, 200, 780, 700)))
    assert strapped.placed_box.left == pytest.approx(plain.placed_box.left, abs=1)
    assert strapped.placed_box.width - plain.placed_box.width == pytest.approx(30 * plain.scale, abs=1)


def test_small_and_large_keep_their_proportion_and_are_centred() -> None:
    small, large = placed(subject(Box(100, 100, 300, 350)), subject(Box(600, 100, 1000, 800)))
    assert large.placed_box.height == 800
    assert small.scale == pytest.approx(large.scale, rel=0.004)
    for each in (small, large):
        assert abs(each.placed_box.left + each.placed_box.right - CANVAS) <= 1
        assert abs(each.placed_box.top + each.placed_box.bottom - CANVAS) <= 1


def test_small_and_large_stand_on_one_line() -> None:
    low, tall = placed(subject(Box(100, 300, 300, 450)), subject(Box(600, 100, 1000, 800)), stand="baseline")
    assert low.placed_box.bottom == tall.placed_box.bottom == 900


def test_photos_of_different_sizes_give_one_longest_side() -> None:
    sizes = (SIZE, (2400, 1800), (3000, 3000))
    boxes = (CUP, Box(300, 200, 1500, 1000), Box(900, 300, 1100, 2900))
    for each in placed(*(subject(box, size=size) for box, size in zip(boxes, sizes, strict=True))):
        assert max(each.placed_box.width, each.placed_box.height) == 800


def test_one_photo_of_another_size_brings_all_to_one_longest_side() -> None:
    small, large = subject(Box(100, 100, 300, 350)), subject(Box(600, 100, 1000, 800))
    odd = subject(Box(100, 100, 200, 500), size=(600, 600))
    assert [each.placed_box.height for each in placed(small, large, odd)] == [800, 800, 800]
    assert [each.placed_box.height for each in placed(small, large)] == [pytest.approx(286, abs=1), 800]


def test_doubtful_cutout_decides_nothing_among_photos_of_different_sizes() -> None:
    wide = subject(Box(100, 400, 1100, 410), size=(1300, 900), doubt=0.9, tail=Box(0, 0, 1300, 900))
    right = [subject(CUP), subject(CUP, size=(1400, 900))]
    _, *others = placed(wide, *right)
    assert tuple(others) == placed(*right)


def test_one_box_or_disc_gives_all_more_air() -> None:
    plain, compact = placed(subject(CUP), subject(CUP, compact=True))
    assert plain.placed_box == compact.placed_box
    assert plain.placed_box.height == round(800 * 0.8 / 0.85)


def test_soft_shadow_of_one_makes_room_in_all() -> None:
    plain, shadowed = placed(subject(CUP), subject(CUP, tail=Box(300, 200, 1190, 700)))
    assert plain.placed_box == shadowed.placed_box
    assert shadowed.placed_box.right + (1190 - 700) * shadowed.scale <= CANVAS


def test_cut_side_stays_flush_whatever_the_others_do() -> None:
    whole, cut = placed(subject(Box(300, 300, 700, 880)), subject(Box(300, 320, 700, 900)))
    assert (whole.flush, cut.flush) == ((), ("bottom",))
    assert cut.placed_box.bottom == CANVAS
    assert origin(whole) == pytest.approx(origin(cut), abs=1.5)


def test_subject_cut_at_both_ends_still_spans_the_canvas() -> None:
    span = subject(Box(400, 0, 700, 900))
    spanning, other = placed(span, subject(CUP, size=(1300, 900)))
    assert (spanning.placed_box.top, spanning.placed_box.bottom) == (0, CANVAS)
    assert set(spanning.flush) == {"top", "bottom"}
    assert other.placed_box.height == 800


@pytest.mark.parametrize("wrong", [Box(300, 200, 700, 350), Box(300, 200, 1200, 900), Box(0, 0, 1200, 900)])
def test_doubtful_cutout_decides_nothing_for_its_siblings(wrong: Box) -> None:
    right = [subject(CUP), subject(moved(CUP, 30, 20))]
    alone = placed(*right)
    doubtful, *others = placed(subject(wrong, doubt=0.9), *right)
    assert tuple(others) == alone
    assert doubtful.scale <= alone[0].scale * 1.004


def test_doubtful_cutout_that_is_right_lies_where_its_siblings_do() -> None:
    found = placed(subject(CUP), subject(moved(CUP, 90, -60), doubt=0.9), subject(moved(CUP, -50, 40)))
    assert len({each.placed_box for each in found}) == 1


def test_only_doubtful_cutouts_are_taken_as_they_are() -> None:
    assert placed(subject(CUP, doubt=0.9), subject(CUP, doubt=0.8)) == placed(subject(CUP), subject(CUP))


def test_no_variants_need_no_place() -> None:
    assert placements([], OPTIONS, PROFILE) == ()


@st.composite
def boxes(draw: st.DrawFn, size: tuple[int, int] = SIZE) -> Box:
    left, top = draw(st.integers(0, size[0] - 1)), draw(st.integers(0, size[1] - 1))
    return Box(left, top, draw(st.integers(left + 1, size[0])), draw(st.integers(top + 1, size[1])))


sizes = st.sampled_from([SIZE, (900, 1200), (200, 3000)])


@st.composite
def any_subject(draw: st.DrawFn) -> Subject:
    size = draw(sizes)
    box = draw(boxes(size))
    margin = draw(st.integers(0, 400))
    tail = Box(
        max(0, box.left - margin),
        max(0, box.top - margin),
        min(size[0], box.right + margin),
        min(size[1], box.bottom + margin),
    )
    return subject(box, size=size, compact=draw(st.booleans()), tail=tail, doubt=draw(st.sampled_from([0.0, 0.9])))


@given(st.lists(any_subject(), min_size=1, max_size=5), st.floats(0.3, 1.0), st.sampled_from(["centre", "baseline"]))
@settings(max_examples=150)
def test_every_variant_lies_on_the_canvas_within_the_fill(subjects: list[Subject], fill: float, stand: str) -> None:
    found = placed(*subjects, fill=fill, stand=stand)
    assert len(found) == len(subjects)
    for one, placement in zip(subjects, found, strict=True):
        box = placement.placed_box
        assert placement.source_box == one.box
        assert 0 <= box.left < box.right <= CANVAS
        assert 0 <= box.top < box.bottom <= CANVAS
        assert set(placement.flush) <= set(one.cut)
        held = {"left": box.left, "top": box.top, "right": CANVAS - box.right, "bottom": CANVAS - box.bottom}
        assert all(held[side] <= 1 for side in placement.flush)
        if not any(each.cut or each.doubt for each in subjects):
            assert max(box.width, box.height) <= fill * CANVAS + 1


@given(st.lists(boxes(), min_size=2, max_size=5))
@settings(max_examples=150)
def test_photos_of_one_size_share_their_scale_to_a_pixel(found: list[Box]) -> None:
    places = placed(*map(subject, found))
    largest = max(places, key=lambda each: max(each.source_box.width, each.source_box.height))
    assume(max(largest.source_box.width, largest.source_box.height) > 50)
    tall = largest.source_box.height >= largest.source_box.width
    source, target = largest.source_box, largest.placed_box
    scale = target.height / source.height if tall else target.width / source.width
    for each in places:
        assert each.placed_box.width == pytest.approx(each.source_box.width * scale, abs=2)
        assert each.placed_box.height == pytest.approx(each.source_box.height * scale, abs=2)


@given(boxes(), st.lists(st.tuples(st.integers(-40, 40), st.integers(-40, 40)), min_size=1, max_size=4))
@settings(max_examples=200)
def test_the_same_outline_lands_in_the_same_place_wherever_it_stood(box: Box, movements: list[tuple[int, int]]) -> None:
    everywhere = [moved(box, *by) for by in movements]
    assume(all(b.left > 0 and b.top > 0 and b.right < SIZE[0] and b.bottom < SIZE[1] for b in (box, *everywhere)))
    found = placed(subject(box), *map(subject, everywhere))
    assert len({each.placed_box for each in found}) == 1


@given(st.permutations([CUP, Box(310, 190, 690, 720), Box(295, 215, 705, 700), Box(340, 240, 750, 745)]))
def test_much_the_same_outline_keeps_one_scale(order: list[Box]) -> None:
    scales = {each.source_box: each.scale for each in placed(*map(subject, order))}
    assert all(scale == pytest.approx(next(iter(scales.values())), rel=0.004) for scale in scales.values())


@st.composite
def alike(draw: st.DrawFn) -> list[Subject]:
    """Subjects of much the same outline, put down elsewhere each, in photos of one size."""
    sides = st.tuples(*[st.integers(-25, 25)] * 4)
    changes = draw(st.lists(sides, min_size=2, max_size=5))
    grown = [Box(*(edge + by for edge, by in zip(CUP, each, strict=True))) for each in changes]
    return [subject(each, doubt=draw(st.sampled_from([0.0, 0.0, 0.9]))) for each in grown]


@given(st.one_of(st.lists(any_subject(), min_size=2, max_size=5), alike()), st.randoms(use_true_random=False))
@settings(max_examples=200)
def test_the_order_of_the_variants_changes_nothing(subjects: list[Subject], random: Random) -> None:
    order = random.sample(range(len(subjects)), len(subjects))
    found = placed(*subjects)
    assert placed(*(subjects[i] for i in order)) == tuple(found[i] for i in order)
