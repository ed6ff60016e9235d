"""The pages of receptions: schedule, rules, places, sessions."""
