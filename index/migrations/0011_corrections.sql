-- What maintainers say of single facts: only ever added to. An undo is an entry of its own.

CREATE TABLE corrections (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    family TEXT NOT NULL,               -- of the document's revisions
    text_hash TEXT NOT NULL,            -- SHA-256 of the paragraph's text
    fact TEXT NOT NULL,                 -- which of the facts read from it
    ruling TEXT NOT NULL CHECK (ruling IN ('hide', 'set', 'undo')),
    value TEXT NOT NULL,                -- what it is set to
    shown TEXT NOT NULL,                -- the fact as it was read
    note TEXT NOT NULL,
    document TEXT NOT NULL,             -- where the paragraph stood
    paragraph INTEGER NOT NULL,
    about INTEGER REFERENCES corrections (number),  -- the entry undone
    actor_id TEXT NOT NULL,
    actor TEXT NOT NULL,
    at TEXT NOT NULL,                   -- ISO 8601, UTC
    FOREIGN KEY (document, paragraph) REFERENCES paragraphs (document, ordinal)
);

-- An entry is undone once.
CREATE UNIQUE INDEX corrections_about ON corrections (about) WHERE about IS NOT NULL;

CREATE TRIGGER corrections_stay_as_they_are BEFORE UPDATE ON corrections
BEGIN
    SELECT RAISE (ABORT, 'corrections is only ever added to');
END;

CREATE TRIGGER corrections_stay BEFORE DELETE ON corrections
BEGIN
    SELECT RAISE (ABORT, 'corrections is only ever added to');
END;

-- The day on which a maintainer last put a fact right; NULL where it is as read.
ALTER TABLE meetings ADD COLUMN corrected TEXT;
ALTER TABLE attendance ADD COLUMN corrected TEXT;
ALTER TABLE action_items ADD COLUMN corrected TEXT;
ALTER TABLE rilon_steps ADD COLUMN corrected TEXT;
ALTER TABLE acronyms ADD COLUMN corrected TEXT;
