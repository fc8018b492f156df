"""Sentences that tell observers from those who took part; all of them made up."""

import pytest

from tests.corpus.attendance.sentences import capacities, told

OBSERVED = [
    (
        "UNHCR and IOM participated ex officio; France attended in the capacity of observer.",
        "organisation: UNHCR, IOM; observer: France",
    ),
    ("Observers from Oman and the EU were also on hand.", "observer: Oman, European Union"),
    (
        "They welcomed the participation of Nauru in the workshop, and of Japan as an observer.",
        "participant: Nauru; observer: Japan",
    ),
    (
        "With the participation, as observers, of Canada and the Swiss Confederation.",
        "observer: Canada, Switzerland",
    ),
    (
        "The Consultation was chaired by Nepal and attended by Ministers from Afghanistan and "
        "Viet Nam, with ILO and UN Women as observers.",
        "co-chair: Nepal; participant: Afghanistan, Vietnam; observer: ILO, UN Women",
    ),
    (
        "Delegates from Fiji, Kiribati and Tuvalu took part in the workshop, while Australia and "
        "New Zealand participated as observers.",
        "participant: Fiji, Kiribati, Tuvalu; observer: Australia, New Zealand",
    ),
    (
        "Participants included the Cook Islands, Niue and Samoa; the Pacific Islands Forum "
        "Secretariat (PIFS) attended in an observer capacity.",
        "participant: Cook Islands, Niue, Samoa; observer: Pacific Islands Forum Secretariat",
    ),
    (
        "Also present were Argentina and Jamaica as observer countries, together with UNHCR.",
        "observer: Argentina, Jamaica; also attended: UNHCR",
    ),
    ("Norway and Switzerland observed the meeting.", "observer: Norway, Switzerland"),
    (
        "Timor-Leste, the United Nations (UN) and the World Bank, as well as Nepal, attended the "
        "Forum as Observers.",
        "observer: Timor-Leste, United Nations, World Bank, Nepal",
    ),
    (
        "Also in attendance were observer delegates from France and Germany.",
        "observer: France, Germany",
    ),
    (
        "The World Diamond Council, representing industry, and Gabon attended as observers.",
        "observer: World Diamond Council, Gabon",
    ),
    (
        "IATA and ICAO attended in an observer capacity.",
        "observer: IATA, ICAO",
    ),
    (
        "Observers came from Peru, UNHCR and the OAS; observer organisations included ICRC.",
        "observer: Peru, UNHCR, OAS, ICRC",
    ),
    (
        "Tokelau attended as an observer, and Guam as a special guest.",
        "observer: Tokelau; special guest: Guam",
    ),
    (
        "Nepal participated as an observer at the invitation of the Co-Chairs.",
        "observer: Nepal",
    ),
    ("The ASEAN Foreign Ministers met in Bangkok with Japan as observer.", "observer: Japan"),
    (
        "Acknowledging the presence of Japan and Jordan as observers, and of the ILO and UN Women,",
        "observer: Japan, Jordan; organisation: ILO, UN Women",
    ),
    (
        "In addition to the members, the following observers participated: Norway and the Holy "
        "See.",
        "observer: Norway, Holy See",
    ),
    (
        "The meeting was attended by Brunei Darussalam, Lao PDR, Viet Nam, and Timor-Leste as an "
        "observer.",
        "participant: Brunei, Laos, Vietnam; observer: Timor-Leste",
    ),
    (
        "The meeting welcomed the participation of Saudi Arabia and the UAE as observers.",
        "observer: Saudi Arabia, United Arab Emirates",
    ),
    (
        "Germany (observer), Norway (observer) and Denmark attended.",
        "observer: Germany, Norway; participant: Denmark",
    ),
    (
        "The participating States of the Budapest Process, i.e. Armenia and Bulgaria, as well as "
        "observer States Iraq and Syria, and the organisations CIS and UNHCR met in Istanbul.",
        "participant: Armenia, Bulgaria; observer: Iraq, Syria; "
        "organisation: Commonwealth of Independent States, UNHCR",
    ),
    (
        "Observers from the Holy See and the ICRC were also present.",
        "observer: Holy See, ICRC",
    ),
    (
        "Delegates from Kenya and Uganda, together with observers from Burundi and Rwanda, "
        "attended the workshop.",
        "participant: Kenya, Uganda; observer: Burundi, Rwanda",
    ),
    (
        "The meeting, convened by Egypt, was attended by heads of delegation of Libya and Tunisia, "
        "and by the African Union Commission as an observer.",
        "participant: Egypt, Libya, Tunisia; observer: African Union",
    ),
    ("As observers, Peru and Chile attended the meeting.", "observer: Peru, Chile"),
    ("The United Kingdom joined as an observer for the first time.", "observer: United Kingdom"),
    (
        "Observer participants included Canada and the United Kingdom (UK).",
        "observer: Canada, United Kingdom",
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), OBSERVED)
def test_a_sentence_says_who_observed(sentence: str, expected: str) -> None:
    assert capacities(sentence) == told(expected)
