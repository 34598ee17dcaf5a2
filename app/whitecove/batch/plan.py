"""What will be done, settled before any work: listings, roles, every output name; clashes and edited files refused."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from whitecove.batch import journal, store
from whitecove.batch.corrections import Matched, read_for
from whitecove.batch.delivery.edits import Edits, find_edited, foreign
from whitecove.batch.delivery.manifest import SCHEMA
from whitecove.batch.grouping import Grouping, group, notes, settled
from whitecove.batch.grouping.skulist import SkuLine
from whitecove.batch.grouping.steady import steady
from whitecove.batch.identity import settings_hash
from whitecove.batch.intake import moments
from whitecove.batch.intake.gathering import Known, gather
from whitecove.batch.journal import Memory
from whitecove.batch.naming import slots
from whitecove.batch.naming.names import collision_key, sku_namer
from whitecove.batch.places import JOURNAL, LISTS, MANIFEST, PREVIOUS, REVIEW
from whitecove.batch.planfile import file as plan_file
from whitecove.batch.proposal import Proposal
from whitecove.batch.results import Skipped
from whitecove.batch.store import MEMORY
from whitecove.batch.white_points import WhitePoints, white_points
from whitecove.batch.written import listed
from whitecove.core.corrections.values import Corrections
from whitecove.core.errors import PlanError
from whitecove.core.model import Listing, Photo, Want
from whitecove.core.options import Options
from whitecove.core.profiles import Profile

NAMED_AT_MOST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A batch before it runs. ``profile`` is the profile's id, ``settings`` the `settings_hash`; ``wants`` has the
    pictures to make of each photo, by the photo's name (none for a photo that no slot takes); ``edited`` are the files
    in the delivery folder that are not as we wrote them, and ``edits`` says what the person wants done with them;
    ``memory`` is what earlier runs into the same folder left; ``white_points`` has the gains of the photos that get
    some, and ``corrections`` what a person drew, both by the photo's name; ``notes`` are the proposal's, and those on
    white points and corrections; ``hashes`` has the SHA-256 of photos that are known without reading them, by path."""

    out: Path
    options: Options
    profile: str
    settings: str
    listings: tuple[Listing, ...]
    wants: Mapping[str, tuple[Want, ...]]
    skipped: tuple[Skipped, ...]
    edited: tuple[str, ...] = ()
    edits: Edits = Edits.REFUSE
    memory: Memory
    white_points: Mapping[str, tuple[float, float, float]] = field(default_factory=dict)
    corrections: Mapping[str, Corrections] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    hashes: Mapping[str, str] = field(default_factory=dict)

    @property
    def photos(self) -> tuple[Photo, ...]:
        return tuple(photo for listing in self.listings for photo in listing.photos)


def propose(
    inputs: Sequence[Path],
    options: Options,
    profile: Profile,
    *,
    out: Path | None = None,
    skus: Sequence[SkuLine] = (),
    known: Known | None = None,
) -> Proposal:
    """Which of ``inputs`` (photos and folders of photos) make which listing, and what becomes of each. Nothing is
    written, and no photo is decoded.

    ``out`` is the delivery folder, which may lie inside the inputs; ``skus`` name the listings, in their order;
    ``known`` is what is known of a folder that is watched.

    Raises:
        PlanError: nothing to do, names that cannot be told apart, or SKUs that do not fit the photos.
    """
    if out is not None and any(os.path.realpath(path) == os.path.realpath(out) for path in inputs):
        raise PlanError("plan.out_is_input", folder=out)
    intake = gather(inputs, out, known)
    if not intake.photos:
        raise _nothing_to_do(intake.skipped)
    how = Grouping(
        way=options.group,
        gap=options.gap,
        skus=tuple(skus),
        details=profile.details,
        card=profile.card,
        sku=sku_namer(options, profile),
    )
    listings, doubles = group(intake.photos, how)
    said = tuple(notes.on(listings, options.group, skus, how.sku))
    if out and not skus:
        before, sources = _before(out)
        hashes = known.hashes if known else {}
        listings = steady(
            listings,
            before,
            how.sku,
            lambda photo: (hashes.get(str(photo.path)) or store.file_sha256(photo.path)) == sources.get(photo.name),
        )
    listings = slots.apart(listings, options, profile, how.sku)
    return replace(_proposal(listings, (*intake.skipped, *doubles), options, profile), notes=said)


