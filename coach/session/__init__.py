"""Doing it: the session engine and what it says has happened."""
