"""Tests of coach.drawing.bodymap."""
