"""Settings: make it mine."""
