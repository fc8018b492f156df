import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.attendance.names import list_items, parse_names
from corpus.facts import DelegationKind


def _names(text: str) -> list[str]:
    return [each.delegation.name for each in parse_names(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Bosnia and Herzegovina, Antigua and Barbuda and Chad",
            ["Bosnia and Herzegovina", "Antigua and Barbuda", "Chad"],
        ),
        ("Korea, Republic of, Hong Kong, China, and Japan", ["South Korea", "Hong Kong", "Japan"]),
        (
            "the United Kingdom of Great Britain and Northern Ireland and Ireland",
            ["United Kingdom", "Ireland"],
        ),
        ("Prime Minister Hasina of Bangladesh", ["Bangladesh"]),
        ("President Joko Widodo, Republic of Indonesia", ["Indonesia"]),
        (
            "Mexican Secretary of Security Ana Ruiz and Canadian Advisor Jo Lee",
            ["Mexico", "Canada"],
        ),
        ("the Malaysian and Indonesian delegations", ["Malaysia", "Indonesia"]),
        ("Deputy Secretary Jo Hall of Australia's Department of Home Affairs", ["Australia"]),
        ("the UN Secretary-General", ["United Nations"]),
        ("U.S. Ambassador to Mexico Jo Hall", ["United States"]),
        ("Mr Lee, IOM, Bangkok, Thailand", ["IOM"]),
        ("President Ana Ruiz, European Commission", ["European Commission"]),
        ("Australia's proposal", []),
        ("the UNHCR-led project and the U.S.-EU Task Force", []),
        ("members of the Pacific Islands Forum, Fiji", ["Fiji"]),
        ("12 ASEAN member states", []),
        ("the Third Meeting of the Regional Conference on Migration", []),
        ("Japan \u2014 Fiji \u2013 Samoa", ["Japan", "Fiji", "Samoa"]),
    ],
)
def test_a_list_yields_those_it_speaks_for(text: str, names: list[str]) -> None:
    assert _names(text) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the Office for Democratic Institutions and Human Rights (ODIHR)", "ODIHR"),
        ("United Nations Office of Drugs and Crimes (UNODC)", "UNODC"),
        ("the United Nations Relief Action Against Hunger in Camps (UN-RELIEF)", "UN-RELIEF"),
        ("the Asia Pacific Refugee Rights Network (APRRN)", "APRRN"),
        ("the Regional Cooperation Centre", "Regional Cooperation Centre"),
    ],
)
def test_an_organisation_that_no_list_has_is_named_as_the_text_names_it(
    text: str, name: str
) -> None:
    (found,) = parse_names(text)
    assert (found.delegation.name, found.delegation.kind) == (name, DelegationKind.ORGANISATION)


@pytest.mark.parametrize(
    "text", ["the Ministry of Justice (MOJ)", "the National Police", "the Secretary of State"]
)
def test_offices_of_states_are_no_organisations(text: str) -> None:
    assert _names(text) == []


def test_offsets_are_those_of_the_text_that_the_list_was_cut_from() -> None:
    sentence = "Present were Fiji and the Kingdom of Tonga."
    found = parse_names(sentence[13:], offset=13)
    assert [sentence[each.start : each.end] for each in found] == ["Fiji", "Kingdom of Tonga"]


def test_a_list_falls_into_groups_at_strong_separators() -> None:
    items = list_items("A, Fiji and Tonga; Japan as well as Samoa")
    assert [item.new_group for item in items] == [False, False, False, True, True]


@given(st.text(alphabet="Fiji, and;IOM(a)—-'.", max_size=120))
def test_every_name_is_a_slice(text: str) -> None:
    for each in parse_names(text):
        assert 0 <= each.start < each.end <= len(text)
