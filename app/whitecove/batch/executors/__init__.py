"""Where the work on a batch is done: in this process, in worker processes, or on other machines."""
