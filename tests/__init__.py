"""Tests: the folders mirror coach/."""
