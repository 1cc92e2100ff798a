"""Tests of coach.figure.pose."""
