"""A proposal as a file that a person edits and hands back."""
