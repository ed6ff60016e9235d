"""Steering committees."""
