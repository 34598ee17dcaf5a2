"""The room where photos come in, batches run and deliveries are handed over; it has a process of its own."""
