-- Documents and paragraphs are only ever added to: a citation resolves for ever.

CREATE TABLE originals (
    hash TEXT PRIMARY KEY,              -- SHA-256 of the content
    content BLOB NOT NULL
) WITHOUT ROWID;

-- One set of extracted facts: those of one document, or those of a whole generation.
CREATE TABLE fact_sets (
    id INTEGER PRIMARY KEY
);

CREATE TABLE documents (
    id TEXT PRIMARY KEY,                -- as cited: the slug, "-r2" behind it for a revision
    family TEXT NOT NULL,               -- id of the first of the revisions it belongs to
    words_hash TEXT NOT NULL,           -- SHA-256 over the texts of its paragraphs
    title TEXT NOT NULL,
    label TEXT NOT NULL,
    kind TEXT NOT NULL,
    date TEXT,
    reader TEXT NOT NULL,               -- fingerprint of the code and word lists that read it
    warnings TEXT NOT NULL,             -- one a line
    fact_set INTEGER NOT NULL REFERENCES fact_sets (id)
) WITHOUT ROWID;

CREATE TABLE paragraphs (
    document TEXT NOT NULL REFERENCES documents (id),
    ordinal INTEGER NOT NULL,
    text TEXT NOT NULL,
    form TEXT NOT NULL,
    section TEXT NOT NULL,
    printed TEXT NOT NULL,
    lead TEXT NOT NULL,
    lead_ordinal INTEGER NOT NULL,
    PRIMARY KEY (document, ordinal)
) WITHOUT ROWID;

CREATE TABLE generations (
    number INTEGER PRIMARY KEY,
    published_at TEXT NOT NULL,         -- ISO 8601, UTC
    action TEXT NOT NULL,               -- publish, reindex, rollback, …
    actor TEXT NOT NULL,
    note TEXT NOT NULL,
    folder TEXT NOT NULL,               -- that the documents were read from
    reader TEXT NOT NULL,
    fact_set INTEGER REFERENCES fact_sets (id)  -- NULL once it is too old to go back to
);

-- Which documents a generation holds, and from which file each came.
CREATE TABLE members (
    generation INTEGER NOT NULL REFERENCES generations (number),
    document TEXT NOT NULL REFERENCES documents (id),
    file TEXT NOT NULL,
    source_hash TEXT NOT NULL REFERENCES originals (hash),
    PRIMARY KEY (generation, document)
) WITHOUT ROWID;

CREATE INDEX members_by_document ON members (document);

-- Facts. `position` keeps their order; every citation must resolve to a paragraph.

