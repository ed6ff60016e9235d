"""/huong-dan/: the user guide of ``docs/huong-dan``, served by the portal itself."""
