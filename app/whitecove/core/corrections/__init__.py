"""What a person corrects in a photo's cutout: strokes, areas, holes and healing, kept apart from any engine's matte."""
