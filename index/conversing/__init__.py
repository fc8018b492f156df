"""Follow-up questions: completed by what was said before, and remembered."""
