"""What the page of one petition or case shows, each read in one statement."""
