from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from whitecove.batch.packed import Packed

NAMES = st.sampled_from(["a", "b", "c"])


def test_a_later_value_of_a_name_counts() -> None:
    packed: Packed[str] = Packed()
    packed.add("a", "first")
    packed.add("b", "another")
    packed.add("a", "later")
    assert len(packed) == 2
    assert packed.pop("a") == "later"
    assert "a" not in packed
    assert packed.pop("a") is None
    assert packed.pop("b") == "another"


def test_values_like_a_first_one_that_is_gone_come_back() -> None:
    packed: Packed[str] = Packed()
    packed.add("a", "first " * 100)
    packed.add("b", "first " * 99)
    packed.add("a", "nothing alike")
    packed.pop("a")
    assert packed.pop("b") == "first " * 99
    packed.add("a", "first " * 98)
    assert packed.pop("a") == "first " * 98


@given(st.lists(st.tuples(NAMES, st.none() | st.text() | st.lists(st.floats(allow_nan=False))), max_size=30))
def test_it_keeps_what_a_dictionary_would(steps: list[tuple[str, object]]) -> None:
    """A value is added, none takes out what is there."""
    packed: Packed[object] = Packed()
    plain: dict[str, object] = {}
    for name, value in steps:
        if value is None:
            assert packed.pop(name) == plain.pop(name, None)
        else:
            packed.add(name, value)
            plain[name] = value
        assert len(packed) == len(plain)
        assert (name in packed) == (name in plain)
    assert {name: packed.pop(name) for name in plain} == plain
