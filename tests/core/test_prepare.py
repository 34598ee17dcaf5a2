"""One photo through the whole job, with the real engine, profile and checks."""

from __future__ import annotations

import hashlib
import io
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.pictures import disc_matte, noise
from whitecove.core.doubt import judged
from whitecove.core.engines.registry import make_engine
from whitecove.core.errors import ReadError, WhitecoveError
from whitecove.core.model import (
    U8,
    Box,
    Cutout,
    Photo,
    PhotoResult,
    Picture,
    Placement,
    Role,
    Severity,
    Sign,
    Slot,
    State,
    Want,
)
from whitecove.core.options import Options
from whitecove.core.prepare import Context, prepare
from whitecove.core.profiles import load_profile

MAIN = (Want(slot=Slot.MAIN, file="ball/ball_01_main.jpg"),)


SQUARE = Want(slot=Slot.VARIANT, file="ball/variants/ball_v01_red.jpg", variant="red", order=1)
DETAIL = Want(slot=Slot.DETAIL, file="ball/ball_02.jpg", order=2)


class Folder:
    """Writes into a dictionary and hands back what it holds."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    def __call__(self, name: str, data: bytes) -> bytes:
        self.files[name] = data
        return self.files[name]


def shot(path: Path, size: tuple[int, int] = (1600, 1200), radius: float = 380) -> Path:
    """A textured ball on a grey sweep with sensor noise."""
    width, height = size
    matte = disc_matte(width, height, (width / 2, height / 2), radius)[..., None] / 255
    rows = np.linspace(215, 180, height)[:, None, None]
    sweep = np.broadcast_to(rows, (height, width, 3)) + np.random.default_rng(1).normal(0, 2, (height, width, 3))
    ball = noise(width, height, 20, 160, seed=2) * np.array([1.0, 0.5, 0.4])
    rgb = np.clip(ball * matte + sweep * (1 - matte), 0, 255).astype(np.uint8)
    Image.fromarray(rgb).save(path, quality=95)
    return path


def context(**values: object) -> Context:
    options = Options(**values)  # type: ignore[arg-type]
    return Context(options=options, profile=load_profile("aliexpress"), engine=make_engine(options.engine, {}))


def run(
    path: Path, wants: tuple[Want, ...] = MAIN, *, measure: bool = False, **values: object
) -> tuple[PhotoResult, Folder]:
    folder = Folder()
    photo = Photo(path=path, name=path.name, role=Role.MAIN, order=1)
    return prepare(photo, wants, context(**values), folder, measure=measure), folder


class Counting:
    """The built-in engine, and how often it was asked."""

    name = "auto"

    def __init__(self) -> None:
        self.cuts = 0
        self.engine = make_engine("backdrop", {})

    def cut(self, picture: Picture) -> Cutout:
        self.cuts += 1
        return self.engine.cut(picture)


class Doubtful(Counting):
    """The built-in engine, never sure of its cutouts."""

    def cut(self, picture: Picture) -> Cutout:
        return judged(super().cut(picture), [Sign("half", 0.9, "Half of it may be missing.")])


def decoded(folder: Folder, name: str = MAIN[0].file) -> U8:
    return np.asarray(Image.open(io.BytesIO(folder.files[name])))


def test_plain_photo_is_ready_and_every_rule_is_answered(tmp_path: Path) -> None:
    result, folder = run(shot(tmp_path / "ball.jpg"))
    (rendition,) = result.renditions
    assert (result.state, result.reason) == (State.READY, "")
    profile = load_profile("aliexpress")
    asked = {rule.id for rule in profile.rules if rule.severity_for(Slot.MAIN) and not rule.id.startswith("set.")}
    assert asked - {"origin.camera"} <= {f.rule for f in rendition.findings}
    assert [f for f in rendition.findings if f.broken and f.severity == "error"] == []
    pixels = decoded(folder)
    assert pixels.shape == (2000, 2000, 3)
    assert (pixels[:150] == 255).all()
    assert rendition.sha256 == hashlib.sha256(folder.files[MAIN[0].file]).hexdigest()
    assert 512_000 <= rendition.bytes == len(folder.files[MAIN[0].file]) <= 2_000_000


def test_written_file_carries_srgb_and_no_orientation(tmp_path: Path) -> None:
    _, folder = run(shot(tmp_path / "ball.jpg"))
    image = Image.open(io.BytesIO(folder.files[MAIN[0].file]))
    exif = image.getexif()
    assert image.info["icc_profile"]
    assert exif.get(0x0112, 1) == 1
    assert exif.get_ifd(0x8769)[0xA001] == 1


def test_same_photo_gives_the_same_bytes(tmp_path: Path) -> None:
    path = shot(tmp_path / "ball.jpg")
    assert run(path)[1].files == run(path)[1].files


def test_portrait_shape(tmp_path: Path) -> None:
    result, folder = run(shot(tmp_path / "ball.jpg"), aspect="3:4")
    assert decoded(folder).shape == (2000, 1500, 3)
    assert result.state is State.READY


def test_detail_keeps_its_scene(tmp_path: Path) -> None:
    want = (Want(slot=Slot.DETAIL, file="ball/ball_02.jpg"),)
    result, folder = run(shot(tmp_path / "ball.jpg"), want)
    pixels = decoded(folder, want[0].file)
    assert pixels.shape == (1200, 1600, 3)
    assert pixels[:50].max() < 240
    assert result.renditions[0].engine == "keep"


def test_detail_on_white_is_cut_out(tmp_path: Path) -> None:
    want = (Want(slot=Slot.DETAIL, file="ball/ball_02.jpg"),)
    _, folder = run(shot(tmp_path / "ball.jpg"), want, details="white")
    assert (decoded(folder, want[0].file)[:50] == 255).all()


def test_kept_scene_is_no_main(tmp_path: Path) -> None:
    result, _ = run(shot(tmp_path / "ball.jpg"), engine="keep")
    assert result.state is State.REVIEW
    assert "background.white" in {f.rule for f in result.renditions[0].findings if f.broken}


def test_smooth_small_product_says_that_it_misses_the_floor(tmp_path: Path) -> None:
    path = tmp_path / "pill.png"
    matte = disc_matte(1000, 1000, (500, 500), 60)[..., None] / 255
    Image.fromarray((200 - 150 * matte + np.zeros(3)).astype(np.uint8)).save(path)
    result, folder = run(path, canvas=1000)
    assert len(folder.files[MAIN[0].file]) < 512_000
    assert result.state is State.REVIEW
    assert "file.bytes" in {f.rule for f in result.renditions[0].findings if f.broken}
    assert "allow plain padding with --pad-bytes" in result.reason


def test_broken_rule_is_said_before_the_doubt(tmp_path: Path) -> None:
    path = tmp_path / "pill.png"
    matte = disc_matte(1000, 1000, (500, 500), 60)[..., None] / 255
    Image.fromarray((200 - 150 * matte + np.zeros(3)).astype(np.uint8)).save(path)
    folder = Folder()
    photo = Photo(path=path, name=path.name, role=Role.MAIN, order=1)
    doubtful = replace(context(canvas=1000), engine=Doubtful())
    result = prepare(photo, MAIN, doubtful, folder)
    assert result.state is State.REVIEW
    assert result.reason.startswith("file.bytes: ")
    assert result.reason.endswith("or use another photo. Half of it may be missing.")


def test_doubt_alone_is_said_alone(tmp_path: Path) -> None:
    path = shot(tmp_path / "ball.jpg")
    photo = Photo(path=path, name=path.name, role=Role.MAIN, order=1)
    result = prepare(photo, MAIN, replace(context(), engine=Doubtful()), Folder())
    assert (result.state, result.reason) == (State.REVIEW, "Half of it may be missing.")


def test_stamp_sized_product_is_no_ready_picture(tmp_path: Path) -> None:
    result, _ = run(shot(tmp_path / "ball.jpg", size=(400, 300), radius=40))
    assert result.state is State.REVIEW
    assert "magnified 20 times" in result.reason


def test_padding_brings_it_to_the_floor_when_allowed(tmp_path: Path) -> None:
    path = tmp_path / "pill.png"
    matte = disc_matte(1000, 1000, (500, 500), 200)[..., None] / 255
    Image.fromarray((200 - 150 * matte + np.zeros(3)).astype(np.uint8)).save(path)
    result, folder = run(path, canvas=1000, pad_bytes=True)
    assert 512_000 <= len(folder.files[MAIN[0].file]) <= 2_000_000
    assert result.renditions[0].encoding["rung"] == "padding"


def test_huge_texture_shrinks_the_canvas_rather_than_the_quality(tmp_path: Path) -> None:
    path = tmp_path / "noise.png"
    Image.fromarray(noise(2000, 2000)).save(path)
    want = (Want(slot=Slot.DETAIL, file="ball/ball_02.jpg"),)
    result, folder = run(path, want)
    assert result.renditions[0].encoding["rung"] in {"smaller-canvas", "low-quality"}
    assert len(folder.files[want[0].file]) <= 2_000_000


def test_unused_photo_is_read_and_nothing_written(tmp_path: Path) -> None:
    result, folder = run(shot(tmp_path / "ball.jpg"), ())
    assert result.state is State.UNUSED
    assert result.facts is not None
    assert folder.files == {}


def test_white_page_has_no_product(tmp_path: Path) -> None:
    path = tmp_path / "white.png"
    Image.new("RGB", (1000, 1000), "white").save(path)
    with pytest.raises(WhitecoveError, match="nothing to cut out"):
        run(path)


def test_broken_photo_raises_and_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "broken.jpg"
    path.write_bytes(shot(tmp_path / "ball.jpg").read_bytes()[:20_000])
    with pytest.raises(ReadError):
        run(path)


@pytest.mark.parametrize(("slot", "engine"), [(Slot.DETAIL, "auto"), (Slot.MAIN, "keep")])
def test_transparent_scene_lies_on_white_not_on_what_it_hides(tmp_path: Path, slot: Slot, engine: str) -> None:
    rgba = np.zeros((1000, 1000, 4), np.uint8)
    rgba[300:700, 300:700] = (180, 60, 40, 255)
    Image.fromarray(rgba).save(tmp_path / "supplier.png")
    want = (Want(slot=slot, file="cup/cup_02.jpg"),)
    _, folder = run(tmp_path / "supplier.png", want, engine=engine)
    assert (decoded(folder, want[0].file)[:200] == 255).all()


@pytest.mark.parametrize(
    ("wants", "measure", "cuts"),
    [
        ((*MAIN, SQUARE), True, 1),
        ((*MAIN, DETAIL), False, 1),
        ((DETAIL,), False, 0),
        ((DETAIL,), True, 1),
        ((), True, 1),
        ((), False, 0),
    ],
)
def test_photo_is_cut_out_once_whatever_is_wanted(
    tmp_path: Path, wants: tuple[Want, ...], measure: bool, cuts: int
) -> None:
    engine, folder = Counting(), Folder()
    path = shot(tmp_path / "ball.jpg", size=(800, 600), radius=200)
    photo = Photo(path=path, name=path.name, role=Role.MAIN, order=1)
    result = prepare(photo, wants, replace(context(canvas=800), engine=engine), folder, measure=measure)
    assert engine.cuts == cuts
    assert [each.slot for each in result.renditions] == [want.slot for want in wants]
    assert list(folder.files) == [want.file for want in wants]


def test_renditions_of_one_photo_are_what_each_would_be_alone(tmp_path: Path) -> None:
    path = shot(tmp_path / "ball.jpg", size=(800, 600), radius=200)
    together = run(path, (*MAIN, SQUARE, DETAIL), canvas=800)[1].files
    for want in (*MAIN, SQUARE, DETAIL):
        assert run(path, (want,), canvas=800)[1].files[want.file] == together[want.file]


def test_measured_photo_says_where_its_subject_is(tmp_path: Path) -> None:
    result, folder = run(shot(tmp_path / "ball.jpg", size=(800, 600), radius=200), (), measure=True)
    assert (result.state, result.reason, result.renditions, folder.files) == (State.READY, "", (), {})
    assert result.subject is not None
    assert result.subject.size == (800, 600)
    assert result.subject.box == pytest.approx((200, 100, 600, 500), abs=3)
    assert (result.subject.cut, result.subject.compact) == ((), True)


def test_subject_is_not_known_where_it_was_not_asked_for_or_nothing_is_cut_out(tmp_path: Path) -> None:
    path = shot(tmp_path / "ball.jpg", size=(800, 600), radius=200)
    assert run(path, canvas=800)[0].subject is None
    kept, _ = run(path, (), measure=True, engine="keep")
    assert (kept.state, kept.subject) == (State.READY, None)


def test_variant_is_square_and_on_white_whatever_the_shape_of_mains(tmp_path: Path) -> None:
    result, folder = run(shot(tmp_path / "ball.jpg"), (*MAIN, SQUARE), aspect="3:4")
    assert decoded(folder).shape == (2000, 1500, 3)
    assert decoded(folder, SQUARE.file).shape == (2000, 2000, 3)
    assert (decoded(folder, SQUARE.file)[:150] == 255).all()
    assert [(each.variant, each.order) for each in result.renditions] == [("", 0), ("red", 1)]


def test_variant_is_drawn_where_its_siblings_are(tmp_path: Path) -> None:
    place = Placement(source_box=Box(420, 220, 1180, 980), placed_box=Box(100, 1000, 860, 1760), canvas=(2000, 2000))
    want = replace(SQUARE, placement=place)
    result, folder = run(shot(tmp_path / "ball.jpg"), (want,))
    rows, columns = np.nonzero((decoded(folder, want.file) < 200).any(axis=2))
    assert (columns.min(), rows.min(), columns.max() + 1, rows.max() + 1) == pytest.approx(place.placed_box, abs=3)
    assert result.state is State.READY
    assert [f.rule for f in result.renditions[0].findings if f.broken and f.severity is Severity.WARNING] == []


def test_variant_that_must_shrink_keeps_its_share_of_the_canvas(tmp_path: Path) -> None:
    rgba = np.zeros((1700, 1700, 4), np.uint8)
    rgba[50:1650, 50:1650, :3], rgba[50:1650, 50:1650, 3] = noise(1600, 1600), 255
    Image.fromarray(rgba).save(tmp_path / "noise.png")
    place = Placement(source_box=Box(50, 50, 1650, 1650), placed_box=Box(300, 100, 1900, 1700), canvas=(2000, 2000))
    result, _ = run(tmp_path / "noise.png", (replace(SQUARE, placement=place),))
    made = result.renditions[0].placement
    assert made is not None
    assert made.canvas[0] < 2000
    assert [edge / made.canvas[0] for edge in made.placed_box] == pytest.approx([0.15, 0.05, 0.95, 0.85], abs=0.001)


def test_edited_picture_is_taken_as_it_is_and_judged(tmp_path: Path) -> None:
    path = shot(tmp_path / "ball.jpg")
    _, first = run(path)
    edited = tmp_path / "edited.jpg"
    edited.write_bytes(first.files[MAIN[0].file])
    want = replace(MAIN[0], edited=edited, order=1)
    result, folder = run(path, (want,))
    (rendition,) = result.renditions
    assert folder.files == {want.file: edited.read_bytes()}
    assert (result.state, rendition.engine, rendition.order) == (State.READY, "edited by hand", 1)
    assert rendition.sha256 == hashlib.sha256(edited.read_bytes()).hexdigest()
    assert (rendition.width, rendition.height, rendition.bytes) == (2000, 2000, len(edited.read_bytes()))
    assert rendition.score is not None
    assert (rendition.placement, rendition.doubt) == (None, None)


def test_edited_picture_that_breaks_a_rule_goes_to_review(tmp_path: Path) -> None:
    Image.new("RGB", (500, 700), "red").save(tmp_path / "edited.jpg")
    result, folder = run(shot(tmp_path / "ball.jpg"), (replace(MAIN[0], edited=tmp_path / "edited.jpg"),))
    assert result.state is State.REVIEW
    assert result.reason.startswith("As it was edited by hand it breaks a rule: file.bytes: ")
    assert list(folder.files) == [MAIN[0].file]


@pytest.mark.parametrize("others", [(), (DETAIL,)])
def test_photo_without_a_product_keeps_its_edited_variant(tmp_path: Path, others: tuple[Want, ...]) -> None:
    path, edited = tmp_path / "white.png", tmp_path / "edited.jpg"
    Image.new("RGB", (1000, 1000), "white").save(path)
    shot(edited)
    wants = (*others, replace(SQUARE, edited=edited))
    result, folder = run(path, wants, measure=True)
    assert (result.subject, len(result.renditions)) == (None, len(wants))
    assert folder.files[SQUARE.file] == edited.read_bytes()


def test_photo_without_a_product_fails_where_a_variant_is_to_be_drawn(tmp_path: Path) -> None:
    Image.new("RGB", (1000, 1000), "white").save(tmp_path / "white.png")
    with pytest.raises(WhitecoveError, match="nothing to cut out"):
        run(tmp_path / "white.png", (), measure=True)


def test_photo_of_an_edited_variant_is_measured_for_its_siblings(tmp_path: Path) -> None:
    edited = shot(tmp_path / "edited.jpg")
    path = shot(tmp_path / "ball.jpg", size=(800, 600), radius=200)
    result, _ = run(path, (replace(SQUARE, edited=edited),), measure=True)
    assert result.subject == run(path, (), measure=True)[0].subject


def test_edited_picture_that_is_gone_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReadError):
        run(shot(tmp_path / "ball.jpg"), (replace(MAIN[0], edited=tmp_path / "gone.jpg"),))


@pytest.mark.parametrize(("wants", "measure"), [((), False), ((), True), ((DETAIL,), False)])
def test_every_photo_that_can_be_read_has_a_fingerprint(tmp_path: Path, wants: tuple[Want, ...], measure: bool) -> None:
    result, _ = run(shot(tmp_path / "ball.jpg", size=(400, 300), radius=100), wants, measure=measure)
    assert len(bytes.fromhex(result.fingerprint)) == 8
