"""What the administrator edits, one form a table, and the acts that reorganise the office."""
