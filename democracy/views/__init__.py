"""Pages of democracy at the workplace."""
