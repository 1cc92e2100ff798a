"""What somebody at this desk is in the middle of: one door for each thing that can be seen."""
