"""Reviews of the year, proposals to simplify, what they save."""
