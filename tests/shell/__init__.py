"""Tests of what everything else stands on: the tests' own room, resources and languages."""
