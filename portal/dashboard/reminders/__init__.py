"""Nhắc việc over all apps: what one owns or coordinates, once a working day."""
