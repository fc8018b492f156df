-- From when on the next turn is free of what processes do one at a time.

CREATE TABLE turns (
    name TEXT PRIMARY KEY,
    free_at REAL NOT NULL               -- seconds since 1970
) WITHOUT ROWID;
