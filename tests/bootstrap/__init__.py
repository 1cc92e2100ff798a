"""Tests of what happens before the program can run: main.py and packaging/bootstrap.py."""
