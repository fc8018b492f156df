"""Tests of index.analysed."""
