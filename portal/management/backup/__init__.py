"""Backup, restore and the drill: one .tar with the dump, the files and what must come back."""
