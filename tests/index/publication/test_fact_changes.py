"""Two states of the facts differ in exactly what documents changed, each line cited."""

from datetime import date

from corpus.documents import Citation
from corpus.extraction import extract
from corpus.facts import DateRange, Extract, Facts, Meeting
from corpus.identity import identify
from corpus.meetings import reported_meeting
from corpus.merging import merge
from corpus.reading import read_document
from index.publication.fact_changes import Effect, FactChange, fact_changes
from tests.index.generations import LAGOON

HEAD = "Sixth Meeting of the Lagoon Experts Group\n\nLocation: Suva, Fiji\nDate: 4 March 2014\n\n"


def read(file: str, text: str) -> Extract:
    document = read_document(file, text.encode())
    return extract(identify(document, reported_meeting(document)))


def changes(before: list[Extract], after: list[Extract]) -> dict[Effect, list[FactChange]]:
    found: dict[Effect, list[FactChange]] = {}
    for each in fact_changes(merge(before), merge(after)):
        found.setdefault(each.effect, []).append(each)
    return found


def texts(found: dict[Effect, list[FactChange]], effect: Effect) -> list[str]:
    return [each.text for each in found.get(effect, [])]


def test_nothing_changes_between_the_same_facts() -> None:
    facts = merge([read(file, text) for file, text in LAGOON.items()])
    assert fact_changes(facts, facts) == ()


def test_a_first_document_brings_everything_and_changes_nothing() -> None:
    body = "Fiji and Tonga attended. Fiji will deliver a report by June 2014."
    found = changes([], [read("a.txt", HEAD + body)])
    assert set(found) == {Effect.ADDED}
    told = texts(found, Effect.ADDED)
    assert "2 entries of attendance at Lagoon Experts Group Suva 2014" in told
    assert "1 action item" in told
    assert all(each.citations for each in found[Effect.ADDED])


def test_taking_a_document_out_supersedes_what_it_stated() -> None:
    body = "Fiji and Tonga attended. Fiji will deliver a report by June 2014."
    one, other = read("a.txt", HEAD + body), read("apia.txt", LAGOON["apia.txt"])
    found = changes([one, other], [other])
    told = texts(found, Effect.SUPERSEDED)
    assert "2 entries of attendance at Lagoon Experts Group Suva 2014" in told
    assert any("Fiji will deliver a report" in each for each in told)
    assert Effect.ADDED not in found


def test_another_capacity_is_a_change_and_cites_both_texts() -> None:
    one = read("a.txt", HEAD + "The meeting was attended by Fiji and Tonga.")
    other = read("a.txt", HEAD + "The meeting was attended by Fiji. Tonga attended as an observer.")
    found = changes([one], [other])
    [change] = [each for each in found[Effect.CHANGED] if "Tonga" in each.text]
    assert "observer (was participant)" in change.text


def test_documents_that_would_disagree_are_shown_with_both_sides() -> None:
    one = read("a.txt", HEAD + "The meeting was co-chaired by Fiji and Tonga.")
    other = read("b.txt", HEAD.replace("4 March", "5 March") + "Samoa and Nauru co-chaired it.")
    found = changes([one], [one, other])
    conflicts = found[Effect.CONFLICT]
    assert any("2014-03-04" in each.text and "2014-03-05" in each.text for each in conflicts)
    assert all(len(each.citations) > 1 for each in conflicts)


def test_a_meeting_that_is_only_known_better_is_no_new_meeting() -> None:
    cited = Citation("report", 3)
    dates = DateRange(date(2014, 3, 4), date(2014, 3, 5))
    before = Meeting("suva", "Sixth Meeting", "", 6, None, "Suva", None, (), cited)
    after = Meeting("2014-03-04-suva", "Sixth Meeting", "", 6, dates, "Suva", None, (), cited)
    [change] = fact_changes(Facts(meetings=(before,)), Facts(meetings=(after,)))
    assert change.effect is Effect.CHANGED
    assert "dates 4–5 March 2014 (was not stated)" in change.text


def test_a_later_document_tells_the_fate_of_an_item() -> None:
    one = read("a.txt", HEAD + "Fiji will publish the lagoon handbook by June 2014.")
    head = HEAD.replace("Sixth", "Seventh").replace("March 2014", "March 2015")
    later = read("b.txt", head + "Fiji reported that it had published the lagoon handbook.")
    [change] = changes([one], [one, later])[Effect.FOLLOWED_UP]
    assert "open → followed up" in change.text
    assert {each.document for each in change.citations} == {one.document.id, later.document.id}


def test_who_is_no_longer_listed_at_a_meeting_that_stays_is_named() -> None:
    one = read("a.txt", HEAD + "The meeting was attended by Fiji, Samoa and Tonga.")
    other = read("a.txt", HEAD + "The meeting was attended by Fiji and Samoa.")
    told = texts(changes([one], [other]), Effect.SUPERSEDED)
    assert told == ["Tonga at Lagoon Experts Group Suva 2014 (participant)"]
