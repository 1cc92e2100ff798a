-- Markers: what happened on a day and may explain a change. A projection like the others.
-- Runs in one transaction of its own; never edit a step that has been released, add the next one.

CREATE TABLE marker_view (
    id    TEXT PRIMARY KEY NOT NULL,
    day   TEXT NOT NULL,
    at_us INTEGER NOT NULL,
    born  INTEGER NOT NULL,
    item  TEXT NOT NULL,
    sha   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 2;
