-- The journal: immutable events, the notes that let a session resume, and projections that can be thrown away.
-- Runs in one transaction of its own; never edit a step that has been released, add the next one.

PRAGMA application_id = 0x53434941;

CREATE TABLE event (
    id              TEXT PRIMARY KEY NOT NULL,   -- UUIDv7 made by the writer: writing twice is harmless
    device          TEXT NOT NULL,               -- random per installation
    dev_seq         INTEGER NOT NULL,            -- +1 per event on this device: the true local order
    hlc             INTEGER NOT NULL,            -- hybrid logical clock in microseconds: orders rivals
    kind            TEXT NOT NULL,
    occurred_utc_us INTEGER NOT NULL,
    utc_offset_min  INTEGER NOT NULL,
    tz              TEXT NOT NULL,
    local_day       TEXT NOT NULL,               -- as the person saw it
    recorded_utc_us INTEGER NOT NULL,
    clock_suspect   INTEGER NOT NULL DEFAULT 0,
    target          TEXT,                        -- what the event is about (session, entry, content hash)
    schema          INTEGER NOT NULL,
    app_version     TEXT NOT NULL,
    source          TEXT NOT NULL,               -- self | import:<hash> | device:<id>
    body            TEXT NOT NULL,               -- canonical JSON; no CHECK: json_valid() is not allowed under trusted_schema=OFF
    sha             TEXT NOT NULL,               -- SHA-256 over the canonical event without sha
    UNIQUE (device, dev_seq)
) STRICT;

CREATE INDEX event_target ON event (target) WHERE target IS NOT NULL;

CREATE TRIGGER event_no_update BEFORE UPDATE ON event BEGIN
    SELECT RAISE(ABORT, 'events are immutable');
END;

CREATE TRIGGER event_no_delete BEFORE DELETE ON event BEGIN
    SELECT RAISE(ABORT, 'events are immutable');
END;

CREATE TABLE resume (
    session TEXT PRIMARY KEY NOT NULL,
    body    TEXT NOT NULL,
    sha     TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE meta (
    k TEXT PRIMARY KEY NOT NULL,
    v TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Projections: `item` is the record as JSON (a session with its steps), `sha` its proof over all columns; `day` and
-- `at_us` are for finding it, `born` (the hlc of its first event) for the order of writing. No rowid and no further
-- index: each commit then touches one page for each, and an index cannot hide an intact row.

CREATE TABLE entry_view (
    id    TEXT PRIMARY KEY NOT NULL,
    day   TEXT NOT NULL,
    at_us INTEGER NOT NULL,
    born  INTEGER NOT NULL,
    item  TEXT NOT NULL,
    sha   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE session_view (
    id    TEXT PRIMARY KEY NOT NULL,
    day   TEXT NOT NULL,
    at_us INTEGER NOT NULL,
    born  INTEGER NOT NULL,
    item  TEXT NOT NULL,
    sha   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE exposure_view (
    id    TEXT PRIMARY KEY NOT NULL,
    day   TEXT NOT NULL,
    at_us INTEGER NOT NULL,
    born  INTEGER NOT NULL,
    item  TEXT NOT NULL,
    sha   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE answer_view (
    id    TEXT PRIMARY KEY NOT NULL,
    day   TEXT NOT NULL,
    at_us INTEGER NOT NULL,
    born  INTEGER NOT NULL,
    item  TEXT NOT NULL,
    sha   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 1;
