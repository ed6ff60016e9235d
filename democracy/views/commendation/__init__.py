"""Commendation: proposals, the register of awards, quotas, regulations."""
