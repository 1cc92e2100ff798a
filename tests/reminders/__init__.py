"""Breaks at the desk: logbooks, properties, rules, choices."""
