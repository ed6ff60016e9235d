"""The catalogue of procedures: its lists, its pages, what the public reads."""