def _before(out: Path) -> tuple[dict[str, str], dict[str, str]]:
    """The SKU that each photo had when ``out`` was last delivered into, and its hash, by the photo's name."""
    names = ("source", "sku", "source_sha256")
    rows = [tuple(str(row.get(name) or "") for name in names) for row in listed(out / MANIFEST, SCHEMA)]
    known = [(source, sku, sha256) for source, sku, sha256 in rows if source and sku]
    return {source: sku for source, sku, _ in known}, {source: sha256 for source, _, sha256 in known}


def from_table(table: Path, options: Options, profile: Profile) -> Proposal:
    """The proposal in a plan file that a person may have edited.

    Raises:
        PlanError: the file cannot be read or has mistakes, which are all named, or names no photo.
    """
    listings, skipped = plan_file.read(table, card=profile.card)
    return from_listings(listings, skipped, options, profile)


def from_listings(
    listings: Sequence[Listing], skipped: Sequence[Skipped], options: Options, profile: Profile
) -> Proposal:
    """The proposal of listings that a person settled.

    Raises:
        PlanError: there is no photo, or two SKUs make one name.
    """
    name = sku_namer(options, profile)
    _refuse_same_skus(listings, name)
    settled_ones = tuple(
        settled(Listing(sku=name(li.sku), variants=li.variants), details=profile.details, card=profile.card)
        for li in listings
    )
    if not settled_ones:
        raise _nothing_to_do(skipped)
    return _proposal(settled_ones, skipped, options, profile)


def _nothing_to_do(skipped: Sequence[Skipped]) -> PlanError:
    if not skipped:
        return PlanError("plan.no_photos")
    return PlanError("plan.none_left", count=len(skipped), name=skipped[0].name, reason=skipped[0].reason)


def _refuse_same_skus(listings: Iterable[Listing], name: Callable[[str], str]) -> None:
    """Refuse different SKUs that make one folder name: two products would become one."""
    taken: dict[str, str] = {}
    for listing in listings:
        first = taken.setdefault(collision_key(name(listing.sku)), listing.sku)
        if first != listing.sku:
            raise PlanError("plan.same_name", first=first, second=listing.sku)


def _proposal(
    listings: tuple[Listing, ...], skipped: Sequence[Skipped], options: Options, profile: Profile
) -> Proposal:
    wants: dict[str, tuple[Want, ...]] = {photo.name: () for listing in listings for photo in listing.photos}
    for listing in listings:
        wants |= slots.wants_of(listing, options, profile, date=_date(listing, options, profile))
    slots.refuse_clashes(want for each in wants.values() for want in each)
    return Proposal(listings=listings, wants=wants, skipped=tuple(skipped))


def _date(listing: Listing, options: Options, profile: Profile) -> str:
    """The day of a listing's first shot, where file names ask for it: no other date is the same in every run."""
    if "{date}" not in f"{options.name}{profile.names.template}{profile.names.main}":
        return ""
    taken = [moments.taken(photo.path, photo.path.stem) for photo in listing.photos]
    return min((each.strftime("%Y%m%d") for each in taken if each), default="")


def make_plan(
    inputs: Sequence[Path],
    out: Path,
    options: Options,
    profile: Profile,
    *,
    skus: Sequence[SkuLine] = (),
    edits: Edits = Edits.REFUSE,
    corrections: Path | None = None,
) -> Plan:
    """Everything about a batch but the work itself: `propose`, and `settle` it for ``out``. Nothing is written.

    Raises:
        PlanError: what `propose` and `settle` raise. OutputError: ``out`` cannot be a delivery folder.
    """
    out = Path(os.path.abspath(out))  # noqa: PTH100 (`resolve` would follow links)
    store.check_place(out)
    proposal = propose(inputs, options, profile, out=out, skus=skus)
    return settle(proposal, out, options, profile, edits=edits, corrections=corrections)


