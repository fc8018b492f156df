"""What each paragraph is, where it stands and what it is called."""

import pytest

from corpus.documents import Form
from tests.corpus.reading.layouts import forms, paragraphs

TITLE, DATELINE, HEADING = Form.TITLE, Form.DATELINE, Form.HEADING
PROSE, ITEM, SIGNATURE = Form.PROSE, Form.ITEM, Form.SIGNATURE


@pytest.mark.parametrize(
    "heading",
    [
        "Coordination, funding and administration",
        "The future for the group",
        "Recommendations/Outcomes",
        "Special Presentation: Regional Support Office (RSO)",
        "Case Study Two: The UN Security Council Resolution 1373",
        "Group 1 - *What should you consider before sharing information multilaterally?*",
        "## Next steps",
        "**Fighting Back**",
        "KEY DECISIONS:",
        "Outcomes\n--------",
        "3. Legal and Law Enforcement",
        "B. Border Management",
    ],
)
def test_headings_become_the_section_of_what_follows(heading: str) -> None:
    labels = "A. Opening\n\nFiji opened the meeting.\n\n" if heading.startswith("B.") else ""
    found = paragraphs(f"{labels}The group met in Suva.\n\n{heading}\n\nIt agreed to meet again.")
    name = heading.split("\n")[0].strip("#* ").removeprefix("3. ").removeprefix("B. ")
    assert found[-2].form is HEADING
    assert found[-1].section == found[-2].section == name.replace("*", "").rstrip(":")


@pytest.mark.parametrize(
    "text",
    [
        "Participants will reconvene in six months time",
        "bilateral exchanges with other member countries",
        "Second Meeting of the Ad Hoc Group Technical Experts Working Group on Irregular Movement "
        "by Air – Colombo, Sri Lanka, 10-11 May 2011",
        "Members agreed on the following:",
        "| Fiji | Member |",
        "Chair: Fiji",
    ],
)
def test_these_lines_are_no_headings(text: str) -> None:
    assert paragraphs(f"The group met in Suva.\n\n{text}\n\nIt agreed.")[1].form is not HEADING


def test_numbered_headings_are_told_from_numbered_paragraphs_and_agendas() -> None:
    assert forms(
        """
        The agenda was:
        1. Opening
        2. Adoption of the agenda

        1. Immigration

        • Participants welcomed the proposal.

        2. Border Management

        3. The meeting thanked Fiji.
        """
    )[1:] == [
        (ITEM, "Opening"),
        (ITEM, "Adoption of the agenda"),
        (HEADING, "Immigration"),
        (ITEM, "Participants welcomed the proposal."),
        (ITEM, "Border Management"),
        (PROSE, "The meeting thanked Fiji."),
    ]


def test_entries_keep_the_sentence_that_introduces_them() -> None:
    found = paragraphs(
        """
        The group met in Suva. Members agreed on the following action items:

          • Fiji will host.
          • Members will:
              - report; and
              - review.
          • Samoa will chair.

        The meeting closed.

        - Tonga spoke.
        """
    )
    lead = "Members agreed on the following action items:"
    assert [(each.lead, each.lead_ordinal) for each in found] == [
        ("", 0),
        (lead, 1),
        (lead, 1),
        ("Members will:", 3),
        ("Members will:", 3),
        (lead, 1),
        ("", 0),
        ("", 0),
    ]
    assert {each.form for each in found[1:6]} == {ITEM}


@pytest.mark.parametrize(
    "lead",
    [
        "Participants committed to progress the work by organising:",
        "We jointly committed to the following actions in support of this mission.",
        "The objectives of the meeting were to",
        "**<u>Following the launch, countries committed to:</u>**",
        "Participants included:",
    ],
)
def test_leads_need_no_colon(lead: str) -> None:
    found = paragraphs(f"The group met.\n\n{lead}\n\n- a workshop in Suva;\n- a paper.")
    assert [each.lead for each in found[2:]] == [lead, lead]
    assert found[1].form is PROSE


def test_a_lead_is_carried_over_headings_to_the_lists_below_them() -> None:
    found = paragraphs(
        """
        Ministers agreed to the following actions.

        Border management

        - Establish a network;
        - Share plans.

        Training

        - Train officers.

        The meeting then heard reports.

        Reports

        - Fiji on borders.
        """
    )
    lead = "Ministers agreed to the following actions."
    assert [each.lead for each in found if each.form is ITEM] == [lead, lead, lead, ""]


def test_a_carried_lead_leaves_whole_sentences_alone() -> None:
    found = paragraphs(
        """
        Participants agreed on responses in two areas:

        1. Immigration

        • Participants recognised the value of good management.
        """
    )
    assert found[-1].lead == ""


