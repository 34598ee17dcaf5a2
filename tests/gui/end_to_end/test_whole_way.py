"""From a folder that is dropped to a delivery, by mouse and keys; and the command line gives the same bytes."""

from __future__ import annotations

from pathlib import Path

from tests.batch.stand_ins import tree
from tests.cli.conftest import Cli
from tests.gui.end_to_end.person import OPTIONS, Person, flags
from whitecove.cli.exit_codes import Exit
from whitecove.core.corrections.text import Entry, written
from whitecove.core.corrections.values import Hole, Stroke
from whitecove.core.model import Role, State
from whitecove.studio.session import Session

HANDLE = (164, 170)
"""Where one sees through the mug's handle."""


def test_from_the_drop_to_the_delivery(person: Person, goods: Path, cli: Cli, tmp_path: Path) -> None:
    window, session = person.window, person.document.session
    person.drops(goods)
    assert sorted(session.products) == ["box", "lamp", "mug"]
    assert [shot.photo.role for shot in session.photos_of("lamp")] == [Role.MAIN, Role.DETAIL, Role.DETAIL]
    assert "5 photos → 3 products?" in person.strips()
    person.answers("Looks right")

    person.prepares()
    assert all(shot.result for shot in session.shots.values())
    assert {product.state for product in session.products.values()} <= {State.READY, State.REVIEW}

    mug, lamp = person.shot("mug.jpg"), person.shot("lamp_main.jpg")
    person.touches_up(mug, "erase-brush")
    person.draws((20, 20), (40, 20))
    person.does("open-hole")
    person.draws(HANDLE)
    assert mug.corrections is not None
    assert [type(step) for step in mug.corrections.steps] == [Stroke, Hole]
    person.touches_up(lamp, "keep-brush")
    person.draws((155, 115), (165, 125))
    person.does("leave")
    assert not window.touching.key
    person.waits_for_quiet()

    approved = _approve_all(person)
    assert session.counts() == {State.READY: 3}
    target = tmp_path / "given"
    _deliver(person, target)

    _by_command_line(cli, tmp_path / "cli", goods, session, approved)
    assert tree(target) == tree(tmp_path / "cli" / "given")


def _approve_all(person: Person) -> list[str]:
    """Return on each photo that is in review; their names."""
    approved = []
    for shot in [each for each in person.document.session.shots.values() if each.standing is State.REVIEW]:
        person.window.products.selection.go_to(shot.key)
        with person.hears(person.document.decided):
            person.does("approve")
        approved.append(shot.photo.name)
    return approved


def _deliver(person: Person, target: Path) -> None:
    person.does("deliver")
    sheet = person.window.pages.delivery
    assert sheet.isVisible()
    sheet.deliver_to(target)
    with person.hears(person.document.handed_over):
        person.presses(sheet.all)
    assert sheet.stack.currentWidget() is sheet.summary
    person.presses(sheet.close_button)
    assert not sheet.isVisible()


def _by_command_line(cli: Cli, folder: Path, goods: Path, session: Session, approved: list[str]) -> None:
    """The same with the command line, into ``given``."""
    drawn, out = folder / "corrections.json", folder / "out"
    folder.mkdir()
    entries = [
        Entry(photo=key, corrections=shot.corrections) for key, shot in session.shots.items() if shot.corrections
    ]
    drawn.write_bytes(written(entries))
    prepare = ("prepare", goods, "--out", out, "--corrections", drawn, *flags(OPTIONS))
    assert cli(*prepare).code == Exit.NOT_READY
    assert cli("approve", out, *approved).code == Exit.READY
    assert cli(*prepare).code == Exit.READY
    assert cli("deliver", out, "--to", folder / "given").code == Exit.READY


def test_a_photo_is_adjusted_before_anything_was_prepared(person: Person, goods: Path) -> None:
    person.drops(goods)
    mug, window = person.shot("mug.jpg"), person.window
    window.side.tabs.setCurrentWidget(window.side.adjust)
    window.products.selection.go_to(mug.key)
    person.waits(lambda: mug.size is not None)
    window.side.adjust.turn_right.click()
    assert mug.corrections is not None
    assert mug.corrections.adjust.turn == 90
    person.prepares()
    assert mug.result is not None
    assert mug.result.facts is not None
    assert (mug.result.facts.width, mug.result.facts.height) == mug.size
