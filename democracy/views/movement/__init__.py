"""Emulation movements: the register, the page of one, its steps."""
