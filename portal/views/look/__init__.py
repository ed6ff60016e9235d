"""/giao-dien/: every fragment of the look in every state, made of invented words."""
