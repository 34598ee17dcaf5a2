"""How good the mattes are: photos with known truth, cut by an engine, scored by family.

usage: python tests/bench/mattes.py --shared ../shared --engine backdrop|auto|rembg:u2netp [--only sweeps|pairs]

Sweeps are the cutouts of ``shared/data/cutouts`` laid on made backdrops (``shared/tools/make_composites.py``), and on
a real table; pairs are photos with truth beside them. Prints IoU at 0.5 and boundary F a family, as
``shared/tools/score_mattes.py`` does, and how well doubt ranks the bad mattes (IoU < 0.9) over all of them.
"""

from __future__ import annotations

import argparse
import importlib.util
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from types import ModuleType

import numpy as np
from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "app"))

from whitecove.core.engines.base import Engine  # noqa: E402
from whitecove.core.engines.registry import cut_out, make_engine  # noqa: E402
from whitecove.core.errors import EngineError  # noqa: E402
from whitecove.core.model import U8, Picture  # noqa: E402
from whitecove.core.read import read_photo  # noqa: E402

BAD_IOU = 0.9
FAMILIES = {"sweeps": ("grey", "near-white", "blue", "table"), "pairs": ("ebay", "grabcut", "u2net")}


def main() -> int:
    args = _arguments()
    tool = _tool(args.shared / "tools" / "score_mattes.py")
    models = {} if args.no_model else {"u2netp": args.shared / "models" / "u2netp.onnx"}
    engine = make_engine(args.engine, models)
    with tempfile.TemporaryDirectory() as scratch:
        rows = _score_all(engine, _photos(args, Path(scratch)), tool, args.mattes)
    _report(rows)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--engine", default="auto")
    parser.add_argument("--no-model", action="store_true", help="auto as it is without any model installed")
    parser.add_argument("--only", choices=tuple(FAMILIES), help="one kind of photos")
    parser.add_argument("--composites", type=Path, help="a folder made by make_composites.py, instead of a new one")
    parser.add_argument("--mattes", type=Path, help="write the mattes here, as FAMILY/NAME.png")
    return parser.parse_args()


def _tool(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_mattes", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} is missing")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _photos(args: argparse.Namespace, scratch: Path) -> list[Path]:
    folders: list[Path] = []
    if args.only != "pairs":
        made = args.composites or _composites(args.shared, scratch)
        folders += [made / family for family in FAMILIES["sweeps"]]
    if args.only != "sweeps":
        folders += [args.shared / "data" / "pairs" / family for family in FAMILIES["pairs"]]
    endings = {".jpg", ".jpeg", ".png"}
    return [p for folder in folders for p in sorted(folder.iterdir()) if p.suffix in endings and ".mask" not in p.name]


def _composites(shared: Path, scratch: Path) -> Path:
    data = shared / "data"
    inputs = [
        shared / "tools" / "make_composites.py",
        data / "cutouts",
        scratch,
        "--table",
        data / "backgrounds" / "table.jpg",
    ]
    subprocess.run([sys.executable, *map(str, inputs)], check=True)
    return scratch


Row = tuple[str, str, float, float, float, float]


def _score_all(engine: Engine, photos: list[Path], tool: ModuleType, keep: Path | None) -> list[Row]:
    rows: list[Row] = []
    for photo in photos:
        truth_file = tool.truth_of(photo)
        if truth_file is None:
            continue
        truth = tool.load(truth_file)
        picture = read_photo(photo)
        start = time.perf_counter()
        matte, doubt, made_by = _cut(engine, picture)
        seconds = time.perf_counter() - start
        if keep:
            _keep(matte, keep / photo.parent.name / f"{photo.stem}.png")
        shown = Image.fromarray(matte).resize((truth.shape[1], truth.shape[0]), Image.Resampling.BILINEAR)
        iou, _, boundary = tool.score(np.asarray(shown, np.float32) / 255, truth)
        rows.append((photo.parent.name, photo.stem, iou, boundary, doubt, seconds))
        print(
            f"{photo.parent.name:10} {photo.stem:32} IoU {iou:.3f}  F {boundary:.3f}  doubt {doubt:.2f}  {made_by}",
            flush=True,
        )
    return rows


def _cut(engine: Engine, picture: Picture) -> tuple[U8, float, str]:
    try:
        cutout = cut_out(picture, engine)
    except EngineError:
        return np.zeros(picture.rgb.shape[:2], np.uint8), 1.0, "nothing"
    return cutout.matte, cutout.doubt, cutout.engine


def _keep(matte: U8, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(matte).save(path)


def _report(rows: list[Row]) -> None:
    families: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        families[row[0]].append(row)
    print()
    for family, of in families.items():
        iou, boundary, doubt, seconds = (np.array([row[k] for row in of]) for k in (2, 3, 4, 5))
        print(
            f"{family:10} n {len(of):3}  IoU {iou.mean():.3f} (worst {iou.min():.2f})  "
            f"boundary F {boundary.mean():.3f} (median {np.median(boundary):.3f})  "
            f"doubt {doubt.mean():.2f}  {seconds.mean():.2f} s"
        )
    print(f"doubt ranks bad mattes (IoU < {BAD_IOU}): AUROC {_auroc(rows)}")


def _auroc(rows: list[Row]) -> str:
    """The chance that a bad matte has more doubt than a good one (ties count half)."""
    bad = np.array([row[4] for row in rows if row[2] < BAD_IOU])
    good = np.array([row[4] for row in rows if row[2] >= BAD_IOU])
    if not bad.size or not good.size:
        return "not measured: all mattes are of one kind"
    wins = (bad[:, None] > good).mean() + 0.5 * (bad[:, None] == good).mean()
    return f"{wins:.3f} ({bad.size} bad of {len(rows)})"


if __name__ == "__main__":
    sys.exit(main())
