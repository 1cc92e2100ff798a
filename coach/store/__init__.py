"""SQLite, only here."""
