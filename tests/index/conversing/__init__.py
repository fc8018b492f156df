"""Tests of index.conversing."""
