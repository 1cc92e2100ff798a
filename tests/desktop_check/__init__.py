"""Checks against real engines and real minutes; run by `make desktop-check`, not with every test."""
