"""Tests of index.item_life."""
