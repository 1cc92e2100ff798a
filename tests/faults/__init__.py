"""What goes wrong with machines: kills, full disks, flipped bits, hostile files."""
