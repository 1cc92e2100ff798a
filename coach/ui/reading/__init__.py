"""What the reading pages share: two panes that become one, lines that wrap, sources that ask before they open."""
