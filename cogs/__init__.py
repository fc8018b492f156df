"""Slash commands, one file a group; each parses options, calls the index and renders."""
