"""The operating system, one door per service."""
