"""What makes a cutout: one file an engine, listed in `registry`."""
