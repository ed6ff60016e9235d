"""One-stop dossiers: how II.06a is added up, brought along, checked against the month before."""
