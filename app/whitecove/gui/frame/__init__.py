"""What stands around the parts of the window: the top bar, the empty page, how photos get in, how it closes."""
