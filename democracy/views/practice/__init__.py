"""Models, initiatives, exemplars: the register, the page of one, who has none."""
