-- What was done to action items: only ever added to. An undo is an entry of its own.

CREATE TABLE item_events (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    item TEXT NOT NULL,                 -- id of the action item
    kind TEXT NOT NULL
        CHECK (kind IN ('update', 'undo', 'proposal', 'accepted', 'rejected', 'source')),
    status TEXT CHECK (status IN ('open', 'followed up', 'done', 'dropped')),
    note TEXT NOT NULL,
    document TEXT,                      -- of the paragraph given as evidence
    paragraph INTEGER,
    about INTEGER REFERENCES item_events (number),  -- the entry undone, or the proposal decided
    actor_id TEXT NOT NULL,
    actor TEXT NOT NULL,
    at TEXT NOT NULL,                   -- ISO 8601, UTC
    FOREIGN KEY (document, paragraph) REFERENCES paragraphs (document, ordinal)
);

CREATE INDEX item_events_by_item ON item_events (item, number);

-- An entry is undone once, a proposal decided once.
CREATE UNIQUE INDEX item_events_about ON item_events (about) WHERE about IS NOT NULL;

CREATE TRIGGER item_events_stay_as_they_are BEFORE UPDATE ON item_events
BEGIN
    SELECT RAISE (ABORT, 'item_events is only ever added to');
END;

CREATE TRIGGER item_events_stay BEFORE DELETE ON item_events
BEGIN
    SELECT RAISE (ABORT, 'item_events is only ever added to');
END;
