"""Names that files have while somebody is still writing them, and names that no watch looks at.

Browsers, cameras' and phones' transfer programs, sync clients and editors write under such a name and rename when they
are done: the rename is the arrival.
"""

from __future__ import annotations

from whitecove.batch.intake.walk import LITTER

# How the name ends while a program writes it, whatever stands before.
UNFINISHED = frozenset(
    {".part", ".partial", ".filepart", ".crdownload", ".download", ".opdownload", ".tmp", ".temp", ".!ut", ".!qb"}
    | {".!sync", ".bts", ".aria2", ".lftp-pget-status", ".icloud", ".cotemp", ".lrtemp", ".writing", ".uploading"}
    | {".inprogress", ".swp", ".lock"}
)
# How it begins: office programs, Syncthing on Windows, SMB copies, WinSCP.
UNFINISHED_STARTS = ("~", "._", ".~", ".syncthing.", "~syncthing~", ".goutputstream-", ".com.apple.")
# Folders of sync clients and shares in which nothing is ever finished.
APART = frozenset({"$recycle.bin", "system volume information", "@eadir", "#recycle", "lost+found"})


def is_unfinished(name: str) -> bool:
    """Whether a file of this name is still being written, by what its name says."""
    folded = name.casefold()
    return folded.startswith(UNFINISHED_STARTS) or any(folded.endswith(end) for end in UNFINISHED)


def is_apart(name: str) -> bool:
    """Whether a file or folder of this name is nobody's photo: hidden, or what systems leave lying about."""
    folded = name.casefold()
    return folded.startswith(".") or folded in LITTER or folded in APART
