"""The seam to Qt."""
