"""Whether pictures that another machine made are what it says: proof is given where they are delivered."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from whitecove.batch.executors.jobs import Done, failed
from whitecove.batch.store import writer
from whitecove.core.model import Rendition
from whitecove.core.options import Options
from whitecove.core.profiles import Profile

if TYPE_CHECKING:
    from whitecove.batch.executors.remote import Made


def proven(made: Made, staging: Path, options: Options, profile: Profile) -> Done:
    """The outcome of ``made``, whose files now lie in ``staging``: written here, read again, and judged again by every
    rule that a file alone can be judged by. One that breaks a rule of which the other machine said nothing is failed.

    Raises:
        OutputError: the disk does not take them.
    """
    write, files = writer(staging), dict(made.files)
    for rendition in made.done.result.renditions:
        if rendition.file:
            problem = _problem(rendition, files, write(rendition.file, files[rendition.file]), options, profile)
            if problem:
                return failed("cluster.not_proven", problem=problem)
    return made.done


def _problem(rendition: Rendition, files: Mapping[str, bytes], read: bytes, options: Options, profile: Profile) -> str:
    from whitecove.core.checks.examine import examine
    from whitecove.core.checks.registry import judge
    from whitecove.core.wanted import aspect_of

    if hashlib.sha256(read).hexdigest() != rendition.sha256:
        return "its bytes differ"
    known = {finding.rule for finding in rendition.findings if finding.broken}
    shape = aspect_of(rendition.slot, options, profile)
    verdict = judge(examine(read, rendition.file), profile, rendition.slot, aspect=shape)
    return next((error.sentence for error in verdict.errors if error.rule not in known), "")
