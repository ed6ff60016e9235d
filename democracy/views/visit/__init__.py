"""/dan-chu/khao-sat/: visits to units, surveys, self-inspection."""
