"""What stands above and below the text proper: titles, place and date, fields, signatures."""

import pytest

from corpus.documents import Form
from tests.corpus.reading.layouts import forms, paragraphs

TITLE, DATELINE, HEADING = Form.TITLE, Form.DATELINE, Form.HEADING
PROSE, ITEM, SIGNATURE = Form.PROSE, Form.ITEM, Form.SIGNATURE


def test_title_lines_above_the_text_are_told_from_place_and_date() -> None:
    assert forms(
        """
        REGIONAL FORUM ON BORDERS

        5TH TECHNICAL EXPERTS WORKING GROUP MEETING ON:

        INFORMATION SHARING – STRATEGIES IN ACTION

        SUVA, FIJI, 24-27 JUNE 2013

        CO-CHAIRS' STATEMENT

        1. The meeting was held in Suva.
        """
    ) == [
        (TITLE, "REGIONAL FORUM ON BORDERS"),
        (TITLE, "5TH TECHNICAL EXPERTS WORKING GROUP MEETING ON:"),
        (TITLE, "INFORMATION SHARING – STRATEGIES IN ACTION"),
        (DATELINE, "SUVA, FIJI, 24-27 JUNE 2013"),
        (TITLE, "CO-CHAIRS' STATEMENT"),
        (PROSE, "The meeting was held in Suva."),
    ]


def test_a_text_that_starts_with_prose_has_no_title() -> None:
    assert forms("On 9 March 2011 the group met in Suva.\n\nIt closed.")[0][0] is PROSE


def test_a_section_below_the_title_is_no_title() -> None:
    found = forms("Report of the Forum\nSuva, 3 - 5 July 2017\n\nIntroduction\n\nThe group met.")
    assert [form for form, _ in found] == [TITLE, DATELINE, HEADING, PROSE]


def test_fields_of_the_head_are_kept_apart_from_titles() -> None:
    found = forms("Working Group\n\nDate: 3 May 2015\nVenue: Suva\nChair: Fiji\n\nThe group met.")
    assert [form for form, _ in found] == [TITLE, DATELINE, DATELINE, PROSE, PROSE]


def test_a_signature_stands_after_the_last_paragraph() -> None:
    found = forms(
        """
        The group thanked Fiji.

        Ana Vula
        Director for Borders and
        Migration
        Republic of Fiji

        ANNEX A

        Summaries

        The group met twice.
        """
    )
    assert found[1:] == [
        (SIGNATURE, "Ana Vula"),
        (SIGNATURE, "Director for Borders and Migration"),
        (SIGNATURE, "Republic of Fiji"),
        (HEADING, "ANNEX A"),
        (HEADING, "Summaries"),
        (PROSE, "The group met twice."),
    ]


@pytest.mark.parametrize("line", ["Suva, 27 June 2013", "Done at Suva on 27 June 2013."])
def test_a_sign_off_is_a_signature(line: str) -> None:
    assert forms(f"The group thanked Fiji.\n\n{line}")[-1] == (SIGNATURE, line)


def test_labels_in_the_head_of_minutes_head_their_lists() -> None:
    found = paragraphs(
        """
        MINUTES
        Regional Border Forum
        Date:\t3 March 2016

        Present:
        Australia (Mr J. Brown)
        Fiji (Ms A. Vula, Chair)
        Samoa

        Apologies:
        Tonga

        1.\tOpening

        The Chair opened the meeting.
        """
    )
    assert [(each.form, each.lead) for each in found[3:9]] == [
        (HEADING, ""),
        (ITEM, "Present:"),
        (ITEM, "Present:"),
        (ITEM, "Present:"),
        (HEADING, ""),
        (ITEM, "Apologies:"),
    ]
    assert found[-1].section == "Opening"


def test_a_symbol_and_a_date_set_to_the_right_are_no_title() -> None:
    margin = " " * 50
    found = forms(
        f"{margin}A/CONF.1/2\n{margin}12 May 2014\n\n"
        "Report of the Working Group on\nits third session, held in Geneva\n\n1.  The Group met."
    )
    assert found == [
        (PROSE, "A/CONF.1/2"),
        (DATELINE, "12 May 2014"),
        (TITLE, "Report of the Working Group on its third session, held in Geneva"),
        (PROSE, "The Group met."),
    ]


def test_a_joint_signature_is_one_block_at_the_end() -> None:
    found = forms(
        "The meeting closed.\n\nDone at Suva, this third day of May 2015.\n\n"
        "For the Government of Fiji:\n\nAna Vula"
    )
    assert [form for form, _ in found] == [PROSE, SIGNATURE, SIGNATURE, SIGNATURE]
