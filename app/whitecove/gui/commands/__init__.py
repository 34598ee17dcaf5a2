"""What the actions do: one file for each kind, each given the parts of the window that it needs."""
