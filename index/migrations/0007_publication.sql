-- Where a member came from: 'folder' (a reindex compares it with the folder) or 'upload' (it
-- stays until a maintainer removes it).
ALTER TABLE members ADD COLUMN origin TEXT NOT NULL DEFAULT 'folder';

ALTER TABLE generations ADD COLUMN actor_id TEXT NOT NULL DEFAULT '';

-- Uploads that wait for a maintainer; published or discarded ones leave.
CREATE TABLE staged (
    id TEXT PRIMARY KEY,                -- "S-" and the first characters of the hash
    file TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE,          -- SHA-256 of the content
    content BLOB NOT NULL,
    actor_id TEXT NOT NULL,
    actor TEXT NOT NULL,
    at TEXT NOT NULL,                   -- ISO 8601, UTC
    details TEXT NOT NULL               -- as the maintainer corrected them, JSON
) WITHOUT ROWID;

CREATE TABLE discards (
    number INTEGER PRIMARY KEY,
    staged TEXT NOT NULL,
    file TEXT NOT NULL,
    hash TEXT NOT NULL,
    actor_id TEXT NOT NULL,
    actor TEXT NOT NULL,
    at TEXT NOT NULL
);

-- Contents of folder files that a maintainer took out: a reindex does not bring them back.
CREATE TABLE held_back (
    hash TEXT PRIMARY KEY,
    actor TEXT NOT NULL,
    at TEXT NOT NULL
) WITHOUT ROWID;

-- What a maintainer said of a document in the place of what was read from its head; only ever
-- added to, the last entry of a family counts.
CREATE TABLE details (
    number INTEGER PRIMARY KEY,
    family TEXT NOT NULL,               -- of the document's revisions
    details TEXT NOT NULL,              -- JSON
    actor_id TEXT NOT NULL,
    actor TEXT NOT NULL,
    at TEXT NOT NULL
);
