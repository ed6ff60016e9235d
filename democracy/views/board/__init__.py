"""Pages of the People's Inspection Board."""
