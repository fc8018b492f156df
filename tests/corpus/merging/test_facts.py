from corpus.facts import Capacity
from tests.corpus.made_up import facts_of

THIRD = """Statement of the Third Salmon Forum

The Third Salmon Forum was held in Oslo, Norway on 2 and 3 March 2017. It was co-chaired by \
Norway and Iceland. The Forum was attended by representatives from Norway, Iceland, Canada and \
Japan.

Members agreed on the following action items:

- Canada and Japan will prepare a survey of hatcheries by June 2017.
- Norway will host a workshop on nets.
"""
FOURTH = """Statement of the Fourth Salmon Forum

The Fourth Salmon Forum was held in Reykjavik, Iceland on 5 May 2018.

Members recalled the third Salmon Forum in Oslo in March 2017 and the Workshop on Nets held in \
Bergen, Norway on 9 October 2017.
"""


def test_a_mention_joins_the_meeting_that_another_document_reports() -> None:
    facts = facts_of(THIRD, FOURTH)
    assert [each.id for each in facts.meetings] == [
        "2017-03-02-salmon-forum-oslo",
        "2017-10-09-workshop-bergen",
        "2018-05-05-salmon-forum-reykjavik",
    ]
    third = facts.meetings[0]
    assert third.reported_by == "1.txt"
    assert {each.document for each in third.mentions} == {
        "2017-03-02-salmon-forum-oslo",
        "2018-05-05-salmon-forum-reykjavik",
    }
    assert facts.conflicts == ()


def test_attendance_and_actions_carry_the_id_of_the_merged_meeting() -> None:
    facts = facts_of(THIRD, FOURTH)
    assert {each.meeting for each in facts.attendance} == {"2017-03-02-salmon-forum-oslo"}
    assert {each.meeting for each in facts.actions} == {"2017-03-02-salmon-forum-oslo"}
    assert {each.delegation.name for each in facts.attendance} == {
        "Norway",
        "Iceland",
        "Canada",
        "Japan",
    }


def test_documents_that_disagree_are_kept_side_by_side() -> None:
    wrong = FOURTH.replace(
        "the third Salmon Forum in Oslo in March 2017",
        ("the third Salmon Forum held in Bergen, Norway on 7 March 2017"),
    )
    facts = facts_of(THIRD, wrong)
    third = facts.meetings[0]
    assert third.dates is not None
    assert third.dates.iso() == ("2017-03-02", "2017-03-03")
    assert third.city == "Oslo"
    stated = {each.subject: [words for words, _ in each.stated] for each in facts.conflicts}
    assert stated == {
        "Dates of Salmon Forum Oslo 2017": ["2017-03-02 to 2017-03-03", "2017-03-07"],
        "City of Salmon Forum Oslo 2017": ["Oslo", "Bergen"],
    }


def test_a_revised_statement_replaces_attendance_and_actions_of_the_first() -> None:
    revised = (
        THIRD.replace("Statement", "Revised Statement", 1)
        .replace(", Canada and Japan", (" and Canada"))
        .replace("Canada and Japan will", "Canada will")
    )
    facts = facts_of(THIRD, revised)
    (third,) = facts.meetings
    assert third.reported_by == "2.txt"
    assert {each.citation.document for each in facts.attendance} == {third.citation.document}
    assert "Japan" not in {each.delegation.name for each in facts.attendance}
    assert next(each.owners for each in facts.actions) == ("Canada",)
    assert {each.document for each in third.mentions} == {
        "2017-03-02-salmon-forum-oslo",
        "2017-03-02-salmon-forum-oslo-2",
    }


def test_a_readout_of_another_party_stands_beside_the_statement() -> None:
    readout = """Norwegian readout

The Third Salmon Forum took place in Oslo on 2 and 3 March 2017. The Forum was attended by Norway \
and Iceland. Japan attended the Forum as an observer.
"""
    facts = facts_of(THIRD, readout)
    japan = [each for each in facts.attendance if each.delegation.name == "Japan"]
    assert {each.capacity for each in japan} >= {Capacity.OBSERVER}
    assert len(japan) == 2
    (conflict,) = facts.conflicts
    assert conflict.subject == "Capacity of Japan at Salmon Forum Oslo 2017"
    assert len({citation.document for _, citation in conflict.stated}) == 2


def test_each_meaning_of_an_acronym_is_kept_once() -> None:
    one = "The Salmon Working Group (SWG) met.\n\nThe Salmon Working Group (SWG) agreed."
    other = "The Sahel Water Group (SWG) met."
    facts = facts_of(one, other, one + "\n\nIt ended.")
    assert [each.meaning for each in facts.acronyms] == [
        "Salmon Working Group",
        "Sahel Water Group",
    ]


def test_ids_of_meetings_are_distinct_and_a_corpus_may_be_empty() -> None:
    workshops = "Report\n\nTwo workshops were held: a Workshop on Nets in Oslo on 3 May 2015."
    facts = facts_of(THIRD, FOURTH, workshops)
    ids = [each.id for each in facts.meetings]
    assert len(set(ids)) == len(ids)
    assert facts_of().meetings == ()
