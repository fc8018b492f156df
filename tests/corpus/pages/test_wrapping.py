"""Which line breaks end a paragraph, and which only wrap a line."""

from tests.corpus.reading.layouts import forms, texts


def test_hard_wrapped_paragraphs_are_joined_with_single_spaces() -> None:
    assert texts(
        """
        The Group met in Suva on 3 March 2015 and was attended by Fiji, New
        Zealand, Samoa and the Cook Islands. It thanked the Government of
        Fiji for its hospitality.

        It will meet again in Apia in
        2016.
        """
    ) == [
        "The Group met in Suva on 3 March 2015 and was attended by Fiji, New Zealand, Samoa and the"
        " Cook Islands. It thanked the Government of Fiji for its hospitality.",
        "It will meet again in Apia in 2016.",
    ]


def test_one_paragraph_a_line_is_left_so() -> None:
    lines = [
        "On 9 March 2011 the Co-Chairs hosted the fourth meeting of the group in Bali, Indonesia.",
        "In attendance were representatives from Fiji and Samoa.",
        "Participants committed to progress the work of the group by June.",
        "Second Meeting of the Group of Experts on Movement by Air – Suva, 10-11 May 2011",
        "Third Meeting of the Group of Experts on Movement by Air – Apia, 14 May 2012",
        "The group closed its meeting with a vote of thanks to the hosts and the secretariat.",
    ]
    assert texts("\n".join(lines)) == lines


def test_ragged_lines_of_a_converted_page_are_joined() -> None:
    assert (
        texts(
            """
        The meeting was attended by representatives of Australia, Bangladesh, Malaysia, Maldives,
        Myanmar, New Zealand, Philippines, Sri Lanka, Thailand, United States of
        America, Viet Nam and the International Organization for Migration. Representatives from
        Canada and the office also attended. The meeting focussed on the challenges that
        exist to sharing information with members of the group and others.
        """
        )[1:]
        == []
    )


def test_bullets_with_hanging_indents_are_joined() -> None:
    assert texts(
        """
        Members agreed to:

        -   share plans with all of the members of the group by the end of
            the year;
        -   report.
            Reports are due in June.
        """
    )[1:] == [
        "share plans with all of the members of the group by the end of the year;",
        "report. Reports are due in June.",
    ]


def test_a_wrapped_line_that_begins_like_a_list_stays_inside_its_sentence() -> None:
    assert (
        texts(
            """
        The Ministers met in Bali on 3 March 2015 and adopted the statement
        - after a long debate - that the group should be renewed for two years
        and that its work should be guided by the resolution, see paragraph
        24. They thanked Indonesia for its hospitality and looked forward to
        the next meeting.
        """
        )[1:]
        == []
    )


def test_numbers_in_a_wrapped_sentence_are_no_list() -> None:
    sentence = """
        The co-chairs reaffirmed commitments to confront the scourge of synthetic
        drugs, including by: 1) expanding prosecution of all drug traffickers;
        2) targeting the supply of precursor chemicals and inviting further action;
        3) preventing the trafficking of drugs across our borders; and 4) promoting
        public health services.
        """
    assert texts(sentence) == [" ".join(sentence.split())]


def test_a_sentence_broken_by_a_blank_line_or_a_page_is_one_paragraph() -> None:
    assert texts(
        "Workshops have highlighted that the need to protect victims of trafficking is\n\n"
        "paramount. Members agreed.\n\n"
        "They look to broaden the program to build capacity and\n\n \nstrengthen enforcement.\n\n"
        "The meeting was opened by the Minister for Foreign Affairs of the\f"
        "Republic of Fiji."
    ) == [
        "Workshops have highlighted that the need to protect victims of trafficking is paramount."
        " Members agreed.",
        "They look to broaden the program to build capacity and strengthen enforcement.",
        "The meeting was opened by the Minister for Foreign Affairs of the Republic of Fiji.",
    ]


def test_entries_of_a_list_are_not_taken_for_a_broken_sentence() -> None:
    assert texts(
        """
        The work of the technical experts covers the following fields of interest:

        protection of victims of trafficking in persons and of smuggled migrants;

        repatriation and reintegration of those found not to be refugees; and

        legal assistance.
        """
    )[1:] == [
        "protection of victims of trafficking in persons and of smuggled migrants;",
        "repatriation and reintegration of those found not to be refugees; and",
        "legal assistance.",
    ]


def test_indented_first_lines_begin_paragraphs() -> None:
    assert [
        text.split()[0]
        for text in texts(
            "    The meeting was opened by the Minister of Fiji who welcomed all the\n"
            "delegates to Suva and wished them well in their deliberations today now.\n"
            "    Delegates thanked the Minister and the Government of Fiji for their\n"
            "warm hospitality and for the excellent arrangements made this week end.\n"
        )
    ] == ["The", "Delegates"]


def test_emphasis_that_closes_on_its_own_line_ends_its_paragraph() -> None:
    assert [
        text
        for _, text in forms(
            "**Key Deliverables  \n**  \n*This year’s gathering is focused on **developing\n"
            "capabilities** and sharing.  \n*  \n**Developing**\n\n- Leading;\n- Building."
        )
    ] == [
        "**Key Deliverables **",
        "*This year’s gathering is focused on **developing capabilities** and sharing. *",
        "**Developing**",
        "Leading;",
        "Building.",
    ]


def test_a_mark_on_its_own_line_belongs_to_the_next() -> None:
    assert texts("Members agreed to:\n\n•\nmeet in Suva\n\n•\n\ndraft a paper\n") == [
        "Members agreed to:",
        "meet in Suva",
        "draft a paper",
    ]


def test_an_abbreviation_at_the_end_of_a_line_ends_no_sentence() -> None:
    assert (
        texts(
            """
        The meeting was opened in the morning by the Minister of Fiji, Dr.
        Vula, and was attended by a large delegation from the U.S.
        department of state, which thanked the hosts for their hospitality.
        """
        )[1:]
        == []
    )
