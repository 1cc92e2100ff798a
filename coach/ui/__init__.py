"""The windows: pages, widgets and the theme."""
