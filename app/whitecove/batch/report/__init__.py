"""What a person reads of a batch: the report and the reshoot list."""
