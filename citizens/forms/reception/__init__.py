"""What is typed about receptions: places, rules of the schedule, sessions and their steps."""
