"""Reading documents and extracting facts from them; no network, database or clock."""
