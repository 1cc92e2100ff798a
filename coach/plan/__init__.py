"""When it is done: compile a routine into a flat timeline of segments and cues."""
