"""Whether a quotation stands in the documents, and in which."""
