"""The products of a project: models, lists and tiles."""
