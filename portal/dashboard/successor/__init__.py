"""Export for whoever takes over: tables as CSV, files under names, hashes, a protocol."""
