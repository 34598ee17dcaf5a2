"""A finished batch that never ran: every state and every kind of finding, with names that try to do harm."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from tests.pictures import facts, noise
from whitecove.batch.delivery.changes import Change, Kind
from whitecove.batch.results import BatchResult, ListingResult, Row, Skipped
from whitecove.core.model import (
    Box,
    Finding,
    Outcome,
    Photo,
    PhotoResult,
    Placement,
    Rendition,
    Role,
    Severity,
    Slot,
    State,
)

EVIL = "=<script>alert(1)</script>.jpg"


def finding(rule: str, outcome: Outcome = Outcome.PASS, severity: Severity = Severity.ERROR) -> Finding:
    """An answer to ``rule``."""
    fix = "Do something about it." if outcome is Outcome.FAIL else ""
    return Finding(rule=rule, severity=severity, outcome=outcome, measured="90 KB", required="512 KB", fix=fix, value=9)


FINDINGS = (
    finding("file.format"),
    finding("file.bytes", Outcome.FAIL),
    finding("subject.fill", Outcome.FAIL, Severity.WARNING),
    finding("pixels.recommended", Outcome.FAIL, Severity.INFO),
    finding("overlay.text", Outcome.NOT_MEASURED),
)


PLACEMENT = Placement(source_box=Box(1, 2, 30, 40), placed_box=Box(5, 6, 70, 80), canvas=(90, 90), flush=("top",))


def rendition(file: str, state: State, slot: Slot = Slot.MAIN) -> Rendition:
    """A picture that was made."""
    return Rendition(
        slot=slot,
        file=file,
        state=state,
        reason="" if state is State.READY else "file.bytes: 90 KB, required 512 KB. Do something about it.",
        findings=FINDINGS,
        placement=Placement(
            source_box=Box(1, 2, 30, 40), placed_box=Box(5, 6, 70, 80), canvas=(90, 90), flush=("top",)
        ),
        engine="rembg:u2netp+backdrop",
        doubt=0.123456,
        score=70,
        sha256="ab" * 32,
        width=90,
        height=90,
        bytes=90_000,
    )


def row(path: Path, name: str, state: State, *made: Rendition, role: Role = Role.MAIN, order: int = 1) -> Row:
    """A photo and what became of it; a failed one was never read."""
    read = state is not State.FAILED
    result = PhotoResult(
        state=state,
        reason="" if state is State.READY else "There is a reason. Do something about it.",
        facts=facts(60, 90, name.encode()) if read else None,
        renditions=made,
        findings=(finding("origin.camera"),) if read else (),
    )
    return Row(variant="", photo=Photo(path=path, name=name, role=role, order=order), result=result)


def change(kind: Kind, file: str) -> Change:
    """Something that happened to ``file``."""
    return Change(
        kind=kind, sku="", variant="", image_type="main", order=1, file=file, file_before="", sha256="",
        sha256_before="", source="", reason="",
    )  # fmt: skip


def batch(folder: Path, out: Path) -> BatchResult:
    """The batch, with its photos in ``folder`` and its files in ``out``."""
    names = ("杯子.jpg", "杯子 2.jpg", "spare.jpg", EVIL)
    paths = [folder / f"{number}.jpg" for number in range(len(names))]
    folder.mkdir(parents=True)
    for seed, path in enumerate(paths):
        Image.fromarray(noise(60, 90, seed=seed)).save(path, "JPEG")
    (folder / "broken.jpg").write_bytes(b"broken")
    files = ("杯子/杯子_01_main.jpg", "杯子/杯子_02.jpg", "_review/x/x_01_main.jpg")
    for seed, file in enumerate(files):
        (out / file).parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(noise(90, 90, seed=seed)).save(out / file, "JPEG")
    whole = finding("set.details", Outcome.FAIL, Severity.WARNING)
    first = ListingResult(
        sku="杯子",
        state=State.READY,
        reason="",
        findings=(whole,),
        rows=(
            row(paths[0], names[0], State.READY, rendition(files[0], State.READY)),
            row(
                paths[1],
                names[1],
                State.READY,
                rendition(files[1], State.READY, Slot.DETAIL),
                role=Role.DETAIL,
                order=2,
            ),
            row(paths[2], names[2], State.UNUSED, role=Role.UNUSED, order=3),
        ),
    )
    second = ListingResult(
        sku="x",
        state=State.REVIEW,
        reason="It is doubtful.",
        findings=(),
        rows=(row(paths[3], names[3], State.REVIEW, rendition(files[2], State.REVIEW)),),
    )
    third = ListingResult(
        sku="broken",
        state=State.FAILED,
        reason="It is no photo.",
        findings=(),
        rows=(row(folder / "broken.jpg", "broken.jpg", State.FAILED),),
    )
    skipped = (Skipped(name="+notes.txt", reason="It is no picture. Nothing is to be done."),)
    return BatchResult(profile="aliexpress", listings=(first, second, third), skipped=skipped)
