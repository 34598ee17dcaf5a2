"""What a person sets for one photo: how it is turned, its light, and options that differ from the batch's."""
