"""Code -> one sentence and the next step. Sentences are templates: format them, never join them from parts."""

from __future__ import annotations

from whitecove.core.cluster_messages import CLUSTER_MESSAGES
from whitecove.core.light.said import LIGHT
from whitecove.core.message import Message
from whitecove.core.mishap_messages import MISHAP_MESSAGES
from whitecove.core.model_messages import MODEL_MESSAGES
from whitecove.core.skip_messages import SKIP_MESSAGES
from whitecove.core.studio_messages import STUDIO_MESSAGES
from whitecove.core.watch_messages import WATCH_MESSAGES
from whitecove.core.window_messages import WINDOW_MESSAGES

# Grouped by the first part of the code; each group in alphabetical order.
MESSAGES: dict[str, Message] = {
    # read: a photo could not be read
    "read.damaged": Message("The {format} file is damaged.", "Copy it again from the camera or phone."),
    "read.empty": Message("The file is empty.", "Copy it again from the camera or phone."),
    "read.memory": Message(
        "There is not enough memory to open this photo.", "Close other programs, or save the photo smaller."
    ),
    "read.missing": Message(
        "There is no file at this place.", "Put it back or connect its drive, or take it out of the list or plan."
    ),
    "read.no_access": Message("The file could not be opened ({problem}).", "Check that you may read it and try again."),
    "read.not_a_photo": Message("This is {kind}, which is not a photo format.", "Save the picture as JPEG or PNG."),
    "read.not_supported": Message(
        "The {format} file is of a kind that cannot be read here, or its start is damaged.",
        "Open it in a picture program and save it as JPEG or PNG.",
    ),
    "read.too_many_bytes": Message(
        "The file has {bytes} MB; at most {limit} MB are read.", "Save the photo smaller or as JPEG."
    ),
    "read.too_many_pixels": Message(
        "The photo says it has {size}; at most {limit} megapixels are read.",
        "Save the photo smaller.",
    ),
    "read.transparent": Message(
        "The picture is fully transparent: there is nothing to see.", "Export it again with the product visible."
    ),
    "read.truncated": Message(
        "The {format} file ends too early: a part of the picture is missing.", "Copy it again from the camera or phone."
    ),
    "read.unknown": Message(
        "The file is not a picture in a format known here.", "Save the picture as JPEG or PNG, or take it off the list."
    ),
    # engine: no cutout
    "engine.gpu_failed": Message(
        "The GPU could not be used through {provider} ({problem}), so the processor computes the cutouts.",
        "Look at its driver and its free memory, or say --device cpu.",
    ),
    "engine.model_broken": Message(
        "The cutout model {model} could not be loaded ({problem}).", "Import its file again, or choose another."
    ),
    "engine.model_missing": Message(
        "The cutout model {model} is not installed.",
        "Get it with whitecove models download or import (models list shows them all), or choose another engine.",
    ),
    "engine.no_gpu": Message(
        "The installed onnxruntime cannot use a GPU, so the processor computes the cutouts.",
        "Install a build that can (docs/models.md), or leave --device away.",
    ),
    "engine.no_runtime": Message(
        "rembg or onnxruntime is not installed, so no cutout model can run.",
        'Install it with pip install "rembg[cpu]", or choose the engine backdrop.',
    ),
    "engine.no_workers": Message(
        "The worker processes end before they take a photo.", "Close other programs to free memory, then run it again."
    ),
    "engine.not_offered": Message(
        "rembg has no local cutout model called {model}.", "Choose one that the model list shows."
    ),
    "engine.nothing_found": Message(
        "There is nothing to cut out: the photo is one even surface.", "Look at the photo, or choose the engine keep."
    ),
    "engine.nothing_seen": Message(
        "The cutout model {model} sees no product in the photo.", "Look at the photo, or choose another engine."
    ),
    "engine.too_dark": Message(
        "The backdrop is too dark to be made white by dividing.", "Use another engine, or light the backdrop."
    ),
    "engine.too_small": Message(
        "The photo is under {side} pixels high or wide: too small to cut out.", "Use a larger photo."
    ),
    "engine.unknown": Message(
        "There is no engine called {engine}.", "Use auto, backdrop, whiten, keep or rembg:MODEL."
    ),
    # light: what was done to shadow and light because it was asked for
    **{code: Message(*said) for code, said in LIGHT.items()},
    # prepare: a rendition could not be made
    "prepare.no_subject": Message("No product was found in the photo.", "Look at the photo, or choose another engine."),
    "prepare.too_long": Message(
        "{doing} took longer than {seconds} seconds, so this photo was given up.",
        "Make it smaller, or choose another engine.",
    ),
    "prepare.too_much_memory": Message(
        "{doing} took more than {gigabytes} GB of memory, so this photo was given up.",
        "Make it smaller, or run it again with fewer jobs.",
    ),
    "prepare.unexpected": Message(
        "Whitecove could not prepare this photo ({kind}).", "Send the log file with a report; the photo is untouched."
    ),
    "prepare.worker_died": Message(
        "{doing} made the worker process end (a damaged file, or too little memory).",
        "Open and save it in a photo program, or run it again with fewer jobs.",
    ),
    # profile: a profile or preset file
    "profile.unknown": Message("There is no marketplace profile called {id}.", "Choose one of: {known}."),
    "profile.unreadable": Message("{file} cannot be read ({problem}).", "Check that it is a TOML file in UTF-8."),
    "profile.wrong": Message("{file} has mistakes: {problems}.", "Correct the file and try again."),
    "profile.wrong_options": Message("These settings cannot be used: {problems}.", "Correct them and try again."),
    # plan: the batch cannot start
    "plan.edited": Message(
        "The output folder has files that are not as Whitecove wrote them: {files}.",
        "Deliver them as they are with --keep-edited, or have them made anew with --replace-edited (they are kept in "
        "_previous).",
    ),
    "plan.foreign": Message(
        "The output folder has files at the names of pictures or lists that were never Whitecove's: {files}.",
        "Move them away, or have them set aside in _previous with --replace-edited.",
    ),
    "plan.in_the_way": Message(
        "A file lies where the folder {folder} of a listing must be.", "Move it away, or choose another output folder."
    ),
    "plan.name_long": Message(
        "The template of file names leaves too little of the SKU: names have at most {limit} characters.",
        "Make the template shorter.",
    ),
    "plan.name_order": Message(
        "{first} would come after {second} where names are sorted, as they are on upload.",
        "Put {{nn}} before {{role}} and {{variant}} in the template of file names.",
    ),
    "plan.no_gap": Message(
        "No clear pause parts the {count} photos with a shooting time in {folder} into products (without a time:"
        " {without}).",
        "Say with --gap how many seconds part two products, or group another way.",
    ),
    "plan.no_photos": Message("There is no photo to prepare.", "Give photos, or folders with photos."),
    "plan.none_left": Message(
        "There is no photo to prepare; {count} passed over. The first, {name}: {reason}",
        "Give photos, or folders with photos.",
    ),
    "plan.none_there": Message(
        "None of the photos in the plan {file} is there; the first should be {place}.",
        "Connect their drive, or put the plan where it was, beside the photos.",
    ),
    "plan.no_times": Message(
        "No photo says when it was shot (photos: {count}).", "Group another way, or give the camera's own files."
    ),
    "plan.photos_inside": Message(
        "Photos to prepare lie in the output folder: {files}.", "Move them out of it, or choose another output folder."
    ),
    "plan.same_name": Message(
        "{first} and {second} would get names that some systems take for the same.", "Rename one of them."
    ),
    "plan.skus_clocks": Message(
        "The names of the {photos} photos and the times they say put them in different orders, or their times come from"
        " different cameras: nobody can tell which SKU each belongs to.",
        "Put the photos of each product in a folder called like its SKU, or give the photos of one camera at a time.",
    ),
    "plan.skus_empty": Message("{file} has no SKU.", "Write one SKU a line."),
    "plan.skus_no_fit": Message(
        "Nothing says clearly which photos ({photos}) belong to which SKU ({skus}): neither names nor numbers nor the"
        " pauses between shots.",
        "Add a column count with the number of photos of each SKU, call folders like their SKUs, or give exactly one"
        " photo for each.",
    ),
    "plan.skus_some_counts": Message(
        "Some SKUs have a count, but {sku} has none.", "Give each SKU a count, or none of them."
    ),
    "plan.skus_unreadable": Message(
        "The list of SKUs {file} cannot be read ({problem}).", "Save it as a text file in UTF-8."
    ),
    "plan.skus_wrong": Message("The list of SKUs has mistakes ({file}): {problems}.", "Correct them and try again."),
    "plan.skus_wrong_count": Message(
        "The list of SKUs has counts that are not those of the photos found: {problems}.",
        "Correct the counts, or take photos away or add them, until both numbers are the same.",
    ),
    "plan.skus_wrong_total": Message(
        "The counts in the list of SKUs add up to {total}, but the number of photos is {photos}.",
        "Correct the counts, or take photos away or add them, until both numbers are the same.",
    ),
    "plan.table_unreadable": Message(
        "{file} cannot be read as a plan: {problem}.", "Write one with whitecove plan --write, edit it, save it as CSV."
    ),
    "plan.table_wrong": Message("The plan {file} has mistakes.", "Correct them and try again:{problems}"),
    # corrections: what a person drew cannot be used
    "corrections.none": Message("The corrections file {file} names no photo.", "Give another file, or leave it away."),
    "corrections.nothing_left": Message(
        "The corrections leave nothing of the product.", "Take back a step, or keep what is the product."
    ),
    "corrections.other_file": Message(
        "The corrections of this photo were drawn on another version of its file.",
        "Put that version back, or draw them again.",
    ),
    "corrections.other_size": Message(
        "The corrections of this photo were drawn at {drawn_on}, but it is {size}: another shape.",
        "Use the photo as it was then, or draw them again.",
    ),
    "corrections.twice": Message(
        "The corrections file {file} names the photo {photo} twice.", "Put all its steps into one of the two."
    ),
    "corrections.unmatched": Message(
        "The corrections file names what is not among these photos: {names}.", "Look at how the names are written."
    ),
    "corrections.unreadable": Message(
        "The corrections file {file} cannot be read: {problem}.", "Write them again, or leave --corrections away."
    ),
    "corrections.whitened": Message(
        "Keeping and healing do not work with the engine whiten, which changes all colours.",
        "Erase only, or choose another engine.",
    ),
    "corrections.wrong": Message("The corrections file {file} has mistakes.", "Correct them and try again:{problems}"),
    # output: could not be written
    "output.busy": Message(
        "Another batch is at work on {folder}.", "Wait until it ends, or choose another output folder."
    ),
    "output.denied": Message(
        "Whitecove may not write in {folder}.", "Choose another output folder, or change its permissions."
    ),
    "output.failed": Message("{file} could not be written ({problem}).", "Look at the output folder and its disk."),
    "output.full": Message(
        "The disk of {folder} is full.", "Free some space and run it again: what is finished is kept."
    ),
    "output.held": Message(
        "{file} cannot be replaced: another program, such as a photo viewer or a virus scanner, holds it open.",
        "Close it and run it again: what is finished is kept.",
    ),
    "output.is_file": Message("The output folder {folder} is a file.", "Choose a folder."),
    "output.no_parent": Message(
        "The output folder {folder} cannot be made: the folder above it does not exist.", "Make that folder first."
    ),
    "output.vanished": Message(
        "{file} was finished, but has been taken away.", "Run it again, and leave the output folder alone meanwhile."
    ),
    **MODEL_MESSAGES,
    **CLUSTER_MESSAGES,
    **WATCH_MESSAGES,
    **SKIP_MESSAGES,
    **STUDIO_MESSAGES,
    **WINDOW_MESSAGES,
    **MISHAP_MESSAGES,
    # cli: the command line
    "cli.cutout_exists": Message(
        "{files} would be written over.", "Choose another folder with --out, or say --replace."
    ),
    "cli.cutout_foreign": Message(
        "{files} would be written over, but was not written by cutout.",
        "Move it away, or choose another folder with --out.",
    ),
    "cli.cutout_same_name": Message(
        "{first} and {second} would both become {file}.", "Rename one of them, or cut them out one after the other."
    ),
    "cli.cutout_source": Message(
        "{file} is an original and would be written over.", "Choose another folder with --out."
    ),
    "cli.no_input": Message("There is no file or folder {path}.", "Look at how the name is written."),
    "cli.no_pictures": Message("No picture was found in what you gave.", "Give pictures, or folders with pictures."),
    "cli.plan_exists": Message(
        "{file} is there already, and may have been edited.", "Choose another name, or say --replace."
    ),
    "cli.unexpected": Message("Whitecove stopped ({kind}).", "Send the log file {file} with a report."),
    # change: what changed in a delivery since the last time
    "change.edited": Message("A person edited it by hand.", "Upload it in place of the earlier one."),
    "change.made_again": Message("It was made anew from the same photo.", "Upload it in place of the earlier one."),
    "change.moved": Message("It is the same picture in another place.", "Change its place, or upload it there."),
    "change.new": Message("It was not there before.", "Upload it."),
    "change.not_uploaded": Message("It is not to be uploaded any more. {reason}", "Delete it where you uploaded it."),
    "change.other_product": Message(
        "It belongs to the product {sku} now.", "Upload it there, and delete it at {before}."
    ),
    "change.other_use": Message("Its photo is used for another picture now.", "Delete it where you uploaded it."),
    "change.photo_gone": Message("Its photo is no longer among those given.", "Delete it where you uploaded it."),
    "change.photo_replaced": Message("It is of another photo.", "Upload it in place of the earlier one."),
    # deliver: a delivery cannot be handed over
    "deliver.changed": Message(
        "These files are not as they were delivered: {files}.",
        "Prepare into the folder again, with --keep-edited to hand over what you edited.",
    ),
    "deliver.inside": Message("{target} lies in the delivery itself.", "Choose a place outside of it."),
    "deliver.is_delivery": Message("{folder} is a delivery that is being prepared.", "Choose another folder."),
    "deliver.no_delivery": Message(
        "There is no finished delivery in {folder}: it has no manifest.json that can be read.",
        "Look at how its name is written, or prepare into it first.",
    ),
    "deliver.not_empty": Message(
        "{folder} has files in it and was not handed over to before.", "Choose a new or empty folder."
    ),
    "deliver.nothing_ready": Message("No file in {folder} is ready.", "Look at what is in review first."),
    "deliver.only_changed": Message(
        "{folder} holds an earlier handover, of which only what changed would be left.",
        "Choose a new folder or a zip file for what changed, or leave --only-changed away to bring the folder up to "
        "date.",
    ),
    "deliver.taken": Message(
        "{folder} has other files under names that are handed over: {files}.", "Move them away, or choose a new folder."
    ),
    "deliver.unfinished": Message("The delivery in {folder} was interrupted.", "Prepare into it again first."),
    "deliver.zip_exists": Message("{file} is there already and is not ours.", "Choose another name."),
    # listing: what a listing does to its photos
    "listing.edited_left": Message(
        "{file} belongs to an earlier delivery and was edited by hand, so it stays.", "Move it away before you upload."
    ),
    "listing.foreign": Message("{files} in the delivery is not Whitecove's.", "Move it away before you upload."),
    "listing.foreign_many": Message(
        "{files} in the delivery are not Whitecove's.", "Move them away before you upload."
    ),
    "listing.interrupted": Message(
        "Interrupted before this photo was done: the same command goes on from here.", "Run it again."
    ),
    "listing.kept_aside": Message(
        "{total} photos: {used} used, {aside} kept aside.", "To use another one, put it first by its name."
    ),
    "listing.main_not_ready": Message(
        "The listing waits in review, because its main picture is not ready.", "Look at the main picture first."
    ),
    "listing.many_aside": Message(
        "More photos are kept aside than used.",
        "If they show different products, group them with --group name, time or photo.",
    ),
    "listing.no_main": Message(
        "It has no main picture: choose one.", "In a plan file, give one of its photos the role main."
    ),
    "listing.others_left": Message(
        "Interrupted before the other photos of this listing were done: the same command goes on from here.",
        "Run it again.",
    ),
    "listing.set_aside": Message("All its photos are kept aside.", "To use them, give them roles in a plan file."),
    "listing.taken_out": Message(
        "1 earlier file was taken out of the delivery; it lies in _previous.",
        "Give all photos of the delivery each time, or another folder for other photos.",
    ),
    "listing.taken_out_many": Message(
        "{count} earlier files were taken out of the delivery; they lie in _previous.",
        "Give all photos of the delivery each time, or another folder for other photos.",
    ),
    "listing.several_names": Message(
        "The photos in {folder} have {count} different names.", "If they show different products, use --group name."
    ),
    "listing.several_names_each": Message(
        "The photos in each of these folders have different names: {folders}.",
        "If they show different products, use --group name.",
    ),
    "listing.skus_left": Message(
        "These SKUs of the list have no photos: {skus}.", "Add their photos, or go on without them."
    ),
    # decision: what a person decided about photos and pictures
    "decision.ambiguous": Message("{name} is the name of several photos: {names}.", "Give the name with its folder."),
    "decision.approved_but": Message(
        "{problem} A person approved it, but it still breaks: {rules}.", "Correct that first: approving is not enough."
    ),
    "decision.damaged": Message("The manifest.json in {folder} cannot be read.", "Prepare into that folder again."),
    "decision.no_delivery": Message(
        "There is no delivery in {folder}: it has no manifest.json.",
        "Look at how its name is written, or prepare into it first.",
    ),
    "decision.no_photo": Message("{names} cannot be decided about before it is prepared.", "Run prepare first."),
    "decision.no_picture": Message("No picture was made of {names}.", "Look into report.html for why."),
    "decision.nothing": Message("Nothing was decided about {names}.", "Nothing is to be done."),
    "decision.refused": Message("A person refused it{why}.", "Use another photo, or approve it after all."),
    "decision.reshoot": Message(
        "A person wants this photo shot again{why}.", "Put the new photo in its place, or approve this one."
    ),
    "decision.two_meanings": Message(
        "{name} is the name of a photo, and of a delivered file that is made of another photo.",
        "Write {file} for the file, or the path of the photo where it lies.",
    ),
    "decision.unknown": Message(
        "Nothing in the delivery is called {names}.", "Use names as manifest.csv and report.html have them."
    ),
    "decision.unknown_close": Message("Nothing in the delivery is called {names}.", "Did you mean {close}?"),
}


def sentence(code: str, **params: object) -> str:
    """What happened and the next step, as two sentences in one string.

    Raises:
        KeyError: no such code, or the template names a parameter that was not given.
    """
    message = MESSAGES[code]
    return f"{message.what} {message.next}".format(**params)
