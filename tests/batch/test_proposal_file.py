"""The plan file: what is written comes back, whatever a spreadsheet made of it; what would hurt is refused, all at
once."""

from __future__ import annotations

import csv
import io
import json
import os
import tempfile
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.batch.plan_files import HEADING, shop, table
from whitecove.batch import spreadsheet
from whitecove.batch.grouping.roles import ORDER
from whitecove.batch.naming.names import collision_key, printable
from whitecove.batch.planfile import file as plan_file
from whitecove.batch.proposal import Proposal
from whitecove.batch.results import Skipped
from whitecove.core.errors import PlanError
from whitecove.core.model import Listing, Photo, Role, Slot, Tag, Variant, Want

FORMS = ["plan.csv", "plan.json"]
# What no file system or cell takes, and what a delivery's names never have.
PLAIN = st.characters(exclude_characters="/\\\0", exclude_categories=["Cs", "Cc", "Zl", "Zp", "Zs"])
TRICKY = [
    *("", "'", "''=", "=1+1", "@a", "-", "+7", "007", "1-2", "1E5", "123456789012", "MARCH1", "TRUE", "sep=;"),
    *("a,b;c\td", '5" red', "红色", "крас ный", "\\x41", "a\\u0041"),
]
WORDS = st.one_of(st.sampled_from(TRICKY), st.text(PLAIN, max_size=8)).map(
    lambda text: unicodedata.normalize("NFC", text).strip().replace("\t", " ")
)


def photo(path: Path, role: str = "detail", order: int = 1, *tags: str) -> Photo:
    return Photo(
        path=path,
        name=printable(path.name),
        role=Role(role),
        order=order,
        tags=tuple(map(Tag, tags)),
        reasons=("Because.",),
    )


def listing(sku: str, *variants: tuple[str, list[Photo]]) -> Listing:
    return Listing(sku=sku, variants=tuple(Variant(name=name, photos=tuple(photos)) for name, photos in variants))


def proposal(*listings: Listing, skipped: tuple[Skipped, ...] = ()) -> Proposal:
    photos = [each for one in listings for each in one.photos]
    wants = {each.name: (Want(slot=Slot.MAIN, file=f"a/{each.name}.jpg", order=1),) for each in photos}
    return Proposal(listings=listings, wants=wants, skipped=skipped)


def facts(listings: tuple[Listing, ...]) -> list[object]:
    """What a plan file carries of listings; it puts their variants in an order of its own."""
    return [
        (li.sku, sorted((v.name, [(p.path, p.role, p.order, p.tags) for p in v.photos]) for v in li.variants))
        for li in listings
    ]


@pytest.fixture
def studio(tmp_path: Path) -> Path:
    return shop(tmp_path)


def only_photos(folder: Path, *rows: str) -> tuple[Photo, ...]:
    """The photos of the only listing that ``rows`` make."""
    (one,) = plan_file.read(table(folder, "\n".join((HEADING, *rows))))[0]
    return one.photos


def _shows(photos: list[Photo]) -> bool:
    return any(each.role is Role.VARIANT for each in photos)


