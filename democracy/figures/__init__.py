"""The figures of democracy at the workplace by name: one module a room, registered by import."""
