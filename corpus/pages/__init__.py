"""From bytes to text to blocks: encodings, lines, wrapping, list marks, page furniture."""
