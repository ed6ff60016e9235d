"""An office with somebody in every position and something at every stage, walked by everybody."""
