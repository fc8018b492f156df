-- Sentence vectors of the extra `semantic`: made once a sentence and model, never changed.

CREATE TABLE sentence_vectors (
    model TEXT NOT NULL,                -- name and version
    sentence_hash TEXT NOT NULL,        -- SHA-256 of the sentence
    vector BLOB NOT NULL,               -- little-endian 16-bit floats
    PRIMARY KEY (model, sentence_hash)
);
