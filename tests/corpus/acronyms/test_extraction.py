"""Acronyms and their meanings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.acronyms import extract_acronyms
from corpus.reading import read_document


def acronyms(text: str) -> dict[str, str]:
    found = extract_acronyms(read_document("a.txt", text.encode()))
    return {each.acronym: each.meaning for each in found}


# The meaning stands between « and », which the text is read without.
@pytest.mark.parametrize(
    ("acronym", "marked"),
    [
        ("RSO", "by the «Regional Support Office» (RSO) in Suva"),
        ("RSO", "the RSO («Regional Support Office») in Suva"),
        ("RSO", "the «Regional Support Office» ('RSO')"),
        ("RSO", "the «Regional Support Office» (“RSO”)"),
        ("RSO", "the «Regional Support Office» (the RSO)"),
        ("RSO", "the «Regional Support Office» (hereinafter RSO)"),
        ("RSO", "the *«Regional Support Office» (RSO)* in Suva"),
        ("RSO", "RSO: «Regional Support Office»"),
        ("RSO", "RSO – «Regional Support Office»"),
        ("NFP", "all «National Focal Point»s (NFPs)"),
        ("NFP", "all «National Focal Points» (NFP)"),
        ("PDC", "the «Pacific Directors’ Conference» (PDC's)"),
        ("AHG", "the «Ad Hoc Group» (AHG) Summaries"),
        ("UNTOC", "the «UN Convention Against Transnational Organized Crime» (UNTOC)"),
        ("UNHCR", "«Office of the United Nations High Commissioner for Refugees» (UNHCR)"),
        ("SHED", "a «secure hub for the exchange of data» (SHED)"),
        ("bcm", "80 «billion cubic metres» (bcm) of gas"),
        ("UNSCR1373", "on «UN Security Council Resolution 1373» (UNSCR1373)"),
        ("AHG SOM", "the «AHG Senior Officials' Meeting» (AHG SOM)"),
        ("RS-RC", "the «Reporting System on Related Conduct» (RS-RC)"),
        ("IoT", "the «Internet of Things» (IoT)"),
        ("ASEAN", "the «Association of Southeast Asian Nations» (ASEAN)"),
        ("MEF", "the «Major Economies Forum on Energy and Climate» (MEF)"),
        ("DFAT", "the «Department of Foreign Affairs and Trade» (DFAT)"),
        ("MOU", "a «Memorandum of Understanding» (MOU)"),
        ("SEAF", "the «South-East Asian Forum» (SEAF)"),
        ("INTERPOL", "INTERPOL («International Criminal Police Organization»)"),
    ],
)
def test_a_long_form_explains_its_acronym(acronym: str, marked: str) -> None:
    meaning = marked[marked.index("«") + 1 : marked.index("»")]
    text = marked.replace("«", "").replace("»", "")
    assert acronyms(f"{text}.").get(acronym) == meaning


@pytest.mark.parametrize(
    "text",
    [
        "the Ministry of Business, Innovation and Employment (INZ)",
        "the Bali Process on People Smuggling (Bali Process)",
        "a Mihi Whakatau (Formal Welcome)",
        "held in Suva (Fiji) and Apia (28 April 2011)",
        "Rosa Rodríguez (virtual) and Jody Thomas (virtually)",
        "persons refused entry (or detained) at the border (see annex)",
        "RSO (established in 2012)",
        "the meeting (2011) and the next one (AB)",
        "Fiji. Samoa spoke. (FS)",
        "the RSO (RSO)",
        "Australia (AU)",
        "Note: the group met",
    ],
)
def test_brackets_with_anything_else_explain_nothing(text: str) -> None:
    assert acronyms(f"{text}.") == {}


def test_two_meanings_of_one_acronym_are_both_kept() -> None:
    text = "The Regional Support Office (RSO) met. The Refugee Status Officer (RSO) spoke."
    found = extract_acronyms(read_document("a.txt", text.encode()))
    assert [(each.acronym, each.meaning) for each in found] == [
        ("RSO", "Regional Support Office"),
        ("RSO", "Refugee Status Officer"),
    ]


def test_the_same_meaning_is_kept_once_at_its_first_paragraph() -> None:
    text = "Support to National Focal Points (NFPs)\n\nEach National Focal Point (NFP) reports."
    found = extract_acronyms(read_document("a.txt", text.encode()))
    assert [(each.acronym, each.citation.ordinal) for each in found] == [("NFP", 1)]


@given(st.text(alphabet="ABCabc ()-.,'’&é1\n", max_size=120))
def test_every_meaning_stands_in_the_paragraph_it_cites(text: str) -> None:
    document = read_document("a.txt", f"Word {text}".encode())
    for each in extract_acronyms(document):
        paragraph = document.paragraph(each.citation.ordinal)
        assert paragraph is not None
        assert each.meaning
        assert each.meaning in paragraph.text
