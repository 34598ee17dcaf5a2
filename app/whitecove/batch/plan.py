"""What will be done, settled before any work: listings, roles, every output name; clashes and edited files refused."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from whitecove.batch import journal, store
from whitecove.batch.grouping import group
from whitecove.batch.identity import settings_hash
from whitecove.batch.intake import gather
from whitecove.batch.naming import collision_key, detail_file, main_file
from whitecove.batch.results import Skipped
from whitecove.batch.store import MEMORY
from whitecove.core.errors import PlanError
from whitecove.core.model import Listing, Photo, Role, Slot, Want
from whitecove.core.options import Options
from whitecove.core.profiles import Profile

REVIEW = "_review"
PREVIOUS = "_previous"
JOURNAL = f"{MEMORY}/journal.jsonl"
STAGING = f"{MEMORY}/staging"
LOCK = f"{MEMORY}/lock"
# What a batch writes about the delivery as a whole.
LISTS = ("manifest.json", "manifest.csv", "report.html")
NAMED_AT_MOST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A batch before it runs. ``profile`` is the profile's id, ``settings`` the `settings_hash`; ``wants`` has the
    pictures to make of each photo, by the photo's name (none for a photo that no slot takes); ``edited`` are the files
    in the delivery folder that are not as we wrote them and that the person allowed to be replaced."""

    out: Path
    options: Options
    profile: str
    settings: str
    listings: tuple[Listing, ...]
    wants: Mapping[str, tuple[Want, ...]]
    skipped: tuple[Skipped, ...]
    edited: tuple[str, ...] = ()

    @property
    def photos(self) -> tuple[Photo, ...]:
        return tuple(photo for listing in self.listings for photo in listing.photos)

    def previous(self) -> journal.Memory:
        """What earlier runs into the same folder left."""
        return journal.recall(self.out / JOURNAL, self.out / "manifest.json")


def make_plan(
    inputs: Sequence[Path], out: Path, options: Options, profile: Profile, *, replace_edited: bool = False
) -> Plan:
    """Everything about a batch but the work itself. Nothing is written.

    ``inputs`` are photos and folders of photos; ``out`` is the delivery folder, which may lie inside them and need not
    exist yet.

    Raises:
        PlanError: nothing to do, names that cannot be told apart, or files in ``out`` at planned names that were
            edited or never ours, unless ``replace_edited``.
        OutputError: ``out`` cannot be a delivery folder.
    """
    out = Path(os.path.abspath(out))  # noqa: PTH100 (`resolve` would follow links)
    store.check_place(out)
    intake = gather(inputs, out)
    if not intake.photos:
        raise PlanError("plan.no_photos", count=len(intake.skipped))
    listings = group(intake.photos, options.group)
    wants = {photo.name: _wants(listing.sku, photo, options) for listing in listings for photo in listing.photos}
    _refuse_files_for_folders(out, (listing.sku for listing in listings))
    _refuse_clashes(want.file for each in wants.values() for want in each)
    plan = Plan(
        out=out,
        options=options,
        profile=profile.id,
        settings=settings_hash(options, profile),
        listings=listings,
        wants=wants,
        skipped=intake.skipped,
    )
    edited = (*_foreign_lists(out), *_edited(plan))
    if edited and not replace_edited:
        raise PlanError("plan.edited", count=len(edited), files=", ".join(edited[:NAMED_AT_MOST]))
    return replace(plan, edited=edited)


def _wants(sku: str, photo: Photo, options: Options) -> tuple[Want, ...]:
    if photo.role is Role.MAIN and "main" in options.slots:
        return (Want(slot=Slot.MAIN, file=main_file(sku)),)
    if photo.role is Role.DETAIL and "detail" in options.slots:
        return (Want(slot=Slot.DETAIL, file=detail_file(sku, photo.order)),)
    return ()


def _refuse_clashes(files: Iterable[str]) -> None:
    taken: dict[str, str] = {}
    for file in files:
        other = taken.setdefault(collision_key(file), file)
        if other is not file:
            raise PlanError("plan.same_name", first=other, second=file)


def _refuse_files_for_folders(out: Path, skus: Iterable[str]) -> None:
    for folder in [REVIEW, PREVIOUS, MEMORY, *(f"{root}{sku}" for sku in skus for root in ("", f"{REVIEW}/"))]:
        if (out / folder).exists() and not (out / folder).is_dir():
            raise PlanError("plan.in_the_way", folder=folder)


def _foreign_lists(out: Path) -> tuple[str, ...]:
    """The files at the names of our lists in a folder that we never delivered into."""
    return () if (out / JOURNAL).exists() else tuple(file for file in LISTS if (out / file).exists())


def _edited(plan: Plan) -> tuple[str, ...]:
    """The files at planned names, in the delivery or in review, that are not as we made them."""
    memory = plan.previous()
    found: list[str] = []
    for wants in plan.wants.values():
        for want in wants:
            for file in (want.file, f"{REVIEW}/{want.file}"):
                path = plan.out / file
                if path.exists() and not memory.made_it(want.file, store.file_sha256(path)):
                    found.append(file)
    return tuple(found)
