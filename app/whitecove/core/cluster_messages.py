"""Messages on the work of other machines. See `messages`."""

from __future__ import annotations

from whitecove.core.message import Message

CLUSTER_MESSAGES: dict[str, Message] = {
    # cluster: a Dask cluster of the person's own
    "cluster.bad_address": Message(
        "{address} is no address of a Dask scheduler.",
        "Write it as the scheduler shows it, like tcp://192.168.1.5:8786.",
    ),
    "cluster.lost": Message(
        "The Dask scheduler at {address} is gone.", "Start it again and run the same command: what is finished stays."
    ),
    "cluster.no_model": Message(
        "The cutout model {model} is not on {machine}, or another file of it.",
        "Install the same one there with whitecove models download, or with whitecove models import.",
    ),
    "cluster.no_photo": Message(
        "{file} is not to be found on {machine}.", "Leave out --shared-photos, and photos are sent there."
    ),
    "cluster.no_scheduler": Message(
        "No Dask scheduler answers at {address}.",
        "Start it with dask scheduler, and look at the address that it shows.",
    ),
    "cluster.no_workers": Message(
        "The Dask cluster at {address} has no workers.", "Start some with dask worker {address}, on as many machines."
    ),
    "cluster.not_installed": Message(
        "Working on several machines needs Dask, which is not installed.",
        "Install it with pip install whitecove[cluster].",
    ),
    "cluster.not_proven": Message(
        "The picture that came back is not the one that was checked there: {problem}.",
        "Run it again, or leave that machine out.",
    ),
    "cluster.offline": Message(
        "Whitecove was told never to connect, so it asks no Dask scheduler.",
        "Leave out --offline, or say whitecove models offline off.",
    ),
    "cluster.version": Message(
        "{machine} has another version of Whitecove: {theirs}, and this is {ours}.", "Install the same one there."
    ),
    "cluster.worker_lost": Message(
        "The machines that worked on this photo went away, one after the other ({problem}).",
        "Run it again; if that repeats, open and save the photo in a photo program.",
    ),
}
