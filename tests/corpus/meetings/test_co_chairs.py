import pytest

from corpus.meetings.co_chairs import counted_co_chairs, find_co_chair_adjectives, find_co_chairs


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The meeting was co-chaired by New Zealand and Australia.", ("New Zealand", "Australia")),
        ("On 3 May 2012, Malaysia and Australia Co-Chaired the forum.", ("Malaysia", "Australia")),
        (
            "It was co-chaired by the Foreign Minister of Indonesia, H.E. Retno Marsudi, and the"
            " Foreign Minister of Australia, the Hon Julie Bishop.",
            ("Indonesia", "Australia"),
        ),
        ("It was hosted by Thailand and co-chaired by Fiji and France.", ("Fiji", "France")),
        ("Co-Chairs: Niger and the Netherlands", ("Niger", "Netherlands")),
        ("Australia and New Zealand (Co-chairs)", ("Australia", "New Zealand")),
        ("Ghana and Portugal served as co-chairs.", ("Ghana", "Portugal")),
        (
            "Under the co-chairmanship of Kazakhstan and Germany, the forum met.",
            ("Kazakhstan", "Germany"),
        ),
        ("The Co-Chairs welcomed Hong Kong as special guest.", ()),
        ("The Co-Chairs of the Bali Process hosted the meeting in Bali, Indonesia.", ()),
        ("It was co-chaired by able men and attended by Chile.", ()),
        ("Chile took part.", ()),
    ],
)
def test_co_chairs_are_read_from_every_wording(text: str, names: tuple[str, ...]) -> None:
    assert find_co_chairs(text) == names


def test_a_person_without_a_state_stands_for_the_party_that_is_left() -> None:
    text = (
        "It was convened by co-chairs Amy Hall, Special Coordinator for Energy, and Björn Berg,"
        " Head of Cabinet of the European Commission President, with the participation of Canada."
    )
    assert find_co_chairs(text, "U.S.-EU Task Force") == ("United States", "European Commission")


def test_co_chairs_named_one_at_a_time_are_put_together() -> None:
    texts = ["The Barbadian co-chair spoke.", "The Mexican co-chair, Mr Vega, thanked all."]
    assert find_co_chair_adjectives(texts) == ("Barbados", "Mexico")


def test_the_number_of_co_chairs_must_be_that_of_the_parties() -> None:
    telling = "Mexico’s Secretary hosted U.S. Advisor Hall and Canada’s Advisor Roy."
    assert counted_co_chairs(["The three co-chairs agreed."], telling) == (
        "Mexico",
        "United States",
        "Canada",
    )
    assert counted_co_chairs(["The two co-chairs agreed."], telling) == ()
