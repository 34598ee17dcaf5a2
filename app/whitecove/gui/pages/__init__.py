"""Pages that a person opens: deliver, settings, models, marketplaces, help; and the quick choices of the top bar."""
