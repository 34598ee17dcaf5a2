"""A photo and a product as a window shows them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from whitecove.core.corrections.values import Corrections
from whitecove.core.model import Finding, Photo, PhotoResult, Rendition, Role, Slot, State
from whitecove.core.stage import Stage

# The worst first: what a person should see of a product whose photos differ.
URGENCY = (
    State.WORKING, State.FAILED, State.RESHOOT, State.REVIEW, State.WAITING, State.READY, State.UNUSED, State.SKIPPED,
)  # fmt: skip
DONE = frozenset({State.READY, State.REVIEW, State.RESHOOT, State.UNUSED})
TRIED = DONE | {State.FAILED}


class Place(NamedTuple):
    """Where a photo stands, and which ``file`` it is, as far as that changes what is written; ``order`` is 0 where it
    is kept aside."""

    sku: str
    variant: str
    role: Role
    order: int
    file: str


@dataclass(slots=True)
class Shot:
    """A photo of the project. ``result`` is what became of it, as it is shown; ``raw`` is the same before what was
    decided since; ``made_with`` is what was corrected when it was prepared last, ``made_at`` where it stood then, and
    ``asked_at`` where it stood when the batch began that is under way. ``stands_for`` is the photo that it was made
    from in another program, if it was. ``size`` are width and height of the upright photo, where they were asked for
    before it was prepared."""

    photo: Photo
    sku: str
    variant: str = ""
    state: State = State.WAITING
    stage: Stage | None = None
    reason: str = ""
    result: PhotoResult | None = None
    raw: PhotoResult | None = None
    corrections: Corrections | None = None
    made_with: Corrections | None = None
    asked_at: Place | None = None
    made_at: Place | None = None
    stands_for: Path | None = None
    size: tuple[int, int] | None = None

    @property
    def key(self) -> str:
        """What it is known by: where it lies, whatever it is called in a plan."""
        return str(self.photo.path)

    @property
    def origin(self) -> str:
        """The key that it came in with."""
        return str(self.stands_for or self.photo.path)

    @property
    def is_dear(self) -> bool:
        """Whether a person did something to it, or something was made of it."""
        return bool(self.corrections or self.result or self.stands_for)

    @property
    def place(self) -> Place:
        """Where it stands now."""
        photo = self.photo
        return Place(self.sku, self.variant, photo.role, 0 if photo.role is Role.UNUSED else photo.order, self.key)

    @property
    def changed(self) -> bool:
        """Whether it was corrected, or arranged another way, since it was prepared."""
        if self.result is None:
            return False
        return self.corrections != self.made_with or (self.made_at is not None and self.made_at != self.place)

    @property
    def is_untried(self) -> bool:
        """Whether it was not prepared as it is."""
        return self.changed or self.standing not in TRIED

    @property
    def standing(self) -> State:
        """Its state, where what it is for counts at once: what is kept aside is unused, and what was unused but is
        wanted now waits."""
        if self.state is State.WORKING:
            return State.WORKING
        if self.photo.role is Role.UNUSED:
            return State.UNUSED
        return State.WAITING if self.state is State.UNUSED else self.state

    @property
    def rendition(self) -> Rendition | None:
        """The picture to show of it: the main one if there is one."""
        made = [each for each in self.result.renditions if each.sha256] if self.result else []
        return next((each for each in made if each.slot is Slot.MAIN), made[0] if made else None)

    @property
    def known_size(self) -> tuple[int, int] | None:
        """Width and height of the upright photo: as it was read, else as what was drawn on it says, else as its head
        does; None where none of these is there."""
        facts = self.result.facts if self.result else None
        if facts:
            return facts.width, facts.height
        return (self.corrections.width, self.corrections.height) if self.corrections else self.size

    @property
    def doubt(self) -> float:
        """The largest doubt about one of its cutouts, 0…1."""
        made = self.result.renditions if self.result else ()
        return max((each.doubt or 0.0 for each in made), default=0.0)


@dataclass(slots=True)
class Product:
    """A product page: its photos' keys, in their order; ``state`` and ``doubt`` (the largest of its photos', 0…1) are
    settled by the session. ``judged`` is what the batch said of it as a whole, if it did since it was changed, with
    ``findings`` on its pictures together;
    ``edited``: a person arranged it, so a new grouping leaves it alone; ``provisional``: nothing is known of it yet."""

    sku: str
    keys: list[str] = field(default_factory=list)
    state: State = State.WAITING
    doubt: float = 0.0
    judged: State | None = None
    reason: str = ""
    findings: tuple[Finding, ...] = ()
    edited: bool = False
    provisional: bool = False


def worst(states: list[State]) -> State:
    """What a product with photos in these ``states`` is in; waiting where it has none. Unused photos beside used ones
    say nothing."""
    telling = [state for state in states if state is not State.UNUSED] or states
    return min(telling, key=URGENCY.index, default=State.WAITING)


def is_used(shot: Shot) -> bool:
    """Whether a picture is to be made of it."""
    return shot.photo.role not in (Role.UNUSED, Role.PAGE)
