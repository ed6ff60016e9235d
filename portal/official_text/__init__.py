"""Official documents as people write them: read, never guessed at."""
