"""When to speak up at the desk, and what to offer: a state machine over what is handed in, and a choice. No clock, no Qt."""
