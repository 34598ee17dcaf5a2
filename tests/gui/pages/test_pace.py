"""How fast bytes come, by a clock that the test moves."""

from __future__ import annotations

from whitecove.gui.pages.pace import Pace


def test_only_what_comes_counts_and_only_of_late() -> None:
    pace = Pace()
    assert (pace.per_second, pace.seconds_left(100)) == (0.0, None)
    pace.add(10.0, 5000)
    assert pace.per_second == 0.0
    pace.add(12.0, 7000)
    assert (pace.per_second, pace.seconds_left(10_000)) == (1000.0, 3.0)
    pace.add(17.0, 7000)
    assert pace.per_second == 0.0
    assert pace.seconds_left(10_000) is None


def test_a_new_beginning_is_one() -> None:
    pace = Pace()
    pace.add(0.0, 9000)
    pace.add(1.0, 0)
    pace.add(2.0, 500)
    assert pace.per_second == 500.0
    assert pace.seconds_left(0) is None
