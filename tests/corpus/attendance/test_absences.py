"""Sentences that also say who was not there; all of them made up."""

import pytest

from tests.corpus.attendance.sentences import capacities, told

ABSENT = [
    (
        "Togo sat in as an observer, and Mali had not been able to send a delegation.",
        "observer: Togo; absent: Mali",
    ),
    (
        "Officials discussed Sudan and thanked Fiji and Tonga, which were not represented, for "
        "their reports.",
        "absent: Fiji, Tonga",
    ),
    (
        "The State of Qatar and Oman, having been invited, were not present.",
        "absent: Qatar, Oman",
    ),
    ("Regrets were conveyed by the United States.", "absent: United States"),
    (
        "The session heard from Malaysia and Thailand. No delegation was present from Nauru.",
        "participant: Malaysia, Thailand; absent: Nauru",
    ),
    (
        "Kazakhstan and Turkmenistan were represented at the level of deputy ministers; "
        "Uzbekistan was unable to attend.",
        "participant: Kazakhstan, Turkmenistan; absent: Uzbekistan",
    ),
    ("Bhutan, which had been invited, did not send a delegation.", "absent: Bhutan"),
    ("Bhutan had been invited but was not represented.", "absent: Bhutan"),
    ("Nobody from the Maldives was able to come.", "absent: Maldives"),
    (
        "The Malaysian and Indonesian delegations attended the meeting, but the Burmese "
        "delegation was absent.",
        "participant: Malaysia, Indonesia; absent: Myanmar",
    ),
    ("It was regretted that the delegation of Yemen could not be present.", "absent: Yemen"),
    ("Apologies: Bhutan, Iran", "absent: Bhutan, Iran"),
    ("Nobody from Tonga was present.", "absent: Tonga"),
    ("Vanuatu sent apologies.", "absent: Vanuatu"),
    ("Apologies were received from Palau and Kiribati.", "absent: Palau, Kiribati"),
    ("All members attended with the exception of India.", "absent: India"),
    ("Neither Cuba nor Haiti was represented.", "absent: Cuba, Haiti"),
    ("Sweden regretted that it could not attend.", "absent: Sweden"),
    ("No delegate from Bolivia attended the meeting.", "absent: Bolivia"),
    ("In the absence of the Sri Lankan delegation the agenda was amended.", "absent: Sri Lanka"),
    ("Nigeria and the Niger attended; Chad did not.", "participant: Nigeria, Niger; absent: Chad"),
    ("Japan was invited but could not attend.", "absent: Japan"),
]


@pytest.mark.parametrize(("sentence", "expected"), ABSENT)
def test_a_sentence_says_who_was_absent(sentence: str, expected: str) -> None:
    assert capacities(sentence) == told(expected)
