"""The model store: which cutout models there are, which are here, and whether their bytes are right."""
