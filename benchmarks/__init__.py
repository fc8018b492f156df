"""What is fast, what is slow: figures to read, nothing asserted."""
