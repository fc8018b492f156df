"""What a sentence says of who attended, and how tests write it down."""

from corpus.attendance.grammar import read_attendees


def capacities(sentence: str) -> dict[str, str]:
    """The capacities that are read from a sentence, by delegation."""
    found = read_attendees(sentence)
    return {each.name.delegation.name: str(each.capacity) for each in found}


def told(expected: str) -> dict[str, str]:
    """The same, written as "participant: Fiji, Samoa; absent: Tonga"."""
    groups = (group.split(": ") for group in expected.split("; "))
    return {name: capacity for capacity, names in groups for name in names.split(", ")}
