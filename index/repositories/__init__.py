"""One module a family of tables: rows go in and come out as frozen dataclasses."""
