"""A routine as a page to take home: its words and which pictures; nothing is drawn here."""
