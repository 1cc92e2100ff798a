"""The sections of the page, one chart each; `section.py` tells how to add one."""