def settle(
    proposal: Proposal,
    out: Path,
    options: Options,
    profile: Profile,
    *,
    edits: Edits = Edits.REFUSE,
    corrections: Path | Mapping[str, Corrections] | None = None,
) -> Plan:
    """The plan to make what ``proposal`` says in the delivery folder ``out``, which need not exist yet, with what was
    drawn on the photos: as the file ``corrections`` says, or a mapping from photos' names. Where a white point is asked
    for, some photos of each session are looked at.

    Raises:
        PlanError: photos lie in ``out``, or files there at planned names were edited or never ours, and ``edits`` does
            not say what to do with them; or the corrections are wrong.
        OutputError: ``out`` cannot be a delivery folder.
    """
    out = Path(os.path.abspath(out))  # noqa: PTH100 (`resolve` would follow links)
    store.check_place(out)
    _refuse_photos_inside(out, proposal.listings)
    _refuse_files_for_folders(out, proposal.wants.values())
    memory = journal.recall(out / JOURNAL, out / MANIFEST)
    edited = (*_foreign_lists(out), *_edited(out, proposal, memory))
    _refuse_edited(edited, foreign(edited, memory), edits)
    # A photo that is away tells nothing of its light.
    there = filter(_is_there, used(proposal))
    light = white_points(there) if options.white_point == "backdrop" else WhitePoints()
    drawn = _drawn(corrections, proposal.listings)
    return Plan(
        out=out,
        options=options,
        profile=profile.id,
        settings=settings_hash(options, profile),
        listings=proposal.listings,
        wants=proposal.wants,
        skipped=proposal.skipped,
        edited=edited,
        edits=edits,
        memory=memory,
        white_points=light.gains,
        corrections=drawn.of_photo,
        notes=(*proposal.notes, *light.notes, *drawn.notes),
    )


def _drawn(corrections: Path | Mapping[str, Corrections] | None, listings: Iterable[Listing]) -> Matched:
    if isinstance(corrections, Mapping):
        return Matched(of_photo=corrections)
    return read_for(corrections, ((photo.name, photo.path) for li in listings for photo in li.photos))


def _is_there(photo: Photo) -> bool:
    return os.path.exists(photo.path)  # noqa: PTH110 (it raises nothing)


def used(proposal: Proposal) -> list[Photo]:
    """The photos that a picture is made of."""
    photos = (photo for listing in proposal.listings for photo in listing.photos)
    return [photo for photo in photos if proposal.wants.get(photo.name)]


def _refuse_edited(edited: Sequence[str], strangers: Sequence[str], edits: Edits) -> None:
    """Refuse files of a person at planned names that nothing is said about; ``strangers`` were never ours, so they can
    only give way."""
    if edits is Edits.REPLACE or not edited:
        return
    if strangers and (edits is Edits.KEEP or len(strangers) == len(edited)):
        raise PlanError("plan.foreign", files=_named(strangers))
    if edits is Edits.REFUSE:
        raise PlanError("plan.edited", files=_named(edited))


def _refuse_photos_inside(out: Path, listings: Iterable[Listing]) -> None:
    """Refuse photos that lie in the delivery, which a plan file may name: what is there gives way to new pictures."""
    home = os.path.realpath(out)
    photos = (photo for listing in listings for photo in listing.photos)
    inside = [photo.name for photo in photos if Path(os.path.realpath(photo.path)).is_relative_to(home)]
    if inside:
        raise PlanError("plan.photos_inside", files=_named(inside))


def _edited(out: Path, proposal: Proposal, memory: Memory) -> tuple[str, ...]:
    return find_edited(out, (want for each in proposal.wants.values() for want in each), memory)


def _named(files: Sequence[str]) -> str:
    rest = len(files) - NAMED_AT_MOST
    return ", ".join(files[:NAMED_AT_MOST]) + (f" and {rest} more" if rest > 0 else "")


def _refuse_files_for_folders(out: Path, wants: Iterable[Sequence[Want]]) -> None:
    for folder in [REVIEW, PREVIOUS, MEMORY, *dict.fromkeys(_folders(wants))]:
        if (out / folder).exists() and not (out / folder).is_dir():
            raise PlanError("plan.in_the_way", folder=folder)


def _folders(wants: Iterable[Sequence[Want]]) -> Iterator[str]:
    """The folders that the wanted files will lie in, ready or in review, above first."""
    for want in (want for each in wants for want in each):
        parts = want.file.split("/")[:-1]
        for depth in range(1, len(parts) + 1):
            folder = "/".join(parts[:depth])
            yield folder
            yield f"{REVIEW}/{folder}"


def _foreign_lists(out: Path) -> tuple[str, ...]:
    """The files at the names of our lists in a folder that we never delivered into."""
    return () if (out / JOURNAL).exists() else tuple(file for file in LISTS if (out / file).exists())
