"""/nhat-ky/: who did what and who looked at what, by record, by person, by day."""
