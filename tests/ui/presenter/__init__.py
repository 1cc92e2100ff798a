"""Tests of the same name in coach/."""