def test_entries_without_marks_are_told_by_punctuation_or_shortness() -> None:
    found = forms(
        """
        Network meetings held since March 2011 include:

        Suva (28 April 2011);

        Apia (11 May 2011, 22 August 2011); and

        Honiara (20 October 2011).

        Each network includes agencies of the host country.

        Those present were:

        Fiji
        Samoa

        They agreed to meet again.
        """
    )
    assert [form for form, _ in found] == [PROSE, *[ITEM] * 3, PROSE, PROSE, *[ITEM] * 2, PROSE]


def test_a_list_of_names_under_a_heading_is_no_row_of_headings() -> None:
    found = forms("The group met.\n\nAnnex A: List of participants\nFiji\nSamoa\nTonga\n")
    assert [form for form, _ in found] == [PROSE, HEADING, ITEM, ITEM, ITEM]


def test_lettered_entries_keep_their_letters() -> None:
    found = paragraphs(
        "Ministers agreed to:\n\n- a) meet;\n- b) report.\n\n(i) Fiji; and\n(ii) Samoa."
    )
    assert [each.printed for each in found] == ["", "a", "b", "i", "ii"]


def test_numbers_that_restart_are_named_after_their_section() -> None:
    found = paragraphs(
        """
        1. The meeting was held in Suva.
        2. It was chaired by Fiji.
        3. It was divided into:

        1. a morning; and
        2. an afternoon.

        4. It heard reports.

        Recommendations/Outcomes

        1. Members recognised the work.
        2. Members agreed to meet.

        Conclusions

        5. Co-chairs thanked Fiji.
        """
    )
    assert [each.printed for each in found] == [
        *("1", "2", "3", "para 3 (1)", "para 3 (2)", "4", ""),
        *("Outcome 1", "Outcome 2", "", "5"),
    ]


@pytest.mark.parametrize(
    ("section", "printed"),
    [
        ("Key Decisions", "Decision 1"),
        ("Summary of Outcomes", "Outcome 1"),
        ("Priorities", "Priority 1"),
        ("Annexes", "Annex 1"),
        ("Follow-up Processes", "Process 1"),
        ("Way Forward", "Way Forward 1"),
    ],
)
def test_a_section_names_its_entries_in_the_singular(section: str, printed: str) -> None:
    head = "1. Fiji opened the meeting.\n2. Samoa spoke.\n\n"
    found = paragraphs(f"{head}{section}\n\n1. Members agreed to meet again.")
    assert found[-1].printed == printed


def test_a_document_with_one_count_keeps_bare_numbers() -> None:
    found = paragraphs("Report\n\nOutcomes\n\n1. Members agreed.\n2. Members met.")
    assert [each.printed for each in found] == ["", "", "1", "2"]


def test_a_last_short_line_heads_nothing() -> None:
    assert forms("The group thanked Fiji.\n\nNext meeting in Apia")[-1][0] is PROSE


def test_decimal_numbers_number_paragraphs_under_numbered_headings() -> None:
    found = paragraphs(
        "1. Introduction\n\n1.1 Fiji spoke.\n1.2 Samoa spoke.\n\n2. Outcomes\n\n2.1 All agreed."
    )
    assert [(each.form, each.printed, each.section) for each in found] == [
        (HEADING, "1", "Introduction"),
        (PROSE, "1.1", "Introduction"),
        (PROSE, "1.2", "Introduction"),
        (HEADING, "2", "Outcomes"),
        (PROSE, "2.1", "Outcomes"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The session was attended by the following States: Fiji and Samoa.",
        "The group met again in the following year.",
    ],
)
def test_a_sentence_that_says_what_follows_introduces_nothing(text: str) -> None:
    found = paragraphs(f"{text}\n\nOutcomes\n\n- A workshop in Suva;\n- a paper.")
    assert [each.lead for each in found] == [""] * 4


def test_a_count_goes_on_after_a_list_inside_it() -> None:
    found = paragraphs("1. Members agreed to:\n   1. meet; and\n   2. report.\n2. Fiji spoke.")
    assert [(each.printed, each.lead) for each in found] == [
        ("1", ""),
        ("para 1 (1)", "Members agreed to:"),
        ("para 1 (2)", "Members agreed to:"),
        ("2", ""),
    ]


def test_rows_of_a_table_are_prose() -> None:
    found = forms("The group met.\n\nNo.\tAction\tOwner\n1\tDraft a paper\tFiji\n\nIt closed.")
    assert [form for form, _ in found] == [PROSE] * 4
