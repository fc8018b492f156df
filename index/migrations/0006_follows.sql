-- What is followed where. A channel is a Discord channel's id, or "console:" and a login.

CREATE TABLE follows (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    channel TEXT NOT NULL,
    what TEXT NOT NULL CHECK (what IN ('delegation', 'topic', 'owner', 'series')),
    name TEXT NOT NULL,
    actor_id TEXT NOT NULL,
    actor TEXT NOT NULL,
    at TEXT NOT NULL,                   -- ISO 8601, UTC
    UNIQUE (channel, what, name)
);

CREATE TABLE follow_channels (
    channel TEXT PRIMARY KEY,
    told INTEGER NOT NULL,              -- the latest generation whose news it was told
    overdue_at TEXT                     -- when the next weekly digest is due; NULL: none wanted
) WITHOUT ROWID;
