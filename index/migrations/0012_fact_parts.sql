-- Of which fact sets the merged facts of a generation are made: one for each document, which
-- generations share where it is the same. What has no parts holds its facts itself.

CREATE TABLE fact_parts (
    whole INTEGER NOT NULL REFERENCES fact_sets (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,             -- oldest document first
    document TEXT NOT NULL,             -- whose paragraphs the facts cite; '' for none's own
    part INTEGER NOT NULL REFERENCES fact_sets (id),
    PRIMARY KEY (whole, place)
) WITHOUT ROWID;

CREATE INDEX fact_parts_by_part ON fact_parts (part);
