-- What maintainers should look at: questions that no document answers, and answers that were
-- called wrong. Rows expire, and whoever asked can have theirs deleted.

CREATE TABLE secrets (
    name TEXT PRIMARY KEY,
    value BLOB NOT NULL                 -- made once, never shown
) WITHOUT ROWID;

CREATE TABLE questions (
    kind TEXT NOT NULL CHECK (kind IN ('not stated', 'called wrong')),
    folded TEXT NOT NULL,               -- questions of the same words are one
    asker TEXT NOT NULL,                -- HMAC-SHA256 of the person's id, under the secret "askers"
    cited TEXT NOT NULL,                -- by the answer called wrong: citations, one a line
    text TEXT NOT NULL,                 -- as last asked
    note TEXT NOT NULL,
    times INTEGER NOT NULL,
    first_at TEXT NOT NULL,             -- ISO 8601, UTC
    last_at TEXT NOT NULL,
    PRIMARY KEY (kind, folded, asker, cited)
) WITHOUT ROWID;

CREATE INDEX questions_by_age ON questions (last_at);
