"""Papers of the programme as Word drafts, to be completed and signed by people."""
