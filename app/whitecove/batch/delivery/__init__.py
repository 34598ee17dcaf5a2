"""The delivery folder: what goes where, what gives way, what is said of it, and how it is handed over."""
