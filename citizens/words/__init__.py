"""What officers read about petitions and cases: facts, people, time limits, what happened."""
