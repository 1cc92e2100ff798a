"""Speed, measured by `make bench` only."""
