"""What a question asks for: intent, meeting, delegations, topic."""
