-- Tells this store from all others, also in a cluster that several of them use.

CREATE TABLE store (
    id TEXT NOT NULL
);

INSERT INTO store VALUES (lower(hex(randomblob(8))));