CREATE TABLE meetings (
    fact_set INTEGER NOT NULL REFERENCES fact_sets (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    ordinal INTEGER,
    first_day TEXT,
    last_day TEXT,
    precision TEXT,
    city TEXT,
    country TEXT,
    document TEXT NOT NULL,
    paragraph INTEGER NOT NULL,
    reported_by TEXT,
    PRIMARY KEY (fact_set, position),
    FOREIGN KEY (document, paragraph) REFERENCES paragraphs (document, ordinal)
) WITHOUT ROWID;

CREATE TABLE meeting_co_chairs (
    fact_set INTEGER NOT NULL,
    meeting INTEGER NOT NULL,           -- position
    position INTEGER NOT NULL,
    delegation TEXT NOT NULL,
    PRIMARY KEY (fact_set, meeting, position),
    FOREIGN KEY (fact_set, meeting) REFERENCES meetings (fact_set, position) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE meeting_mentions (
    fact_set INTEGER NOT NULL,
    meeting INTEGER NOT NULL,
    position INTEGER NOT NULL,
    document TEXT NOT NULL,
    paragraph INTEGER NOT NULL,
    PRIMARY KEY (fact_set, meeting, position),
    FOREIGN KEY (fact_set, meeting) REFERENCES meetings (fact_set, position) ON DELETE CASCADE,
    FOREIGN KEY (document, paragraph) REFERENCES paragraphs (document, ordinal)
) WITHOUT ROWID;

CREATE TABLE attendance (
    fact_set INTEGER NOT NULL REFERENCES fact_sets (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    meeting TEXT NOT NULL,              -- id
    delegation TEXT NOT NULL,
    kind TEXT NOT NULL,
    code TEXT NOT NULL,
    as_written TEXT NOT NULL,
    capacity TEXT NOT NULL,
    document TEXT NOT NULL,
    paragraph INTEGER NOT NULL,
    PRIMARY KEY (fact_set, position),
    FOREIGN KEY (document, paragraph) REFERENCES paragraphs (document, ordinal)
) WITHOUT ROWID;

CREATE TABLE action_items (
    fact_set INTEGER NOT NULL REFERENCES fact_sets (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    text TEXT NOT NULL,
    lead TEXT NOT NULL,
    due_text TEXT NOT NULL,
    first_day TEXT,
    last_day TEXT,
    precision TEXT,
    strength TEXT NOT NULL,
    meeting TEXT NOT NULL,
    document TEXT NOT NULL,
    paragraph INTEGER NOT NULL,
    status TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (fact_set, position),
    FOREIGN KEY (document, paragraph) REFERENCES paragraphs (document, ordinal)
) WITHOUT ROWID;

CREATE TABLE action_owners (
    fact_set INTEGER NOT NULL,
    action_item INTEGER NOT NULL,       -- position
    position INTEGER NOT NULL,
    owner TEXT NOT NULL,
    PRIMARY KEY (fact_set, action_item, position),
    FOREIGN KEY (fact_set, action_item) REFERENCES action_items (fact_set, position)
        ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE action_evidence (
    fact_set INTEGER NOT NULL,
    action_item INTEGER NOT NULL,
    position INTEGER NOT NULL,
    document TEXT NOT NULL,
    paragraph INTEGER NOT NULL,
    quote TEXT NOT NULL,
    why TEXT NOT NULL,
    PRIMARY KEY (fact_set, action_item, position),
    FOREIGN KEY (fact_set, action_item) REFERENCES action_items (fact_set, position)
        ON DELETE CASCADE,
    FOREIGN KEY (document, paragraph) REFERENCES paragraphs (document, ordinal)
) WITHOUT ROWID;

CREATE TABLE rilons (
    fact_set INTEGER NOT NULL REFERENCES fact_sets (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    city TEXT,
    country TEXT,
    status TEXT NOT NULL,
    PRIMARY KEY (fact_set, position)
) WITHOUT ROWID;

CREATE TABLE rilon_steps (
    fact_set INTEGER NOT NULL,
    rilon INTEGER NOT NULL,             -- position
    position INTEGER NOT NULL,
    step TEXT NOT NULL,
    first_day TEXT,
    last_day TEXT,
    precision TEXT,
    document TEXT NOT NULL,
    paragraph INTEGER NOT NULL,
    PRIMARY KEY (fact_set, rilon, position),
    FOREIGN KEY (fact_set, rilon) REFERENCES rilons (fact_set, position) ON DELETE CASCADE,
    FOREIGN KEY (document, paragraph) REFERENCES paragraphs (document, ordinal)
) WITHOUT ROWID;

CREATE TABLE acronyms (
    fact_set INTEGER NOT NULL REFERENCES fact_sets (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    acronym TEXT NOT NULL,
    meaning TEXT NOT NULL,
    document TEXT NOT NULL,
    paragraph INTEGER NOT NULL,
    PRIMARY KEY (fact_set, position),
    FOREIGN KEY (document, paragraph) REFERENCES paragraphs (document, ordinal)
) WITHOUT ROWID;

CREATE TABLE conflicts (
    fact_set INTEGER NOT NULL REFERENCES fact_sets (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    subject TEXT NOT NULL,
    PRIMARY KEY (fact_set, position)
) WITHOUT ROWID;

CREATE TABLE conflict_statements (
    fact_set INTEGER NOT NULL,
    conflict INTEGER NOT NULL,          -- position
    position INTEGER NOT NULL,
    stated TEXT NOT NULL,
    document TEXT NOT NULL,
    paragraph INTEGER NOT NULL,
    PRIMARY KEY (fact_set, conflict, position),
    FOREIGN KEY (fact_set, conflict) REFERENCES conflicts (fact_set, position)
        ON DELETE CASCADE,
    FOREIGN KEY (document, paragraph) REFERENCES paragraphs (document, ordinal)
) WITHOUT ROWID;
