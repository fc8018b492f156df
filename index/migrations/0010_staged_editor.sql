-- Who corrected what was read of an upload.
ALTER TABLE staged ADD COLUMN editor_id TEXT NOT NULL DEFAULT '';
ALTER TABLE staged ADD COLUMN editor TEXT NOT NULL DEFAULT '';
