"""How good the cutouts are, beside plain rembg in the same run.

usage: python tests/bench/mattes [--shared ../shared] [--only mattes|doubt|fringes] [--engine NAME …] [--sheets DIR]
                                 [--write] [--fit]

mattes: photos with known truth (supplier cutouts on made sweeps and a real table, pairs), by family: IoU at 0.5,
boundary F, how much wider edges are than the truth's. doubt: the same photos and bad versions of them, how well doubt
finds the mattes under IoU 0.9. fringes: real product photos without truth, how much of the outline shows the backdrop
on white. --sheets writes contact sheets of the worst; --write puts the tables into docs/benchmarks.md; --fit prints
weights for core/doubt.py.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

ROOT = Path(__file__).resolve().parents[3]
sys.path[:0] = [str(ROOT / "app"), str(ROOT)]

from tests.bench.mattes import material, sheets  # noqa: E402
from tests.bench.mattes.doubts import BAD, Judged, auroc, cross_validated, fitted, least_found, mean_found  # noqa: E402
from tests.bench.mattes.fringes import Fringes, fringes_of  # noqa: E402
from tests.bench.mattes.plain import PlainRembg  # noqa: E402
from tests.bench.mattes.scores import Score, load_truth, score  # noqa: E402
from tests.bench.mattes.tables import doubt_lines, fringe_lines, matte_lines, write_into  # noqa: E402
from whitecove.core.doubt import WEIGHTS  # noqa: E402
from whitecove.core.engines.base import Engine  # noqa: E402
from whitecove.core.engines.given import flattened, given  # noqa: E402
from whitecove.core.engines.registry import cut_out, make_engine  # noqa: E402
from whitecove.core.engines.scale import reduced  # noqa: E402
from whitecove.core.errors import EngineError  # noqa: E402
from whitecove.core.model import F32, U8, Cutout, Picture  # noqa: E402
from whitecove.core.read import read_photo  # noqa: E402

PLAIN = "rembg alone"
ENGINES = ("backdrop", "auto")
# The built-in engine claims plain backdrops only.
ONLY_SWEEPS = ("backdrop",)
WORST = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """What one run has: the photos, the engines by name, plain rembg, and where sheets go."""

    cases: list[material.Case]
    products: list[Path]
    engines: dict[str, Engine]
    plain: PlainRembg
    sheets: Path | None


def main() -> int:
    args = _arguments()
    with tempfile.TemporaryDirectory() as scratch:
        bench = _prepared(args, args.composites or material.composites(args.shared, Path(scratch)))
        lines: dict[str, list[str]] = {}
        if args.only in (None, "mattes"):
            lines["mattes"] = matte_lines(_mattes(bench))
        if args.only in (None, "doubt"):
            rows = _doubt(bench)
            lines["doubt"] = _doubt_lines(rows)
            if args.fit:
                _print_fit(rows)
        if args.only in (None, "fringes"):
            lines["fringes"] = fringe_lines(_fringes(bench))
    for name, table in lines.items():
        print(f"\n{name}\n", *table, sep="\n")
        if args.write:
            write_into(ROOT / "docs" / "benchmarks.md", name, table)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--only", choices=("mattes", "doubt", "fringes"))
    parser.add_argument("--engine", action="append", help="instead of backdrop and auto; may be given again")
    parser.add_argument("--composites", type=Path, help="a folder made by make_composites.py, instead of a new one")
    parser.add_argument("--sheets", type=Path, help="write contact sheets here")
    parser.add_argument("--write", action="store_true", help="put the tables into docs/benchmarks.md")
    parser.add_argument("--fit", action="store_true", help="print fitted weights of the signs of doubt")
    return parser.parse_args()


def _prepared(args: argparse.Namespace, made: Path) -> Bench:
    model = args.shared / "models" / "u2netp.onnx"
    pairs = args.shared / "data" / "pairs"
    cases: list[material.Case] = []
    for family in (*material.SWEEPS, *material.SCENES):
        cases += material.cases(pairs / family if (pairs / family).is_dir() else made / family, family)
    return Bench(
        cases=cases,
        products=material.product_photos(args.shared, ROOT / "resources" / "samples"),
        engines={
            name: make_engine(name, {} if name == "backdrop" else {"u2netp": model}) for name in args.engine or ENGINES
        },
        plain=PlainRembg(model),
        sheets=args.sheets,
    )


Scores = dict[tuple[str, str], list[tuple[str, Score]]]


def _mattes(bench: Bench) -> Scores:
    """The scores of every photo by family and cutter."""
    scores: Scores = defaultdict(list)
    tiles: dict[str, list[tuple[float, Path, F32, U8, str]]] = defaultdict(list)
    for case in bench.cases:
        picture, truth = flattened(read_photo(case.photo)), load_truth(str(case.truth))
        made = {PLAIN: bench.plain.cutout(picture.rgb)[..., 3]}
        for name, engine in bench.engines.items():
            if name not in ONLY_SWEEPS or case.family in material.SWEEPS:
                made[name] = _matte(engine, picture)
        said = []
        for name, matte in made.items():
            found = score(matte, truth)
            scores[case.family, name].append((case.name, found))
            said.append(f"{name} {found.iou:.3f}/{found.boundary:.3f}")
        last = next(reversed(made))
        tiles[case.family].append((scores[case.family, last][-1][1].iou, case.photo, truth, made[last], said[-1]))
        print(f"{case.family:10} {case.name:28} {'  '.join(said)}", flush=True)
    if bench.sheets:
        for family, of in tiles.items():
            worst = sorted(of, key=lambda tile: tile[0])[:WORST]
            sheets.save([_outlines(*tile[1:]) for tile in worst], 5, bench.sheets / f"worst-{family}.jpg")
    return scores


def _outlines(photo: Path, truth: F32, matte: U8, label: str) -> Image.Image:
    return sheets.outlines(flattened(read_photo(photo)).rgb, truth, matte, f"{photo.stem} {label}")


def _matte(engine: Engine, picture: Picture) -> U8:
    try:
        return cut_out(picture, engine).matte
    except EngineError:
        return np.zeros(picture.rgb.shape[:2], np.uint8)


def _doubt(bench: Bench) -> dict[str, list[Judged]]:
    """What is thought of every photo as it is and of two bad versions of it, by engine."""
    rows: dict[str, list[Judged]] = {name: [] for name in bench.engines}
    for number, case in enumerate(bench.cases):
        picture, truth = flattened(read_photo(case.photo)), load_truth(str(case.truth))
        kinds = material.DEGRADED
        for kind in ("", kinds[number % len(kinds)], kinds[(number + 2) % len(kinds)]):
            shown, wanted = _version(picture, truth, kind, number)
            for name, engine in bench.engines.items():
                rows[name].append(_judged(engine, shown, wanted, case.name))
                row = rows[name][-1]
                print(
                    f"{case.family:10} {case.name:28} {kind:8} {name:9} IoU {row.iou:.3f} doubt {row.doubt:.2f} "
                    + " ".join(f"{sign} {strength:.2f}" for sign, strength in row.signs.items()),
                    flush=True,
                )
    return rows


def _version(picture: Picture, truth: F32, kind: str, seed: int) -> tuple[Picture, F32]:
    if not kind:
        return picture, truth
    from dataclasses import replace

    rgb = material.degraded(reduced(picture.rgb, material.DEGRADED_SIDE), kind, seed)
    wanted = material.cropped((truth * 255).astype(np.uint8)).astype(np.float32) / 255 if kind == "cropped" else truth
    return replace(picture, rgb=rgb), np.asarray(wanted, np.float32)


def _judged(engine: Engine, picture: Picture, truth: F32, name: str) -> Judged:
    try:
        cutout = cut_out(picture, engine)
    except EngineError:
        return Judged(name, 0.0, 1.0, {"nothing": 1.0})
    signs: dict[str, float] = {}
    for sign in cutout.signs:
        signs[sign.name] = max(signs.get(sign.name, 0.0), sign.strength)
    by_model = cutout.engine.startswith("rembg:")
    return Judged(name, score(cutout.matte, truth).iou, cutout.doubt, signs, by_model)


def _doubt_lines(by_engine: dict[str, list[Judged]]) -> list[str]:
    """The figures of each engine and of both; weights are fitted on both, as those of the program are."""
    every = [row for rows in by_engine.values() for row in rows]
    held_out = dict(zip(map(id, every), cross_validated(every, _names(every)), strict=True))
    return doubt_lines(
        {
            name: _figures(rows, [held_out[id(row)] for row in rows])
            for name, rows in {**by_engine, "both": every}.items()
        }
    )


def _figures(rows: list[Judged], held_out: list[float]) -> dict[str, float]:
    bad, doubts = [row.iou < BAD for row in rows], [row.doubt for row in rows]
    return {
        "cutouts": len(rows),
        "bad": sum(bad),
        "auroc": auroc(doubts, bad),
        "held out": auroc(held_out, bad),
        "found": least_found(doubts, bad),
        "found on average": mean_found(doubts, bad),
        "found, held out": least_found(held_out, bad),
        "found on average, held out": mean_found(held_out, bad),
    }


def _names(rows: list[Judged]) -> list[str]:
    """The signs that are weighed together, of those that ``rows`` have."""
    return sorted({name for row in rows for name in row.signs if name in WEIGHTS})


def _print_fit(by_engine: dict[str, list[Judged]]) -> None:
    rows = [row for found in by_engine.values() for row in found]
    names = _names(rows)
    fit = fitted(rows, names)
    for name, value in zip(fit.names, fit.weights, strict=True):
        print(f'    "{name}": {value:.2f},')
    print(f"NO_SIGN = {fit.no_sign:.2f}")


def _fringes(bench: Bench) -> dict[str, list[Fringes]]:
    """Fringes of every product photo that must be cut out, by cutter; and a sheet of all cutouts."""
    found: dict[str, list[Fringes]] = defaultdict(list)
    tiles = []
    name, engine = next(reversed(bench.engines.items()))
    for photo in bench.products:
        picture = read_photo(photo)
        brought = given(picture)
        cutout = brought or _cutout(engine, flattened(picture))
        if cutout is None:
            print(f"{photo.name}: nothing found")
            continue
        tiles.append(sheets.edge_crops(cutout, f"{photo.stem} {cutout.engine} doubt {cutout.doubt:.2f}"))
        if brought:
            continue
        plain = bench.plain.cutout(flattened(picture).rgb)
        for cutter, rgb, alpha in ((PLAIN, plain[..., :3], plain[..., 3]), (name, cutout.rgb, cutout.matte)):
            found[cutter].append(fringes_of(flattened(picture).rgb, rgb, alpha))
        print(
            f"{photo.stem:40} " + "  ".join(f"{k} {v[-1].visible} of {v[-1].outline}" for k, v in found.items()),
            flush=True,
        )
    if bench.sheets:
        for page in range(0, len(tiles), 12):
            sheets.save(tiles[page : page + 12], 2, bench.sheets / f"edges-{page // 12 + 1}.jpg")
    return found


def _cutout(engine: Engine, picture: Picture) -> Cutout | None:
    try:
        return cut_out(picture, engine)
    except EngineError:
        return None


if __name__ == "__main__":
    sys.exit(main())
