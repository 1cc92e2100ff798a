-- Breaks at the desk: how each one that was due ended. A projection like the others.
-- Runs in one transaction of its own; never edit a step that has been released, add the next one.

CREATE TABLE break_view (
    id    TEXT PRIMARY KEY NOT NULL,
    day   TEXT NOT NULL,
    at_us INTEGER NOT NULL,
    born  INTEGER NOT NULL,
    item  TEXT NOT NULL,
    sha   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 3;
