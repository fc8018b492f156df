"""What people make of action items, and which item is which over publishes."""
