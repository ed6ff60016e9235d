"""/hoat-dong/: the registers that programmes share, one page mechanism for all of them."""
