"""Messages on cutout models: the store, downloads, and the settings that rule them. See `messages`."""

from __future__ import annotations

from whitecove.core.message import Message

MODEL_MESSAGES: dict[str, Message] = {
    # model: the model store
    "model.bad_mirror": Message(
        "{mirror} is no address of a mirror.",
        "Write it like http://192.168.1.5/models/ or https://example.org/models/.",
    ),
    "model.bad_name": Message(
        "No model can be called {name}.",
        "Use up to 40 small letters a to z, digits, - and _, and begin with a letter or digit.",
    ),
    "model.busy": Message(
        "The cutout model {model} is being downloaded by another Whitecove.", "Wait until that ends, or stop it."
    ),
    "model.changed": Message("{file} changed while it was copied.", "Import it again."),
    "model.damaged": Message(
        "The file of the cutout model {model} is damaged, so it is not used.",
        "Get it again with whitecove models download {model}, or import it from a good copy.",
    ),
    "model.damaged_own": Message(
        "The file of your cutout model {model} is not as it was when it was imported, so it is not used.",
        "Remove it with whitecove models remove {model}, and import it from a good copy.",
    ),
    "model.disk_full": Message(
        "The disk of {folder} is full.", "Free some space and run it again: what was downloaded is kept."
    ),
    "model.does_not_work": Message(
        "{file} could not be run as a cutout model of the kind {kind}.",
        "Try the other kind, or export the model to ONNX again: one picture in, one mask of the same size out.",
    ),
    "model.is_known": Message(
        "{file} is the model {model}, which is known here.", "Import it without --as and --kind."
    ),
    "model.is_own": Message(
        "The cutout model {model} is one of your own, so nobody offers it for download.", "Import it from its file."
    ),
    "model.name_known": Message("The catalogue has a model called {name}.", "Give yours another name."),
    "model.name_taken": Message(
        "There is a model of yours called {name}.",
        "Give this one another name, or remove that one first with whitecove models remove {name}.",
    ),
    "model.no_file": Message("There is no file {file}.", "Look at how the name is written."),
    "model.no_precision": Message(
        "There is no {precision}-precision file of the cutout model {model}.", "Use one of: {known}."
    ),
    "model.no_room": Message(
        "There is too little room in {folder}: {needed} MB are needed, {free} MB are free.",
        "Free some space, or put the model store elsewhere with the environment variable WHITECOVE_HOME.",
    ),
    "model.not_commercial": Message(
        "The licence of the cutout model {model} ({licence}) forbids commercial use.",
        "Choose another model, or say --accept-licence if your pictures sell nothing.",
    ),
    "model.not_downloaded": Message(
        "The cutout model {model} could not be downloaded (addresses tried: {tried}).",
        "Try again later, name a mirror with --mirror, or fetch the file by other means and import it.",
    ),
    "model.not_downloaded_kept": Message(
        "The cutout model {model} could not be downloaded as a whole (addresses tried: {tried}); {kept} MB are kept.",
        "Run it again: it goes on from there. Or name a mirror with --mirror.",
    ),
    "model.not_here": Message(
        "The cutout model {model} is not here.", "Look at which ones are, with whitecove models list."
    ),
    "model.not_recognised": Message(
        "{file} is none of the cutout models known here, or it is damaged.",
        "Fetch it again (models list shows which ones are known), or import a model of your own with --as and --kind.",
    ),
    "model.not_removed": Message(
        "{folder} could not be removed ({problem}).", "Close programs that use it, or change its permissions."
    ),
    "model.not_stored": Message(
        "The model could not be stored in {folder} ({problem}).", "Make room there, or change its permissions."
    ),
    "model.offline": Message(
        "Whitecove was told never to connect, so {model} is not downloaded.",
        "Say whitecove models offline off (and leave --offline and WHITECOVE_OFFLINE away), or import its file.",
    ),
    "model.unknown": Message("There is no cutout model called {model}.", "Use one of {known}."),
    "model.unreadable": Message("{file} cannot be read.", "Change its permissions."),
    # fetch: why an address did not give a model
    "fetch.changed": Message(
        "What {host} has does not continue what is here, so that was thrown away.", "It is fetched from its beginning."
    ),
    "fetch.circles": Message("{host} leads from one address to the next without end.", "Use another address."),
    "fetch.cut": Message("{host} ended the connection early.", "What came is kept."),
    "fetch.elsewhere": Message("{host} leads to something that is no http or https address.", "Use another address."),
    "fetch.odd": Message("{host} answers in a way that cannot be used.", "Use another address."),
    "fetch.page": Message(
        "{host} sent a web page instead of the model.", "Look at it in a browser: the network may want you to log in."
    ),
    "fetch.stalled": Message(
        "{host} sent next to nothing for {seconds} seconds.", "Wait longer with --timeout, or use another address."
    ),
    "fetch.status": Message("{host} does not give it (HTTP {status}).", "Look at the address, or use another one."),
    "fetch.unreachable": Message("{host} cannot be reached: {problem}.", "Look at your connection and at the address."),
    "fetch.wrong_bytes": Message("What {host} sent is not the model, so it was thrown away.", "Use another address."),
    "fetch.wrong_size": Message(
        "{host} has another file at this address: {offered} bytes instead of {wanted}.", "Use another address."
    ),
    # settings: the person's settings
    "settings.not_written": Message(
        "The settings could not be written ({problem}).", "Correct the file by hand, or delete it: {file}."
    ),
}
