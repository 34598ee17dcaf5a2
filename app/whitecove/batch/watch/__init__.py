"""A folder is watched: what arrives there is delivered, again and again, into one delivery."""
