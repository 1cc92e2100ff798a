"""What the core and the windows need of the outside, as protocols without Qt."""
