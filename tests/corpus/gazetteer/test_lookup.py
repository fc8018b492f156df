import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.facts import DelegationKind
from corpus.gazetteer import gazetteer


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Viet Nam", "Vietnam"),
        ("Socialist Republic of Viet Nam", "Vietnam"),
        ("the Kingdom of Thailand", "Thailand"),
        ("Peoples Republic of Bangladesh", "Bangladesh"),
        ("People’s Republic of Bangladesh", "Bangladesh"),
        ("Co\u2011operative Republic of Guyana", "Guyana"),
        ("the Republic of the Union of Myanmar", "Myanmar"),
        ("Argentine Republic", "Argentina"),
        ("Tunisian Republic", "Tunisia"),
        ("United Mexican States", "Mexico"),
        ("Republic of Korea", "South Korea"),
        ("Democratic People's Republic of Korea", "North Korea"),
        ("Korea, Republic of", "South Korea"),
        ("Iran (Islamic Republic of)", "Iran"),
        ("Micronesia, Federated States of", "Micronesia"),
        ("Republic of the Congo", "Republic of the Congo"),
        ("Congo, Democratic Republic of the", "Democratic Republic of the Congo"),
        ("People's Republic of China", "China"),
        ("Hong Kong SAR, China", "Hong Kong"),
        ("Chinese Taipei", "Taiwan"),
        ("Cote d'Ivoire", "Côte d'Ivoire"),
        ("St. Kitts & Nevis", "Saint Kitts and Nevis"),
        ("U.S.", "United States"),
        ("UK", "United Kingdom"),
        ("Burma", "Myanmar"),
        ("Lao P.D.R.", "Laos"),
        ("Turkey", "Türkiye"),
        ("International Organisation for Migration (IOM)", "IOM"),
        ("the Office of the United Nations High Commissioner for Refugees", "UNHCR"),
        ("United Nations Office of Drugs and Crime", "UNODC"),
        ("interpol", "INTERPOL"),
        ("Bali Process Regional Support Office (RSO)", "RSO"),
    ],
)
def test_a_name_is_found_under_its_canonical_name(written: str, name: str) -> None:
    found = gazetteer().find(written)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("written", ["", "Atlantis", "Republic of", "the", "Republic of Nowhere"])
def test_what_no_list_holds_is_not_found(written: str) -> None:
    assert gazetteer().find(written) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("from Papua New Guinea and Guinea-Bissau", ["Papua New Guinea", "Guinea-Bissau"]),
        ("Niger and Nigeria", ["Niger", "Nigeria"]),
        ("New Mexico, the Gulf of Mexico, Northern Ireland and the Indian Ocean", []),
        ("tell us who asked the turkey", []),
        ("the US delegation told us", ["United States"]),
        ("WHO attended", ["WHO"]),
        ("Mr Jordan Smith and Chad Wolf", []),
        ("Jordan, Chad and Georgia", ["Jordan", "Chad", "Georgia"]),
        (
            "Trinidad and Tobago and Bosnia & Herzegovina",
            ["Trinidad and Tobago", "Bosnia and Herzegovina"],
        ),
        ("Iran’s and Iraq's officials", ["Iran", "Iraq"]),
        ("the *Republic of Korea*", ["South Korea"]),
        ("We left Guinea. Bissau is a city.", ["Guinea"]),
        ("the United Nations Convention", []),
        ("AUCKLAND, NEW ZEALAND", ["New Zealand"]),
    ],
)
def test_a_scan_finds_the_longest_names_and_no_look_alikes(text: str, names: list[str]) -> None:
    assert [each.delegation.name for each in gazetteer().scan(text)] == names


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("the Islamic Republic of Iran said", "Islamic Republic of Iran"),
        ("the U.S. delegation", "U.S."),
        ("the World Health Organization (WHO).", "World Health Organization (WHO)"),
        ("by the Republic of the\nMarshall Islands", "Republic of the\nMarshall Islands"),
        ("the States of the Budapest Process", "Budapest Process"),
        ("the United States of America", "United States of America"),
    ],
)
def test_a_mention_is_the_whole_name_without_its_article(text: str, written: str) -> None:
    (mention,) = gazetteer().scan(text)
    assert text[mention.start : mention.end] == written


def test_adjectives_are_found_but_not_within_names_of_regions() -> None:
    text = "The Mexican and Sri Lankan officials of the North American region"
    names = [each.delegation.name for each in gazetteer().demonym_scan(text)]
    assert names == ["Mexico", "Sri Lanka"]


@pytest.mark.parametrize("name", ["New Caledonia", "Niue", "Cook Islands", "Hong Kong"])
def test_territories_are_countries(name: str) -> None:
    found = gazetteer().find(name)
    assert found is not None
    assert found.kind is DelegationKind.COUNTRY


def test_the_european_union_is_an_organisation() -> None:
    found = gazetteer().find("EU")
    assert found is not None
    assert found.kind is DelegationKind.ORGANISATION


@pytest.mark.parametrize(
    ("text", "cities"),
    [
        ("held in Perth, Australia", [("Perth", "Australia")]),
        ("held in Perth, Scotland, United Kingdom", [("Perth", "United Kingdom")]),
        ("the Bali Process met in Bali", [("Bali", "Indonesia")]),
        ("at Nusa Dua, Bali, Indonesia", [("Nusa Dua", "Indonesia"), ("Bali", "Indonesia")]),
        ("in Washington, D.C. on", [("Washington, D.C.", "United States")]),
        ("Most people think it is Nice to be Reading", []),
        ("in Nice, France", [("Nice", "France")]),
        ("the Paris Agreement and the Budapest Process", []),
        ("in San José (Costa Rica)", [("San José", "Costa Rica")]),
        ("held in Qumbu-by-the-Sea, South Africa", [("Qumbu-by-the-Sea", "South Africa")]),
        ("in Singapore", [("Singapore", "Singapore")]),
        ("Kuala Lumpur and New Delhi", [("Kuala Lumpur", "Malaysia"), ("New Delhi", "India")]),
    ],
)
def test_cities_are_found_with_their_country(text: str, cities: list[tuple[str, str]]) -> None:
    assert [(each.city, each.country) for each in gazetteer().cities(text)] == cities


@pytest.mark.parametrize(
    ("city", "country"),
    [("Colombo", "Sri Lanka"), ("Delhi", "India"), ("Rangoon", "Myanmar"), ("X", None)],
)
def test_the_country_of_a_city_is_known(city: str, country: str | None) -> None:
    assert gazetteer().country_of(city) == country


@given(st.text(max_size=200))
def test_every_mention_is_a_slice_in_order(text: str) -> None:
    for mentions in (gazetteer().scan(text), gazetteer().demonym_scan(text)):
        position = 0
        for each in mentions:
            assert position <= each.start < each.end <= len(text)
            position = each.end
