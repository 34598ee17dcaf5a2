"""Which slot wants which photo, and under which name."""
