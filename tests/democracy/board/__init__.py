"""The room of the board."""
