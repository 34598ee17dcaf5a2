"""The command line: the only place of exit codes."""
