"""Names found in text, those of long lists only when a text holds their first word."""

from corpus.gazetteer.name_trie import NameTrie


def test_listed_names_are_asked_for_once_and_by_their_first_word() -> None:
    asked = []

    def listed(word: str) -> list[tuple[str, str]]:
        asked.append(word)
        return [("Nadi Bay", "bay"), ("Nadi", "town")] if word == "nadi" else []

    names = NameTrie(listed)
    names.add("Suva", "capital")
    found = [each.value for each in names.scan("From Suva to Nadi Bay and Nadi")]
    assert found == ["capital", "bay", "town"]
    assert asked.count("nadi") == 1


def test_a_name_that_was_added_comes_before_a_listed_one() -> None:
    names = NameTrie(lambda word: [("Nadi", "listed")])
    names.add("Nadi", "added")
    assert names.find("Nadi") == "added"
