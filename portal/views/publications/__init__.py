"""The public site: what strangers read, and where staff write it."""
