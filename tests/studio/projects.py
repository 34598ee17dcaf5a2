"""Projects to test with: products of photos that need not be there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from whitecove.batch.grouping.roles import settled
from whitecove.core.model import Listing, Photo, PhotoResult, Rendition, Role, Slot, SourceFacts, State, Variant
from whitecove.studio.session import Session

FOLDER = Path("/photos")


def listing(sku: str, photos: Mapping[str, str] | Sequence[str]) -> Listing:
    """A product of photos by name, each with its variant (none: without)."""
    names = photos if isinstance(photos, Mapping) else dict.fromkeys(photos, "")
    variants: dict[str, list[Photo]] = {}
    for order, (name, variant) in enumerate(names.items(), start=1):
        role = Role.MAIN if order == 1 else Role.DETAIL
        variants.setdefault(variant, []).append(Photo(path=FOLDER / name, name=name, role=role, order=order))
    made = Listing(sku=sku, variants=tuple(Variant(name=each, photos=tuple(has)) for each, has in variants.items()))
    return settled(made, details=5, card="listing")


def project(products: Mapping[str, Mapping[str, str] | Sequence[str]]) -> Session:
    """A project with these products."""
    session = Session()
    session.out = Path("/photos-ready")
    session.group([listing(sku, photos) for sku, photos in products.items()])
    return session


def key(name: str) -> str:
    """What the photo of that name is known by."""
    return str(FOLDER / name)


def names(session: Session, sku: str) -> list[str]:
    """The photos of a product, in their order."""
    return [Path(each).name for each in session.products[sku].keys]


def roles(session: Session, sku: str) -> list[Role]:
    """What they are for."""
    return [shot.photo.role for shot in session.photos_of(sku)]


def result(state: State = State.READY, doubt: float = 0.0, sha256: str = "a" * 64, reason: str = "") -> PhotoResult:
    """What became of a photo of which a main picture was made."""
    facts = SourceFacts(
        format="JPEG", width=800, height=600, mode="RGB", bits=8, orientation=1, icc=None, has_alpha=False, frames=1,
        captured=None, camera=None, sha256="b" * 64, bytes=1000,
    )  # fmt: skip
    made = Rendition(slot=Slot.MAIN, file="A/A_01.jpg", state=state, reason=reason, doubt=doubt, sha256=sha256)
    if state in (State.FAILED, State.UNUSED):
        return PhotoResult(state=state, reason=reason, facts=facts)
    return PhotoResult(state=state, reason=reason, facts=facts, renditions=(made,))


def prepare(session: Session, states: Mapping[str, State | tuple[State, float]] | None = None) -> None:
    """What a batch tells of the project: photos are ready, unless ``states`` says else of their names."""
    session.begin()
    for shot in list(session.shots.values()):
        said = (states or {}).get(shot.photo.name, State.READY)
        state, doubt = said if isinstance(said, tuple) else (said, 0.0)
        if shot.photo.role is Role.UNUSED:
            state = State.UNUSED
        done = replace(result(state, doubt), fingerprint="")
        session.finish(shot.key, done, shot.corrections)
    session.end()
