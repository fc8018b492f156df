"""What was worked out from the texts of documents, compact, kept on disk, reused."""
