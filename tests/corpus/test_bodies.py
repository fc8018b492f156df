import pytest

from corpus.bodies import (
    body_in,
    generic_name,
    known_acronyms,
    known_bodies,
    known_body,
    long_names,
)


@pytest.mark.parametrize(
    ("phrase", "key"),
    [
        ("fourth Technical Experts Working Group on Irregular Movements", "TEWG"),
        ("Technical Experts Group on Irregular Movement by Air", "TEWG"),
        ("5th AHG SOM", "AHG SOM"),
        ("Meeting of the Ad Hoc Group Senior Officials", "AHG SOM"),
        ("Bali Process Senior Officials’ Meeting", "SOM"),
        ("Third Bali Regional Ministerial Conference", "BRMC"),
        ("informal meeting of AHG members", "AHG"),
        ("Kuala Lumpur RILON", "RILON"),
    ],
)
def test_a_listed_body_is_known_in_all_its_forms(phrase: str, key: str) -> None:
    assert known_body(phrase) == key


@pytest.mark.parametrize("phrase", ["", "Arctic Salmon Commission", "somnolent", "AHG"])
def test_other_phrases_name_no_listed_body(phrase: str) -> None:
    assert known_body(phrase) is None


def test_every_listed_body_is_found_by_its_own_name_or_a_more_specific_one() -> None:
    for body in known_bodies():
        assert known_body(body.name + " meeting") is not None


def test_a_process_name_is_taken_off_and_a_bare_kind_is_none() -> None:
    assert generic_name("Bali Process Working Group") == "working group"
    assert generic_name("Committee") == ""
    assert generic_name("Trilateral Fentanyl Committee") == "Trilateral Fentanyl Committee"


def test_long_names_of_an_unlisted_body_are_empty() -> None:
    assert "Technical Experts Working Group" in long_names("TEWG")
    assert long_names("Arctic Council") == ()
    assert "TEWG" in known_acronyms()


def test_a_kind_of_meeting_is_a_listed_body_in_a_text_about_its_process() -> None:
    assert body_in("Statement of the Bali Process", "senior officials' meeting") == "SOM"
    assert body_in("Statement of the Rabat Process", "senior officials' meeting") == (
        "senior officials' meeting"
    )
    assert body_in("Statement of the Bali Process", "Fentanyl Committee") == "Fentanyl Committee"
