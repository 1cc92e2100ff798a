"""The X server, spoken to on a connection of our own; docs/decisions/0081 says why not through a library."""
