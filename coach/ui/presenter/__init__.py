"""The presenter: the stage is on the other screen, the notes and the dials are here."""
