"""How many workers a machine bears, and how many threads each gets for a cutout model."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from whitecove.batch.executors.workplace import cores
from whitecove.core.engines.own import session_name
from whitecove.core.engines.registry import chosen_model

# Peak resident bytes of a worker at a photo of 24 megapixels, with some room: the built-in engine and u2netp as
# measured (tests/bench/steps.py); the networks that work at 1024 px and above take far more than the 320 px ones.
WITHOUT_MODEL, USUAL_MEMORY = 500_000_000, 1_000_000_000
MEMORY = {
    "u2netp": 800_000_000,
    "isnet": 2_800_000_000, "dis_custom": 2_800_000_000, "birefnet": 5_000_000_000, "bria": 5_000_000_000,
    "ben2": 5_000_000_000,
}  # fmt: skip
# Of the free memory, what all workers together may take before one is ended.
SHARE = 0.9
CGROUP = Path("/sys/fs/cgroup")


@dataclass(frozen=True, slots=True, kw_only=True)
class Staffing:
    """So many ``workers`` with so many ``threads`` each, of which each may take ``memory`` bytes; ``why`` says in a
    sentence how that came."""

    workers: int
    threads: int
    memory: int
    why: str


def staffing(engine: str, models: Mapping[str, Path], asked: int = 0) -> Staffing:
    """As many workers as the cores and the free memory bear at the peak of the model that ``engine`` uses where
    ``models`` are installed; or as many as are ``asked`` for, if that is not 0."""
    name = chosen_model(engine, models) or ""
    need = _need(engine, models)
    free, at_hand = free_memory(), cores()
    workers = asked or max(1, min(at_hand, free // need))
    threads = max(1, at_hand // workers)
    bound = "asked for" if asked else "as many as there are cores" if workers == at_hand else "as many as memory bears"
    why = (
        f"{_count(workers, 'worker')} ({bound}) with {_count(threads, 'thread')} each for {_count(at_hand, 'core')}; "
        f"{free / 1e9:.1f} GB of memory are free, and {name or 'the built-in engine'} takes up to {need / 1e9:.1f} GB "
        "a worker."
    )
    return Staffing(workers=workers, threads=threads, memory=max(2 * need, int(SHARE * free) // workers), why=why)


def hungriest(engines: Iterable[str], models: Mapping[str, Path]) -> str:
    """The one of ``engines`` that takes most memory where ``models`` are installed."""
    return max(sorted(engines), key=partial(_need, models=models))


def _need(engine: str, models: Mapping[str, Path]) -> int:
    """Bytes at the peak of a worker with that ``engine``."""
    name = chosen_model(engine, models) or ""
    return appetite(session_name(name, models[name]) if name in models else name)


def appetite(model: str) -> int:
    """Bytes at the peak of a worker with that model, by the name of its session; an empty one for no model."""
    usual = USUAL_MEMORY if model else WITHOUT_MODEL
    return next((size for start, size in MEMORY.items() if model.startswith(start)), usual)


def free_memory() -> int:
    """Bytes that this process may still take: of the machine, or of the container that it is in."""
    import psutil

    limit, used = _number(CGROUP / "memory.max"), _number(CGROUP / "memory.current")
    machine = int(psutil.virtual_memory().available)
    if limit is None or used is None:
        return machine
    # Pages of files count as used there, though they give way.
    return max(0, min(machine, limit - used + _file_pages()))


def _file_pages() -> int:
    try:
        lines = (CGROUP / "memory.stat").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith(("inactive_file ", "active_file ")))


def _number(path: Path) -> int | None:
    """The number in a file of the system's; none where there is no such file, or no limit."""
    try:
        text = path.read_text(encoding="ascii").strip()
    except OSError:
        return None
    return int(text) if text.isdigit() else None


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"
