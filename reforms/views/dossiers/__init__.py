"""One-stop dossiers: II.06a read and typed in, its rows."""
