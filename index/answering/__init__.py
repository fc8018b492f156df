"""From a question to an answer: facts where it asks for one, else passages."""
