"""Limber in a terminal: lists, plans and a whole session as text."""
