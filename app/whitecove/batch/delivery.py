"""From finished photos to the delivery folder: a listing is judged as a whole, and its files go where they belong."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from whitecove.batch import store
from whitecove.batch.journal import Memory
from whitecove.batch.plan import PREVIOUS, REVIEW, STAGING
from whitecove.batch.results import ListingResult, Row
from whitecove.core.checks.registry import judge_set
from whitecove.core.errors import OutputError
from whitecove.core.messages import sentence
from whitecove.core.model import Finding, Listing, PhotoResult, Rendition, Role, Severity, State, Want
from whitecove.core.profiles import Profile

# The worst last.
SEVERITY = (State.UNUSED, State.READY, State.REVIEW, State.RESHOOT, State.FAILED)


def judge(
    listing: Listing,
    wants: Mapping[str, tuple[Want, ...]],
    results: Mapping[str, PhotoResult],
    profile: Profile,
    *,
    slots: Collection[str],
) -> ListingResult:
    """The listing's own state, and its photos' states and files after that: a listing whose main picture is not ready
    goes to review as a whole, and so does one that breaks a rule on its pictures together. ``wants`` and ``results``
    are by the photos' names; ``slots`` are those that were asked for."""
    rows = [
        Row(variant=variant.name, photo=photo, result=results[photo.name])
        for variant in listing.variants
        for photo in variant.photos
    ]
    used = [row for row in rows if wants[row.photo.name]]
    main = next((row for row in used if row.photo.role is Role.MAIN), None)
    held_back = main is not None and main.result.state is not State.READY
    kept_aside = sentence("listing.kept_aside", total=len(rows), used=len(used), aside=len(rows) - len(used))
    settled = tuple(replace(row, result=_settled(row.result, held_back, kept_aside)) for row in rows)
    state, reason = _worst([row.result for row in settled if wants[row.photo.name]] or [row.result for row in settled])
    if main is not None and held_back:
        reason = main.result.reason
    findings = _set_findings(used, len(rows) - len(used), profile, slots)
    if state in (State.READY, State.UNUSED):
        state, reason = _by_set(findings) or (state, reason)
    return ListingResult(sku=listing.sku, state=state, reason=reason, findings=findings, rows=settled)


def postponed(listing: Listing, finished: Mapping[str, PhotoResult]) -> ListingResult:
    """A listing that an interruption kept from being delivered: all its photos wait, also those that are done."""
    undone, done = sentence("listing.interrupted"), sentence("listing.others_left")
    rows = tuple(
        Row(
            variant=variant.name,
            photo=photo,
            result=PhotoResult(state=State.WAITING, reason=done if photo.name in finished else undone, facts=None),
        )
        for variant in listing.variants
        for photo in variant.photos
    )
    return ListingResult(sku=listing.sku, state=State.WAITING, reason=undone, findings=(), rows=rows)


def _set_findings(used: Sequence[Row], unused: int, profile: Profile, slots: Collection[str]) -> tuple[Finding, ...]:
    """What the rules on the pictures together find; a main picture is missed only where one was asked for."""
    found = judge_set(mains=_made(used, Role.MAIN), details=_made(used, Role.DETAIL), unused=unused, profile=profile)
    return tuple(finding for finding in found if finding.rule != "set.main" or "main" in slots)


def _by_set(findings: Iterable[Finding]) -> tuple[State, str] | None:
    """The state that the first broken rule on the pictures together decides, with its reason; none if none does."""
    for finding in findings:
        if finding.broken and finding.severity is Severity.ERROR:
            said = f"{finding.rule}: {finding.measured}, required {finding.required}. {finding.fix}"
            return State.REVIEW, said.strip()
    return None


def _made(rows: Iterable[Row], role: Role) -> int:
    return sum(row.photo.role is role and row.result.state is not State.FAILED for row in rows)


def _worst(results: Iterable[PhotoResult]) -> tuple[State, str]:
    worst = max(results, key=lambda result: SEVERITY.index(result.state))
    return worst.state, worst.reason


def _settled(result: PhotoResult, held_back: bool, kept_aside: str) -> PhotoResult:
    if result.state is State.UNUSED:
        return replace(result, reason=kept_aside)
    reason = sentence("listing.main_not_ready")
    renditions = tuple(_placed(_held_back(each, reason) if held_back else each) for each in result.renditions)
    if held_back and result.state is State.READY:
        return replace(result, state=State.REVIEW, reason=reason, renditions=renditions)
    return replace(result, renditions=renditions)


def _held_back(rendition: Rendition, reason: str) -> Rendition:
    return replace(rendition, state=State.REVIEW, reason=reason) if rendition.state is State.READY else rendition


def _placed(rendition: Rendition) -> Rendition:
    if not rendition.file or rendition.state is State.READY:
        return rendition
    return replace(rendition, file=f"{REVIEW}/{rendition.file}")


def places(file: str) -> tuple[str, str]:
    """Where a picture planned as ``file`` may lie in a delivery: ready, or in review."""
    return file, f"{REVIEW}/{file}"


def find(out: Path, file: str, sha256: str) -> Path | None:
    """Where the picture planned as ``file`` lies with just that content: in staging, ready or in review."""
    candidates = (out / place for place in (f"{STAGING}/{file}", *places(file)))
    return next((path for path in candidates if store.file_sha256(path) == sha256), None)


@dataclass(frozen=True, slots=True)
class Delivery:
    """A delivery folder as it is being brought up to date; what gives way is kept below ``previous``."""

    out: Path
    previous: Path

    def place(self, listing: ListingResult) -> None:
        """Moves the listing's pictures to where they belong, and sets aside what lies at their names. A file that is
        there already, byte for byte, stays; its copy in staging goes with the staging folder.

        Raises:
            OutputError: a file cannot be moved, or somebody took it away.
        """
        for rendition in (each for row in listing.rows for each in row.result.renditions if each.file):
            planned = rendition.file.removeprefix(f"{REVIEW}/")
            kept = store.file_sha256(self.out / rendition.file) == rendition.sha256
            source = self.out / rendition.file if kept else find(self.out, planned, rendition.sha256)
            if source is None:
                raise OutputError("output.vanished", file=planned)
            for place in places(planned):
                if self.out / place != source:
                    self.set_aside(place)
            if not kept:
                store.move(source, self.out / rendition.file)
                self._tidy(source)

    def set_aside(self, file: str) -> None:
        """Moves ``file``, if it exists, out of the way."""
        path = self.out / file
        if path.is_file():
            store.move(path, self.previous / file)
            self._tidy(path)

    def clear(self, memory: Memory, kept: Iterable[str]) -> list[str]:
        """Sets aside all that earlier runs delivered and that is not among ``kept``; names those left where they are
        because somebody edited them."""
        keep, left = set(kept), []
        for planned in sorted(memory.made):
            for file in places(planned):
                path = self.out / file
                if file in keep or not path.is_file():
                    continue
                if memory.made_it(planned, store.file_sha256(path)):
                    self.set_aside(file)
                else:
                    left.append(file)
        return left

    def _tidy(self, path: Path) -> None:
        """Removes the listing's folder when nothing is left in it."""
        for folder in path.parents[: len(path.relative_to(self.out).parts) - 1]:
            try:
                folder.rmdir()
            except OSError:  # something is in it, or somebody looks into it: an empty folder does no harm
                return


def previous_folder(out: Path, time: str) -> Path:
    """A folder for what gives way in a run at ``time`` (a name for it); not one that an earlier run used."""
    folder, count = out / PREVIOUS / time, 1
    while folder.exists():
        count += 1
        folder = out / PREVIOUS / f"{time}-{count}"
    return folder
