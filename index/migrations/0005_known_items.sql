-- Action items keep their ids for life: each as it was last read, whether or not a text still
-- states it.

CREATE TABLE known_items (
    id TEXT PRIMARY KEY,
    text TEXT NOT NULL,
    lead TEXT NOT NULL,
    owners TEXT NOT NULL,               -- one a line
    due_text TEXT NOT NULL,
    first_day TEXT,
    last_day TEXT,
    precision TEXT,
    strength TEXT NOT NULL,
    meeting TEXT NOT NULL,
    document TEXT NOT NULL,
    paragraph INTEGER NOT NULL,
    family TEXT NOT NULL,               -- of the document's revisions
    file TEXT NOT NULL,
    seen INTEGER NOT NULL,              -- the latest generation that states it
    position INTEGER NOT NULL,          -- in that generation
    FOREIGN KEY (document, paragraph) REFERENCES paragraphs (document, ordinal)
) WITHOUT ROWID;

-- What the current generation states is known from the start.
INSERT INTO known_items
SELECT item.id, item.text, item.lead,
    (SELECT coalesce(group_concat(owner, char(10)), '') FROM
        (SELECT owner FROM action_owners WHERE fact_set = item.fact_set
         AND action_item = item.position ORDER BY action_owners.position)),
    item.due_text, item.first_day, item.last_day, item.precision, item.strength, item.meeting,
    item.document, item.paragraph, documents.family, members.file, generations.number,
    item.position
FROM generations
JOIN action_items AS item ON item.fact_set = generations.fact_set
JOIN documents ON documents.id = item.document
JOIN members ON members.generation = generations.number AND members.document = item.document
WHERE generations.number = (SELECT max(number) FROM generations);
