"""Plans of administrative reform: how far each content is, who has nothing to do, the paper."""
