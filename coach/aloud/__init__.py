"""What is said and played, and when: decided here from what a session tells, without Qt and without a clock."""
