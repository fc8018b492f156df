"""One sentence each, from processes and in phrasings of all kinds; all of them made up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.attendance.grammar import read_attendees
from tests.corpus.attendance.sentences import capacities, told

ATTENDED = [
    (
        "Some 200 delegates attended the meeting, including experts from Fiji, Samoa and Tonga.",
        "participant: Fiji, Samoa, Tonga",
    ),
    (
        "Member countries participating in the Consultation included labour-sending countries in "
        "Asia: India and Nepal, and labour-receiving countries: the UAE and Bahrain.",
        "participant: India, Nepal, United Arab Emirates, Bahrain",
    ),
    (
        "Representatives of 38 countries took part, together with the European Commission and the "
        "Permanent Observers (IOM and UNODC).",
        "organisation: European Commission, IOM, UNODC",
    ),
    (
        "Twelve members (Afghanistan, Australia, Bangladesh, Bhutan, India, Indonesia, Iran, "
        "Nepal, Maldives, Myanmar, New Zealand, Pakistan) and two others (Germany, Oman) attended.",
        "participant: Afghanistan, Australia, Bangladesh, Bhutan, India, Indonesia, Iran, Nepal, "
        "Maldives, Myanmar, New Zealand, Pakistan, Germany, Oman",
    ),
    ("Seventeen delegations took part, among them Iraq and Nepal.", "participant: Iraq, Nepal"),
    ("Jane Reid (Fiji) and Ali Khan (Samoa) presided as Co-Chairs.", "co-chair: Fiji, Samoa"),
    (
        "The meeting was attended by delegations from Albania, Bosnia and Herzegovina, Georgia, "
        "Iran (Islamic Republic of), the Kyrgyz Republic and Türkiye, and by ICMPD and Frontex.",
        "participant: Albania, Bosnia and Herzegovina, Georgia, Iran, Kyrgyzstan, Türkiye; "
        "organisation: ICMPD, Frontex",
    ),
    (
        "The Conference brought together the Vice Ministers of Belize, the Dominican Republic, "
        "El Salvador and the United States of America.",
        "participant: Belize, Dominican Republic, El Salvador, United States",
    ),
    (
        "The delegations of Angola, the Democratic Republic of the Congo, Eswatini and Tanzania "
        "participated in the MIDSA Ministerial Conference.",
        "participant: Angola, Democratic Republic of the Congo, Eswatini, Tanzania",
    ),
    (
        "We, the Ministers of Benin, Côte d'Ivoire and Niger, meeting in Rabat, agreed on a plan.",
        "participant: Benin, Côte d'Ivoire, Niger",
    ),
    (
        "The meeting was co-hosted by Spain and Morocco, under the co-chairmanship of France.",
        "co-chair: Spain, Morocco, France",
    ),
    ("Japan, at the invitation of the Co-Chairs, also attended.", "special guest: Japan"),
    (
        "Samoa was represented by its Deputy Prime Minister, and Niue and Tonga by Special Envoys.",
        "participant: Samoa, Niue, Tonga",
    ),
    (
        "The meeting was attended by the Ministers of Kenya and Uganda and by the Minister of "
        "Health of Rwanda.",
        "participant: Kenya, Uganda, Rwanda",
    ),
    (
        "The Economic Committee (EC), the Association of the Southeast Asian Nations (ASEAN) and "
        "the World Health Organisation (WHO) attended.",
        "organisation: EC, ASEAN, WHO",
    ),
    (
        "The Ministers of Fiji and Samoa met in Suva for the Council, hosted by Fiji as Chair of "
        "ASEAN.",
        "co-chair: Fiji; participant: Samoa",
    ),
    ("| Present | Norway, Sweden |", "participant: Norway, Sweden"),
    (
        "Representatives of Nepal took part, alongside officials from Finland and Poland.",
        "participant: Nepal, Finland, Poland",
    ),
    ("Fiji attended the meeting, along with Samoa.", "participant: Fiji, Samoa"),
    ("A representative of Portugal joined by video.", "participant: Portugal"),
    (
        "It was attended by representatives of the most affected countries of origin and transit: "
        "the Republic of Angola, Namibia and Zambia as well as IOM.",
        "participant: Angola, Namibia, Zambia; organisation: IOM",
    ),
    (
        "It was attended by the ministers responsible for fighting piracy from the coastal States, "
        "namely Kenya, Somalia and Yemen.",
        "participant: Kenya, Somalia, Yemen",
    ),
    (
        "Over 90 delegates from 20 members, 10 invitee countries (including Oman and Egypt) and "
        "3 international organisations (among them OECD and INTERPOL) participated.",
        "participant: Oman, Egypt; organisation: OECD, INTERPOL",
    ),
    (
        "Ministers from Kenya and Tuvalu, joined by the Director General of IOM, met to discuss "
        "rising seas.",
        "participant: Kenya, Tuvalu; organisation: IOM",
    ),
    (
        "The Interior Ministers of Malta and Spain convened yesterday in Valletta with their "
        "counterparts from Algeria and Tunisia.",
        "participant: Malta, Spain, Algeria, Tunisia",
    ),
    (
        "Chile chaired. Peru and IOM participated.",
        "co-chair: Chile; participant: Peru; organisation: IOM",
    ),
    (
        "President Obama met virtually today with his counterparts from Chile and Peru.",
        "participant: United States, Chile, Peru",
    ),
    (
        "Member States represented: Kenya, Mali. International organisations represented: IOM.",
        "participant: Kenya, Mali; organisation: IOM",
    ),
    (
        "Mr Jordan Smith of the International Federation of Red Cross and Red Crescent Societies "
        "(IFRC) attended as a guest.",
        "special guest: IFRC",
    ),
    (
        "Senior officials from three countries — Ireland, the Netherlands and Sweden — gathered "
        "in Geneva.",
        "participant: Ireland, Netherlands, Sweden",
    ),
    (
        "Representatives of the following States attended the meeting: Belarus, Moldova and the "
        "Russian Federation.",
        "participant: Belarus, Moldova, Russia",
    ),
    (
        "Frontex and the Western Balkan partners took part, as did UNHCR and IOM.",
        "organisation: Frontex, UNHCR, IOM",
    ),
    (
        "Experts from Austria and the Slovak Republic participated in person, and those from "
        "Estonia and Latvia joined online.",
        "participant: Austria, Slovakia, Estonia, Latvia",
    ),
    (
        "Delegations from 12 African Union Member States, namely Djibouti, Kenya and Uganda, as "
        "well as from Italy, attended the Senior Officials' Meeting.",
        "member: Djibouti, Kenya, Uganda; participant: Italy",
    ),
    (
        "The Minister of Home Affairs of Bangladesh, H.E. Mr Karim, the Minister for Immigration "
        "of Fiji, Hon. Pio Vula, and Ms Roe, Director General of IOM, attended the session.",
        "participant: Bangladesh, Fiji; organisation: IOM",
    ),
    (
        "The workshop gathered some 45 law enforcement officers, prosecutors and policy makers "
        "from Cambodia and Thailand.",
        "participant: Cambodia, Thailand",
    ),
    (
        "Chaired by Türkiye and co-chaired by Hungary, the meeting brought together 31 "
        "participating States, including Iran and Iraq, and the European Commission.",
        "co-chair: Türkiye, Hungary; participant: Iran, Iraq; organisation: European Commission",
    ),
    (
        "The Government of the Republic of Fiji hosted the meeting, which was attended by the "
        "Republic of Vanuatu and the Kingdom of Tonga.",
        "participant: Fiji, Vanuatu, Tonga",
    ),
    (
        "The delegation of Canada was led by the Deputy Minister of Immigration.",
        "participant: Canada",
    ),
    (
        "Attending the meeting were ministers and senior officials from Chile and Peru.",
        "participant: Chile, Peru",
    ),
    (
        "The Co-Chairs, Australia and Indonesia, welcomed the participants and thanked Nauru.",
        "co-chair: Australia, Indonesia",
    ),
    (
        "UNODC and the Regional Support Office of the Bali Process (RSO) were also represented.",
        "also attended: UNODC, RSO",
    ),
    (
        "Ministers from Bahrain and the UAE (the Gulf States) and their counterparts from India "
        "attended the Fourth Consultation.",
        "participant: Bahrain, United Arab Emirates, India",
    ),
    (
        "Switzerland (Chair) and Canada were represented.",
        "co-chair: Switzerland; participant: Canada",
    ),
    ("The session on visas was chaired by Nepal.", "participant: Nepal"),
    (
        "The workshop, attended by participants from Bolivia (Plurinational State of) and "
        "Brazil, was opened by the Minister of the Interior of Peru.",
        "participant: Bolivia, Brazil, Peru",
    ),
    (
        "The following took part in the meeting: Albania, Croatia; the European Commission; and "
        "the Regional Cooperation Council (RCC).",
        "participant: Albania, Croatia; organisation: European Commission, RCC",
    ),
    (
        "Costa Rica, in its capacity as President Pro-Tempore, hosted the XX Meeting of the "
        "Regional Conference on Migration, in which Belize and Panama took part.",
        "participant: Costa Rica, Belize, Panama",
    ),
    ("The Co-Chairs welcomed Hong Kong as special guest.", "special guest: Hong Kong"),
    (
        "Mexico's Secretary of Security hosted U.S. Advisor Jo Hall and Canada's Advisor Al Roe "
        "in the second meeting of the Committee.",
        "participant: Mexico, United States, Canada",
    ),
    (
        "Twelve members (Australia, Bangladesh, Fiji and India) participated.",
        "participant: Australia, Bangladesh, Fiji, India",
    ),
    (
        "Indonesia and Australia, as Co-Chairs of the Bali Process, welcomed senior officials from "
        "26 member states including Nepal.",
        "co-chair: Indonesia, Australia; participant: Nepal",
    ),
    (
        "The meeting was held with the participation of the Governments of Chad and Cameroon, and "
        "the support of UNODC.",
        "participant: Chad, Cameroon",
    ),
    (
        "The forum was attended by labour inspectors from Benin and social workers from Togo.",
        "participant: Benin, Togo",
    ),
    (
        "Ambassador Jane Doe (Canada) and Mr Ali Khan (Pakistan) co-chaired the meeting.",
        "co-chair: Canada, Pakistan",
    ),
    (
        "Mongolia took part via video link, while Nepal was represented by its Ambassador to Fiji.",
        "participant: Mongolia, Nepal",
    ),
    ("Co-Chairs: Australia and Indonesia", "co-chair: Australia, Indonesia"),
    (
        "Participants: Bangladesh, Indonesia (Co-Chair), Macao, China; Nauru.",
        "participant: Bangladesh, Macao, Nauru; co-chair: Indonesia",
    ),
    ("Australia and New Zealand (Co-chairs)", "co-chair: Australia, New Zealand"),
    (
        "In attendance were representatives from Fiji and Viet Nam, member organizations such as"
        " the International Organization for Migration (IOM), and UNHCR.",
        "participant: Fiji, Vietnam; organisation: IOM, UNHCR",
    ),
    (
        "The two-day meeting saw participation of all the 3 member states including Nepal, India"
        " and China.",
        "participant: Nepal, India, China",
    ),
    (
        "The meeting was attended by Ms Anna Maria Holland, and by delegates from Fiji and the"
        " Democratic Republic of Korea.",
        "participant: Fiji, North Korea",
    ),
]

SPOKEN_OF = [
    "Members welcomed the participation of Nauru in the e-learning programme.",
    "Members welcomed the participation of Nauru as the first country to do so.",
    "Fiji and Samoa are members of the network, with Iran and Pakistan observing.",
    "Members agreed to organise two technical meetings, one hosted by Senegal and one by Belgium.",
    "Members discussed the situation in Syria and Iraq.",
    "Canada presented its new biometrics programme, and Australia shared lessons learnt.",
    "The AHG comprises Afghanistan, Australia and Bangladesh.",
    "Members of the group are Japan, Kenya and Chad.",
    "Australia and Thailand will co-chair the next meeting.",
    "The next meeting will be attended by China and Nepal.",
    "Pakistan agreed to participate in the training programme.",
    "Pakistan participated in the training project of the RSO.",
    "Sri Lanka attended the previous meeting in Colombo.",
    "A workshop was hosted by Malaysia in 2010.",
    "Participants agreed that priority countries were Afghanistan and Iran.",
    "The Working Group, co-chaired by Japan and Fiji, reported on its progress.",
    "A task force co-chaired by Norway was established.",
    "Participants thanked the Government of Thailand for hosting the meeting.",
    "Participants welcomed Australia's proposal and a UNHCR project.",
    "The United States also joined the group in 2011.",
    "Previously participating states welcomed Albania and Egypt as new members.",
    "France supports the participation of New Caledonia.",
    "Participants from Fiji and Tonga were welcomed by the Prime Minister of Samoa.",
    "Iraq joined the Process as its 50th member.",
    "Egypt and Eritrea were invited to attend the next session.",
    "The forum was attended by 130 participants representing 45 countries.",
    "The U.S.-EU Task Force met for the 11th time.",
    "Ministers were briefed on a naval drill, in which Poland and Germany also took part.",
    "Two sub-regional meetings for Forum members, jointly chaired by Fiji and Samoa, were planned.",
    "| Present | Norway | Sweden |",
    "The meeting was attended by members of the Pacific Islands Forum.",
]


@pytest.mark.parametrize(("sentence", "expected"), ATTENDED)
def test_a_sentence_says_who_attended_and_as_what(sentence: str, expected: str) -> None:
    assert capacities(sentence) == told(expected)


@pytest.mark.parametrize("sentence", SPOKEN_OF)
def test_states_that_are_only_spoken_of_did_not_attend(sentence: str) -> None:
    assert read_attendees(sentence) == ()


def test_a_workshop_may_be_the_meeting_where_the_caller_knows() -> None:
    sentence = "Officials from Fiji attended a workshop in Suva."
    assert read_attendees(sentence) == ()
    assert len(read_attendees(sentence, indefinite=True)) == 1


def test_the_meetings_own_working_group_is_no_other_body() -> None:
    sentence = "The Working Group was co-chaired by Japan."
    assert read_attendees(sentence) == ()
    assert len(read_attendees(sentence, title="Second Working Group on Visas")) == 1


WORDS = ["Fiji", "IOM", ",", "and", ";", "attended", "was attended by", "as observers", ":", "("]


@given(
    st.lists(st.sampled_from([*WORDS, ")", "co-chaired", "nobody", "welcomed", "—"]), max_size=30)
)
def test_any_order_of_words_is_read(words: list[str]) -> None:
    sentence = " ".join(words)
    for each in read_attendees(sentence):
        assert sentence[each.name.start : each.name.end] in ("Fiji", "IOM")
