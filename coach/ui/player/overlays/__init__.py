"""What lies over the stage while the session asks something."""
