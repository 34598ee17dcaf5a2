"""Many photos: plan, run, journal, manifest, report. No Qt."""
