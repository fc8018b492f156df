-- What conversations were about, for follow-up questions; rows expire.

CREATE TABLE conversations (
    key TEXT PRIMARY KEY,               -- "message:…" or "channel:…"
    updated_at TEXT NOT NULL,           -- ISO 8601, UTC
    turns TEXT NOT NULL                 -- JSON, oldest first
) WITHOUT ROWID;

CREATE INDEX conversations_by_age ON conversations (updated_at);
