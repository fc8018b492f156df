"""A folder of files becomes one published generation, whole or not at all."""
