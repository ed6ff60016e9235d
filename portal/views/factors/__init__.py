"""The second step: asked at the door and again for what is signed, set up, listed, taken away."""
