"""What was given: every file is a photo, one photo with another, or skipped with a reason."""
