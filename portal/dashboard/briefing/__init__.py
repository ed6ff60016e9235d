"""Báo cáo nhanh: the leaders' first page as a paper, kept as it stood when it is frozen."""
