"""Tests of index.answering."""
