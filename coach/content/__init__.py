"""What can be done: frozen models of exercises and routines, their loader and the library."""
