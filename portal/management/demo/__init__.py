"""An invented province, its office of sixty people and their letters, played through the verbs."""
