"""Dissemination: the rounds, their coverage, what each place told."""