@st.composite
def proposals(draw: st.DrawFn, folder: Path) -> Proposal:
    """Listings as grouping leaves them, with photos that lie below ``folder``, under names of every kind."""
    count = iter(range(100))
    listings = []
    for sku in draw(st.lists(WORDS.filter(bool), min_size=1, max_size=4, unique_by=collision_key)):
        names = draw(st.lists(WORDS, min_size=1, max_size=3, unique_by=collision_key))
        roles = draw(st.lists(st.sampled_from(list(Role)[1:]), min_size=len(names), max_size=8))
        roles = sorted([Role.MAIN, *roles], key=lambda role: ORDER[role])
        held: dict[str, list[Photo]] = {}
        for role in roles:
            path = folder / draw(WORDS.map(lambda text: f"in {text}")) / f"{draw(WORDS)} {next(count)}.jpg"
            tags = draw(st.lists(st.sampled_from(list(Tag)), unique=True))
            shown = [name for name in names if role is not Role.VARIANT or not _shows(held.get(name, []))]
            if not shown:
                continue
            held.setdefault(draw(st.sampled_from(shown)), []).append(
                photo(path, role, 1 + sum(map(len, held.values())), *tags)
            )
        listings.append(listing(sku, *held.items()))
    skipped = draw(st.lists(WORDS.filter(bool).map(lambda name: Skipped(name=f"{name}.txt", reason="=No picture."))))
    return proposal(*listings, skipped=tuple(skipped))


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=60)
@given(data=st.data())
def test_what_is_written_comes_back(form: str, data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = data.draw(proposals(folder))
        for each in made.listings:
            for one in each.photos:
                one.path.parent.mkdir(exist_ok=True)
                one.path.write_bytes(b"")
        plan_file.write(made, folder / form)
        listings, skipped = plan_file.read(folder / form)
    assert facts(listings) == facts(made.listings)
    assert [each.reason for each in skipped] == [each.reason for each in made.skipped]
    names = [one.name for each in listings for one in each.photos]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("form", FORMS)
def test_a_photo_stands_by_its_place_seen_from_the_plan(form: str, tmp_path: Path) -> None:
    plans = tmp_path / "job" / "plans"
    plans.mkdir(parents=True)
    places = [plans / "sub" / "a.jpg", tmp_path / "job" / "photos" / "b.jpg", tmp_path / "elsewhere" / "c.jpg"]
    for place in places:
        place.parent.mkdir()
        place.write_bytes(b"")
    photos = [photo(place, "detail", order) for order, place in enumerate(places, 1)]
    plan_file.write(proposal(listing("MUG", ("", photos))), plans / form)
    text = (plans / form).read_text("utf-8-sig")
    assert all(name in text for name in ("sub/a.jpg", "../photos/b.jpg", places[2].as_posix()))
    assert "plans/sub" not in text
    listings, _ = plan_file.read(plans / form)
    assert [each.path for each in listings[0].photos] == places
    assert [each.name for each in listings[0].photos] == ["sub/a.jpg", "photos/b.jpg", "c.jpg"]


def test_plan_and_photos_may_move_together(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "a.jpg").write_bytes(b"")
    plan_file.write(proposal(listing("A", ("", [photo(tmp_path / "old" / "a.jpg")]))), tmp_path / "old" / "plan.csv")
    (tmp_path / "old").rename(tmp_path / "new")
    listings, skipped = plan_file.read(tmp_path / "new" / "plan.csv")
    assert [each.path for each in listings[0].photos] == [tmp_path / "new" / "a.jpg"]
    assert not skipped


@pytest.mark.skipif(os.name == "nt", reason="Windows refuses such names")
@pytest.mark.parametrize("form", FORMS)
def test_names_that_are_no_text_survive(form: str, tmp_path: Path) -> None:
    names = [
        os.fsdecode(name)
        for name in (b"caf\xe9.jpg", b"caf\\xe9.jpg", b"two\nlines.jpg", b" blanks .jpg ", b"a\\x5c.jpg")
    ]
    places = [tmp_path / name for name in names]
    for place in places:
        place.write_bytes(b"")
    photos = [photo(place, "detail", order) for order, place in enumerate(places, 1)]
    plan_file.write(proposal(listing("CAFE", ("", photos))), tmp_path / form)
    listings, skipped = plan_file.read(tmp_path / form)
    assert [each.path for each in listings[0].photos] == places
    assert len({each.name for each in listings[0].photos}) == len(places)
    assert not skipped
    for each in listings[0].photos:
        each.name.encode()


def test_the_table_opens_right_in_a_spreadsheet(studio: Path) -> None:
    made = proposal(
        listing(
            "=cmd()",
            ("-红", [photo(studio / "a.jpg", "main", 1), photo(studio / "b.jpg", "detail", 2, "angle", "size")]),
        ),
        skipped=(Skipped(name="notes.txt", reason="It is no picture."),),
    )
    plan_file.write(made, studio / "plan.csv")
    data = (studio / "plan.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(io.StringIO(data.decode("utf-8-sig")))) == [
        HEADING.split(","),
        ["a.jpg", "'=cmd()", "'-红", "main", "", "1", "Because.", "a/a.jpg.jpg"],
        ["b.jpg", "'=cmd()", "'-红", "detail", "angle size", "2", "Because.", "a/b.jpg.jpg"],
        ["notes.txt", "", "", "skip", "", "", "It is no picture.", ""],
    ]


def test_json_says_what_is_proposed(studio: Path) -> None:
    made = proposal(
        listing("MUG", ("red", [photo(studio / "a.jpg", "main", 1, "angle")])),
        skipped=(Skipped(name="notes.txt", reason="It is no picture."),),
    )
    plan_file.write(made, studio / "plan.json", profile="ozon")
    assert json.loads((studio / "plan.json").read_bytes()) == {
        "schema": 1,
        "profile": "ozon",
        "photos": [
            {
                "photo": "a.jpg", "sku": "MUG", "variant": "red", "role": "main", "tags": ["angle"], "order": 1,
                "files": [{"slot": "main", "file": "a/a.jpg.jpg", "variant": "", "order": 1}], "reasons": ["Because."],
            }
        ],
        "skipped": [{"photo": "notes.txt", "reason": "It is no picture."}],
    }  # fmt: skip


@pytest.mark.parametrize(
    "cell",
    [
        "007", "1-2", "01.05", "2024/5/1", "1E5", "12e3", "6901234567890", "MARCH1", "sep-2", "=A1", "'x", "@x", "TRUE",
        "12345.50", "1,000", "10:30", "1 1/2", "50%", "5月1日", "2024年5月1日",
    ],
)  # fmt: skip
def test_what_a_spreadsheet_would_change_is_guarded(cell: str) -> None:
    assert spreadsheet.guarded(cell) == f"'{cell}"
    assert spreadsheet.unguarded(f" '{cell} ") == cell


@pytest.mark.parametrize("cell", ["1001", "MUG-01", "a-b", "红色", "38", "marble 2x", "1.5 l", "0"])
def test_what_a_spreadsheet_leaves_alone_is_plain(cell: str) -> None:
    assert spreadsheet.guarded(cell) == cell


CHINESE = "photo,sku,variant,role,tags,order\n杯子.jpg,马克杯,红色,main,,1\n"
RUSSIAN = "photo,sku,variant,role,tags,order\nкружка.jpg,Кружка,КРАСНЫЙ,main,,1\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gbk", "gb18030"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_chinese_tables_of_any_making(encoding: str, delimiter: str, studio: Path) -> None:
    listings, skipped = plan_file.read(table(studio, CHINESE.replace(",", delimiter), encoding))
    assert facts(listings) == [("马克杯", [("红色", [(studio / "杯子.jpg", Role.MAIN, 1, ())])])]
    assert not skipped


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1251"])
def test_russian_tables_of_any_making(encoding: str, studio: Path) -> None:
    listings, skipped = plan_file.read(table(studio, RUSSIAN.replace(",", ";"), encoding))
    assert facts(listings) == [("Кружка", [("КРАСНЫЙ", [(studio / "кружка.jpg", Role.MAIN, 1, ())])])]
    assert not skipped


def test_a_code_page_is_told_by_the_photos_that_lie_there(studio: Path) -> None:
    (studio / "КрУжКа.jpg").write_bytes(b"")
    text = RUSSIAN.replace("кружка.jpg", "КрУжКа.jpg").replace("Кружка,КРАСНЫЙ", "KrUzHkA,")
    listings, _ = plan_file.read(table(studio, text, "cp1251"))
    assert [each.path.name for each in listings[0].photos] == ["КрУжКа.jpg"]


@pytest.mark.parametrize(
    ("sku", "encoding"), [("Кружка красная", "cp1251"), ("КРУЖКА", "cp1251"), ("马克杯", "gbk"), ("蓝色杯子", "gbk")]
)
def test_a_code_page_is_told_by_its_words_where_photos_do_not_tell_it(sku: str, encoding: str, studio: Path) -> None:
    text = f"photo,sku,variant,role,tags,order\na.jpg,{sku},,main,,1\n"
    assert plan_file.read(table(studio, text, encoding))[0][0].sku == sku


@pytest.mark.parametrize(
    "row",
    [
        "a.jpg,MUG,red,MAIN,angle close-up,1,why,x.jpg",
        'a.jpg,MUG,red,Main,"Angle, close up",1.0,,',
        "'a.jpg,'MUG,'red, main ,angle|Close_Up,\"1,0\",,,,,,",
        "./a.jpg,MUG,red,main,angle;closeup;angle,01,,",
        "x/../a.jpg,MUG,red,main,angle+closeup,１,,",
    ],
)  # fmt: skip
def test_what_spreadsheets_and_people_do_to_cells_is_understood(row: str, studio: Path) -> None:
    listings, skipped = plan_file.read(table(studio, f"{HEADING}\n{row}"))
    assert facts(listings) == [("MUG", [("red", [(studio / "a.jpg", Role.MAIN, 1, (Tag.ANGLE, Tag.CLOSE_UP))])])]
    assert not skipped


def test_columns_may_stand_in_any_order_with_others_between(studio: Path) -> None:
    text = 'sep=;\n\n Order ;NOTES;"role";tags;Variant;SKU;Photo;;\n2;ask Ann;main;;;MUG;a.jpg;;\n;;;;;;;;\n'
    listings, _ = plan_file.read(table(studio, text))
    assert facts(listings) == [("MUG", [("", [(studio / "a.jpg", Role.MAIN, 1, ())])])]


def test_order_is_that_of_numbers_then_of_rows_behind_the_main(studio: Path) -> None:
    photos = only_photos(
        studio, "a.jpg,M,,detail,,,,", "b.jpg,M,,detail,,3,,", "c.jpg,M,,detail,,2.5,,", "d.jpg,M,,main,,9,,"
    )
    assert [(each.name, each.order) for each in photos] == [("d.jpg", 1), ("c.jpg", 2), ("b.jpg", 3), ("a.jpg", 4)]


@pytest.mark.parametrize("role", ["skip", "-", "SKIP", "—"])
def test_a_photo_can_be_left_out(role: str, studio: Path) -> None:
    path = table(studio, f"{HEADING}\na.jpg,MUG,,main,,1,,\nb.jpg,MUG,,{role},,2,Second by name.,")
    listings, skipped = plan_file.read(path)
    assert [each.name for each in listings[0].photos] == ["a.jpg"]
    assert [(each.name, each.reason.partition(".")[0]) for each in skipped] == [
        ("b.jpg", "The plan file leaves it out")
    ]


def test_an_unused_photo_stays_with_its_product(studio: Path) -> None:
    path = table(studio, f"{HEADING}\na.jpg,MUG,,main,,1,,\nb.jpg,MUG,,unused,,2,,\nc.jpg,,,unused,,,Not needed.,")
    listings, skipped = plan_file.read(path)
    assert [each.role for each in listings[0].photos] == [Role.MAIN, Role.UNUSED]
    assert skipped == (Skipped(name="c.jpg", reason="Not needed."),)


def test_a_photo_that_is_gone_stays_in_its_listing_unless_it_is_left_out(studio: Path) -> None:
    path = table(studio, f"{HEADING}\na.jpg,MUG,,main,,1,,\nsub/gone.jpg,MUG,,detail,,2,,\ngone too.jpg,MUG,,-,,3,,")
    listings, skipped = plan_file.read(path)
    assert [each.name for each in listings[0].photos] == ["a.jpg", "sub/gone.jpg"]
    assert [each.name for each in skipped] == ["gone too.jpg"]


def test_what_nothing_is_said_of_may_have_no_column(studio: Path) -> None:
    listings, _ = plan_file.read(table(studio, "role;photo;sku\nmain;b.jpg;MUG\ndetail;a.jpg;MUG"))
    assert facts(listings) == [
        ("MUG", [("", [(studio / "b.jpg", Role.MAIN, 1, ()), (studio / "a.jpg", Role.DETAIL, 2, ())])])
    ]


def test_rows_stand_in_the_order_of_the_pictures(studio: Path) -> None:
    red = [photo(studio / "b.jpg", "main", 1), photo(studio / "d.jpg", "detail", 4)]
    blue = [photo(studio / "a.jpg", "detail", 2), photo(studio / "c.jpg", "variant", 3)]
    made = proposal(listing("MUG", ("blue", blue), ("red", red)))
    plan_file.write(made, studio / "plan.csv")
    lines = (studio / "plan.csv").read_text("utf-8-sig").splitlines()[1:]
    assert [line.partition(",")[0] for line in lines] == ["b.jpg", "a.jpg", "c.jpg", "d.jpg"]


def test_variants_keep_their_order_whatever_that_of_the_rows(studio: Path) -> None:
    rows = ["a.jpg,M,10 cm,main,,1,,", "b.jpg,M,2 cm,variant,,2,,", "c.jpg,M,,detail,,3,,"]
    (one,) = plan_file.read(table(studio, "\n".join((HEADING, *rows))))[0]
    assert [variant.name for variant in one.variants] == ["", "2 cm", "10 cm"]


def test_what_was_skipped_can_be_found_again_and_taken(tmp_path: Path) -> None:
    photos = tmp_path / "photos"
    photos.mkdir()
    for name in ("a.jpg", "b.jpg"):
        (photos / name).write_bytes(b"")
    made = proposal(
        listing("MUG", ("", [photo(photos / "a.jpg", "main")])), skipped=(Skipped(name="b.jpg", reason="Why."),)
    )
    path = tmp_path / "plan.csv"
    plan_file.write(made, path)
    path.write_text(
        path.read_text("utf-8-sig").replace("photos/b.jpg,,,skip,,", "photos/b.jpg,MUG,,detail,,2"), "utf-8"
    )
    listings, skipped = plan_file.read(path)
    assert [each.path for each in listings[0].photos] == [photos / "a.jpg", photos / "b.jpg"]
    assert not skipped


@settings(max_examples=150)
@given(data=st.one_of(st.binary(max_size=80), st.text(max_size=80).map(lambda text: f"{HEADING}\n{text}".encode())))
def test_any_file_is_read_or_refused(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "plan.csv"
        path.write_bytes(data)
        try:
            listings, _ = plan_file.read(path)
        except PlanError:
            return
        assert all(listing.photos for listing in listings)
