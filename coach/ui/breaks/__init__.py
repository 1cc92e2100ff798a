"""Breaks at the desk: the card that asks, the window of the break, the page."""
