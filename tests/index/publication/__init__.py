"""Tests of index.publication."""
