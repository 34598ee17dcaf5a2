"""The tables that a run prints, and their place in the document of benchmarks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from tests.bench.mattes.fringes import Fringes
from tests.bench.mattes.scores import Score


def matte_lines(scores: Mapping[tuple[str, str], Sequence[tuple[str, Score]]]) -> list[str]:
    """A row a family and cutter."""
    lines = [
        (
            "| photos | cutter | n | mean IoU | mean boundary F | median boundary F | worst IoU | edges wider by, px | "
            "IoU worse than rembg by over 0.02 |"
        ),
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for (family, cutter), rows in scores.items():
        iou, boundary, wider = (np.array(column) for column in zip(*(found for _, found in rows), strict=True))
        first = next(of for (other, _), of in scores.items() if other == family)
        worse = sum(ours.iou < theirs.iou - 0.02 for (_, ours), (_, theirs) in zip(rows, first, strict=True))
        width = f"{np.nanmedian(wider):+.1f}" if np.isfinite(wider).any() else "–"
        lines.append(
            f"| {family} | {cutter} | {len(rows)} | {iou.mean():.3f} | {boundary.mean():.3f} | "
            f"{np.median(boundary):.3f} | {iou.min():.2f} | {width} | {worse} |"
        )
    return lines


def doubt_lines(figures: Mapping[str, Mapping[str, float]]) -> list[str]:
    """A row an engine."""
    lines = [
        (
            "| engine | cutouts | of them under IoU 0.9 | AUROC | AUROC, weights fitted on other pictures | "
            "found of what a perfect order finds: least / mean over all lengths | the same, fitted on other pictures |"
        ),
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for name, row in figures.items():
        lines.append(
            f"| {name} | {row['cutouts']:.0f} | {row['bad']:.0f} | {row['auroc']:.3f} | {row['held out']:.3f} | "
            f"{row['found']:.3f} / {row['found on average']:.3f} | "
            f"{row['found, held out']:.3f} / {row['found on average, held out']:.3f} |"
        )
    return lines


def fringe_lines(found: Mapping[str, Sequence[Fringes]]) -> list[str]:
    """A row a cutter: pixels in which the backdrop shows at the edge, summed, and for each pixel of outline."""
    lines = [
        "| cutter | photos | outline, px | fringe, px | fringe per px of outline | photos with more than 0.25 |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for cutter, rows in found.items():
        outline, visible = sum(row.outline for row in rows), sum(row.visible for row in rows)
        many = sum(row.visible > 0.25 * max(1, row.outline) for row in rows)
        lines.append(
            f"| {cutter} | {len(rows)} | {outline:,} | {visible:,} | {visible / max(1, outline):.2f} | {many} |"
        )
    return lines


def write_into(document: Path, name: str, lines: Sequence[str]) -> None:
    """Puts ``lines`` between the marks of that name in ``document``."""
    start, end = f"<!-- measured: {name} -->", f"<!-- end of {name} -->"
    text = document.read_text("utf-8")
    before, _, rest = text.partition(start)
    _, _, after = rest.partition(end)
    document.write_text("\n".join([before + start, "", *lines, "", end + after]), "utf-8")
