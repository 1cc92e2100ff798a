"""What is remembered: records, the recorder and the repository protocol."""
