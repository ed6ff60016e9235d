"""Excel in the browser: registers brought along by the people who keep them."""
