"""Pages of the steering committees."""
