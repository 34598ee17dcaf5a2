"""What a person does to products by hand: no photo is lost or doubled, and all can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.studio.projects import FOLDER, key, listing, names, prepare, project, roles
from whitecove.batch.naming.names import collision_key
from whitecove.core.errors import PlanError
from whitecove.core.model import Role, State
from whitecove.studio import edits
from whitecove.studio.arrangement import Arrangement, arrangement, put_back
from whitecove.studio.edits import Change
from whitecove.studio.session import Session

MUGS = {"MUG": ["m1", "m2", "m3"], "CUP": ["c1", "c2"], "PAN": ["p1"]}


def test_photos_move_behind_those_that_are_there() -> None:
    session = project(MUGS)
    change = edits.move(session, [key("m2"), key("m3")], "CUP")
    assert change.skus == {"MUG", "CUP"}
    assert names(session, "MUG") == ["m1"]
    assert names(session, "CUP") == ["c1", "c2", "m2", "m3"]
    assert roles(session, "CUP") == [Role.MAIN, Role.DETAIL, Role.DETAIL, Role.DETAIL]
    assert session.shots[key("m2")].photo.reasons[0] == edits.ARRANGED


def test_a_product_that_loses_its_last_photo_is_gone() -> None:
    session = project(MUGS)
    edits.move(session, [key("p1")], "MUG")
    assert list(session.products) == ["MUG", "CUP"]
    assert session.counts() == {State.WAITING: 2}


def test_a_product_that_loses_its_main_picture_gets_another() -> None:
    session = project(MUGS)
    edits.move(session, [key("m1")], "CUP")
    assert roles(session, "MUG") == [Role.MAIN, Role.DETAIL]
    assert roles(session, "CUP") == [Role.MAIN, Role.DETAIL, Role.DETAIL]


def test_a_new_product_stands_behind_the_one_that_it_came_of() -> None:
    session = project(MUGS)
    edits.split(session, [key("m2"), key("m3")])
    assert list(session.products) == ["MUG", "MUG-2", "CUP", "PAN"]
    assert roles(session, "MUG-2") == [Role.MAIN, Role.DETAIL]
    edits.split(session, [key("m3")])
    assert "MUG-2-2" in session.products


def test_products_become_one() -> None:
    session = project(MUGS)
    edits.merge(session, ["MUG", "PAN"], "CUP")
    assert list(session.products) == ["CUP"]
    assert names(session, "CUP") == ["c1", "c2", "m1", "m2", "m3", "p1"]


def test_a_variant_means_nothing_in_a_product_that_does_not_have_it() -> None:
    session = project({"MUG": {"m1": "red", "m2": "blue"}, "CUP": {"c1": "red"}, "PAN": ["p1"]})
    edits.move(session, [key("m1")], "CUP")
    edits.move(session, [key("m2")], "PAN")
    assert session.shots[key("m1")].variant == "red"
    assert session.shots[key("m2")].variant == ""


def test_a_product_gets_another_name_and_keeps_its_place() -> None:
    session = project(MUGS)
    edits.rename(session, "CUP", "Cup")
    assert list(session.products) == ["MUG", "Cup", "PAN"]
    assert session.shots[key("c1")].sku == "Cup"
    assert session.twin("CUP") == "Cup"


def test_renaming_to_a_name_that_is_there_makes_one_of_the_two() -> None:
    session = project(MUGS)
    assert edits.rival(session, "CUP", "mug") == "MUG"
    edits.rename(session, "CUP", "mug")
    assert list(session.products) == ["MUG", "PAN"]
    assert names(session, "MUG") == ["m1", "m2", "m3", "c1", "c2"]


@pytest.mark.parametrize(("text", "code"), [("  ", "name_empty"), ("a/b", "name_unsafe"), ("CON", "name_unsafe")])
def test_a_name_that_files_cannot_have_is_refused(text: str, code: str) -> None:
    with pytest.raises(PlanError) as refused:
        edits.checked_name(project(MUGS), text)
    assert refused.value.code == f"studio.{code}"


def test_a_good_name_is_taken_as_it_is() -> None:
    assert edits.checked_name(project(MUGS), " Чашка 红 ") == "Чашка 红"


def test_a_name_too_long_for_a_number_is_still_free() -> None:
    long = "x" * 200
    session = project({})
    name = edits.safe(session, long)
    session.group([listing(name, ["a", "b"])])
    assert edits.free_name(session, long) != name


def test_there_is_one_main_picture() -> None:
    session = project(MUGS)
    edits.set_role(session, [key("m3")], Role.MAIN)
    assert names(session, "MUG") == ["m3", "m1", "m2"]
    assert roles(session, "MUG") == [Role.MAIN, Role.DETAIL, Role.DETAIL]


def test_photos_kept_aside_come_last() -> None:
    session = project(MUGS)
    edits.set_role(session, [key("m1"), key("m2")], Role.UNUSED)
    assert names(session, "MUG") == ["m3", "m1", "m2"]
    assert roles(session, "MUG") == [Role.MAIN, Role.UNUSED, Role.UNUSED]


def test_a_photo_gets_a_place_by_its_number() -> None:
    session = project({"A": ["1", "2", "3", "4"]})
    edits.place(session, key("4"), 2)
    assert names(session, "A") == ["1", "4", "2", "3"]
    edits.place(session, key("1"), 3)
    assert names(session, "A") == ["4", "2", "1", "3"]
    assert roles(session, "A")[0] is Role.MAIN


def test_a_photo_that_was_aside_takes_the_last_place_there_is() -> None:
    session = project({"A": [str(number) for number in range(8)]})
    assert roles(session, "A")[6:] == [Role.UNUSED, Role.UNUSED]
    edits.place(session, key("7"), 6)
    assert names(session, "A")[:6] == ["0", "1", "2", "3", "4", "7"]
    assert roles(session, "A")[5:] == [Role.DETAIL, Role.UNUSED, Role.UNUSED]


def test_what_is_kept_aside_stays_so_while_others_are_ordered() -> None:
    session = project({"A": ["1", "2", "3", "4"]})
    edits.set_role(session, [key("4")], Role.UNUSED)
    edits.reorder(session, "A", [key(each) for each in "2134"], moved=[key("2")])
    assert names(session, "A") == ["2", "1", "3", "4"]
    assert roles(session, "A") == [Role.MAIN, Role.DETAIL, Role.DETAIL, Role.UNUSED]


def test_dragged_among_used_ones_it_is_used_and_behind_them_it_is_not() -> None:
    session = project({"A": ["1", "2", "3", "4"]})
    edits.set_role(session, [key("3"), key("4")], Role.UNUSED)
    edits.reorder(session, "A", [key(each) for each in "1423"], moved=[key("4")])
    assert roles(session, "A") == [Role.MAIN, Role.DETAIL, Role.DETAIL, Role.UNUSED]
    edits.reorder(session, "A", [key(each) for each in "4231"], moved=[key("1")])
    assert names(session, "A") == ["4", "2", "3", "1"]
    assert roles(session, "A") == [Role.MAIN, Role.DETAIL, Role.UNUSED, Role.UNUSED]


def test_where_each_variant_has_a_card_each_has_a_main_picture() -> None:
    session = project({})
    session.card = "variant"
    session.group([listing("A", {"1": "red", "2": "red", "3": "blue", "4": "blue"})])
    session.settle("A")
    edits.place(session, key("4"), 1)
    mains = {shot.photo.name for shot in session.photos_of("A") if shot.photo.role is Role.MAIN}
    assert mains == {"1", "4"}


def test_photos_leave_the_project_and_stay_out() -> None:
    session = project(MUGS)
    change = edits.remove(session, [key("m1"), key("p1")])
    assert key("m1") not in session.shots
    session.group([listing(sku, photos) for sku, photos in MUGS.items()])
    assert key("m1") not in session.shots
    assert "PAN" not in session.products
    put_back(session, change.before)
    assert key("p1") in session.products["PAN"].keys
    assert not session.removed


def test_what_was_taken_out_may_come_back_when_it_is_given_again() -> None:
    session = project(MUGS)
    edits.remove(session, [key("m1"), key("p1")])
    session.welcome([FOLDER / "p1"])
    assert session.removed == {key("m1")}
    session.welcome([FOLDER])
    assert not session.removed


def test_an_edit_that_changes_nothing_says_so() -> None:
    session = project(MUGS)
    prepare(session)
    assert not edits.reorder(session, "MUG", session.products["MUG"].keys)
    assert not edits.move(session, [key("m1")], "MUG")
    assert not edits.rename(session, "MUG", "MUG")
    assert not session.products["MUG"].edited


def test_what_was_made_stays_with_the_photo() -> None:
    session = project(MUGS)
    prepare(session, {"m2": (State.REVIEW, 0.7)})
    assert session.state_of("MUG") is State.REVIEW
    change = edits.move(session, [key("m2")], "PAN")
    assert session.state_of("MUG") is State.READY
    assert session.state_of("PAN") is State.REVIEW
    assert session.shots[key("m2")].changed
    put_back(session, change.before)
    assert not session.shots[key("m2")].changed
    assert session.to_do() == 0


def test_photos_that_came_since_are_not_lost_when_an_edit_is_taken_back() -> None:
    session = project(MUGS)
    change = edits.rename(session, "MUG", "MUGS")
    session.group([listing("MUG", ["m1", "m2", "m3", "m4"]), listing("CUP", ["c1", "c2"]), listing("PAN", ["p1"])])
    assert names(session, "MUG") == ["m4"]
    put_back(session, change.before)
    assert names(session, "MUG") == ["m1", "m2", "m3", "m4"]
    assert "MUGS" not in session.products


# --- whatever is done in whatever order

Step: TypeAlias = tuple[str, int, int, int]
EDIT_NAMES = ("move", "split", "merge", "rename", "role", "place", "reorder", "remove")
STEPS = st.lists(
    st.tuples(
        st.sampled_from([*EDIT_NAMES, "undo", "redo", "group", "prepare"]),
        st.integers(0, 40), st.integers(0, 40), st.integers(1, 4),
    ),
    max_size=12,
)  # fmt: skip
NAMES = ["A", "a", "B", "Ü", "u\u0308", "New"]
GIVEN: dict[str, dict[str, str] | list[str]] = {
    "A": ["a1", "a2", "a3"], "B": ["b1"], "C": {"c1": "red", "c2": "blue", "c3": ""},
    "D": [f"d{number}" for number in range(8)],
}  # fmt: skip


class Bench:
    """A project with a stack of what was done."""

    def __init__(self, card: str) -> None:
        self.session = project(GIVEN)
        self.session.card = card
        for sku in self.session.products:
            self.session.settle(sku)
        self.done: list[Change] = []
        self.undone: list[Change] = []

    def step(self, step: Step) -> None:
        what, first, second, count = step
        session = self.session
        if what == "undo" and self.done:
            self.undone.append(self.done.pop())
            put_back(session, self.undone[-1].before)
        elif what == "redo" and self.undone:
            self.done.append(self.undone.pop())
            put_back(session, self.done[-1].after)
        elif what == "group":
            session.group([listing(sku, photos) for sku, photos in GIVEN.items()])
        elif what == "prepare":
            prepare(session)
        elif what in EDITS and session.products:
            change = EDITS[what](session, first, second, count)
            if change:
                self.done.append(change)
                self.undone.clear()


def _keys(session: Session, first: int, count: int) -> list[str]:
    keys = sorted(session.shots)
    return [keys[(first + 3 * each) % len(keys)] for each in range(count)]


def _sku(session: Session, number: int) -> str:
    return sorted(session.products)[number % len(session.products)]


def _reorder(session: Session, first: int, second: int, count: int) -> Change:
    sku = _sku(session, first)
    keys = list(session.products[sku].keys)
    moved = [keys.pop(second % len(keys)) for _ in range(min(count, len(keys)))]
    at = first % (len(keys) + 1)
    return edits.reorder(session, sku, [*keys[:at], *moved, *keys[at:]], moved)


EDITS: dict[str, Callable[[Session, int, int, int], Change]] = {
    "move": lambda s, first, second, count: edits.move(s, _keys(s, first, count), _sku(s, second)),
    "split": lambda s, first, _, count: edits.split(s, _keys(s, first, count)),
    "merge": lambda s, first, second, _: edits.merge(s, [_sku(s, first)], _sku(s, second)),
    "rename": lambda s, first, second, _: edits.rename(s, _sku(s, first), NAMES[second % len(NAMES)]),
    "role": lambda s, first, second, count: edits.set_role(s, _keys(s, first, count), list(Role)[second % len(Role)]),
    "place": lambda s, first, second, _: edits.place(s, _keys(s, first, 1)[0], 1 + second % 8),
    "remove": lambda s, first, _, count: edits.remove(s, _keys(s, first, count)),
    "reorder": _reorder,
}


def check(session: Session) -> None:
    """What always holds."""
    placed = [key for product in session.products.values() for key in product.keys]
    assert sorted(placed) == sorted(session.shots)
    assert not session.removed & session.shots.keys()
    assert set(session.shots) | session.removed == {key(name) for photos in GIVEN.values() for name in photos}
    assert len({collision_key(sku) for sku in session.products}) == len(session.products)
    for sku, product in session.products.items():
        assert product.sku == sku
        assert product.keys
        assert session.twin(sku) == sku
        shots = session.photos_of(sku)
        assert [shot.sku for shot in shots] == [sku] * len(shots)
        assert [shot.photo.order for shot in shots] == list(range(1, len(shots) + 1))
        if session.card == "listing":
            assert sum(shot.photo.role is Role.MAIN for shot in shots) <= 1
        assert sum(shot.photo.role is Role.DETAIL for shot in shots) <= session.details * max(1, len(shots))
        assert session.by_name(shots[0].photo.name) is shots[0]
    assert sum(session.counts().values()) == len(session.products)
    states = [product.state for product in session.products.values()]
    session.reindex()
    assert [product.state for product in session.products.values()] == states


@given(steps=STEPS, card=st.sampled_from(["listing", "variant"]))
def test_no_photo_is_lost_or_doubled(steps: list[Step], card: str) -> None:
    bench = Bench(card)
    for step in steps:
        bench.step(step)
        check(bench.session)


@given(steps=STEPS, card=st.sampled_from(["listing", "variant"]))
def test_taking_back_restores_exactly(steps: list[Step], card: str) -> None:
    bench = Bench(card)
    stood: list[tuple[Arrangement, set[str]]] = []
    for step in steps:
        if step[0] in EDITS and bench.session.products:
            stands = arrangement(bench.session), set(bench.session.removed)
            made = len(bench.done)
            bench.step(step)
            stood += [stands] * (len(bench.done) - made)
    end = arrangement(bench.session)
    for change, (before, removed) in zip(reversed(bench.done), reversed(stood), strict=True):
        put_back(bench.session, change.before)
        assert arrangement(bench.session) == before
        assert bench.session.removed == removed
    for change in bench.done:
        put_back(bench.session, change.after)
    assert arrangement(bench.session) == end
