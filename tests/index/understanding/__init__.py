"""Tests of index.understanding."""
