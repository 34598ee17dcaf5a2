"""Where one photo at a time is touched up, in a process of its own: opened, corrected step by step, shown."""
