"""What the person may choose about the program: one frozen model in one atomic file."""
