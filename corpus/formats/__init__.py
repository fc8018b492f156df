"""Files that are no plain text: HTML, docx and PDF become the lines that a text has."""
