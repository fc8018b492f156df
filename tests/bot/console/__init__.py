"""Tests of the console, run as people run it."""
