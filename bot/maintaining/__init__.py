"""What maintainers do to the corpus on Discord, and what they look at first."""
