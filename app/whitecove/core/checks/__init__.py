"""What must hold of a written file: one file a family of rules, listed in `registry`."""
