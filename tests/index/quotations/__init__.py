"""Tests of index.quotations."""
