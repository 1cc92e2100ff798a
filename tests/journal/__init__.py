"""What is remembered, without a file."""
