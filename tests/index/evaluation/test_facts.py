"""Facts are measured against what is right, and hold a floor on the sets at hand."""

import json
import os
from pathlib import Path

import pytest

from index.errors import InputError
from index.evaluation import FactScores, GoldFacts, read_facts, score_facts
from index.generation import Generation
from tests.index.generations import generation_of_folder

RIGHT = {
    "statements": {
        "apia.txt": {
            "meeting": {"ordinal": 2, "start_date": "2014-03-04", "city": "Apia"},
            "attendance": [
                {"delegation": "Fiji", "capacity": "co-chair"},
                {"delegation": "Kiribati", "capacity": "participant"},
                {"delegation": "Samoa", "capacity": "member"},
                {"delegation": "Tonga", "capacity": "member"},
                {"delegation": "IOM", "capacity": "organisation"},
                {"delegation": "Tuvalu", "capacity": "observer"},
            ],
            "absent": ["Nauru"],
            "actions": [
                {
                    "snippet": "Fiji will draft guidelines on rescue at sea",
                    "owners": ["Fiji"],
                    "due": ["2014-06"],
                }
            ],
            "not_actions": ["Samoa presented its new passport reader"],
        },
        "suva.txt": {
            "meeting": {"ordinal": 3, "city": "Suva", "co_chairs": ["Fiji", "Tonga"]},
            "attendance": [
                {"delegation": name} for name in ("Australia", "Fiji", "Tonga", "Tuvalu")
            ],
            "rilons": [
                {"city": "Suva", "status": "established"},
                {"city": "Apia", "status": "established"},
            ],
        },
    },
    "glossary": {"IOM": "International Organization for Migration"},
}


def scored(generation: Generation, right: object) -> FactScores:
    gold = read_facts(json.dumps(right).encode())
    return score_facts(gold, generation.facts, generation.documents.values())


def test_what_is_right_counts_as_right(lagoon: Generation) -> None:
    scores = scored(lagoon, RIGHT)
    assert scores.misses == []
    assert set(scores.summary().values()) == {1.0}


@pytest.mark.parametrize(
    ("statement", "change", "measure"),
    [
        ("apia.txt", {"meeting": {"city": "Nuku'alofa"}}, "meeting fields"),
        ("apia.txt", {"meeting": None}, "meeting fields"),
        ("apia.txt", {"attendance": [{"delegation": "Palau"}]}, "attendance recall"),
        ("apia.txt", {"attendance": []}, "attendance precision"),
        (
            "apia.txt",
            {"attendance": [{"delegation": "Tuvalu", "capacity": "special guest"}]},
            "capacity",
        ),
        ("apia.txt", {"absent": []}, "absent"),
        ("apia.txt", {"actions": [{"snippet": "Tonga will build boats"}]}, "action recall"),
        (
            "apia.txt",
            {"actions": [{"snippet": "Fiji will draft guidelines", "owners": ["Tonga"]}]},
            "owners",
        ),
        (
            "apia.txt",
            {"actions": [{"snippet": "Fiji will draft", "owners": ["Fiji"], "due": ["2013"]}]},
            "due",
        ),
        ("apia.txt", {"not_actions": ["Fiji will draft guidelines"]}, "not actions"),
        ("suva.txt", {"rilons": [{"city": "Suva", "status": "established"}]}, "rilon cities"),
        ("suva.txt", {"rilons": [{"city": "Suva", "status": "closed"}]}, "rilon status"),
        ("suva.txt", {"mentioned_meetings": [{"city": "Lautoka"}]}, "mentioned meetings"),
    ],
)
def test_what_is_wrong_counts_as_wrong(
    lagoon: Generation, statement: str, change: dict[str, object], measure: str
) -> None:
    statements = RIGHT["statements"]
    assert isinstance(statements, dict)
    changed = {**statements, statement: {**statements[statement], **change}}
    assert scored(lagoon, {**RIGHT, "statements": changed}).share(measure) < 1


def test_a_document_that_is_not_there_is_a_miss(lagoon: Generation) -> None:
    scores = scored(lagoon, {"statements": {"nadi.txt": {}}})
    assert "documents: nadi.txt" in scores.misses


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"statements": 3}'])
def test_no_file_of_facts_is_refused(content: bytes) -> None:
    with pytest.raises(InputError):
        read_facts(content)


SHARED = os.environ.get("RAPPORTEUR_SHARED")

FLOORS = {
    ("gold/facts.json", ""): {
        "attendance recall": 1.0,
        "attendance precision": 1.0,
        "capacity": 1.0,
        "absent": 1.0,
        "meeting fields": 0.98,
        "mentioned meetings": 0.98,
        "action recall": 0.95,
        "not actions": 1.0,
        "owners": 0.9,
        "due": 0.9,
        "rilon cities": 1.0,
        "rilon status": 1.0,
        "rilon meetings": 1.0,
        "follow-ups": 1.0,
        "glossary": 1.0,
    },
    ("wild/gold.json", "wild/corpus"): {
        "attendance recall": 0.95,
        "attendance precision": 0.95,
        "meeting fields": 0.95,
        "action recall": 0.9,
        "action precision": 0.8,
        "not actions": 1.0,
        "due": 0.9,
        "rilon cities": 1.0,
    },
}


@pytest.mark.skipif(SHARED is None, reason="RAPPORTEUR_SHARED names no folder of gold sets")
@pytest.mark.parametrize(("file", "corpus"), FLOORS)
def test_facts_hold_their_floor(file: str, corpus: str, shipped_corpus: Path) -> None:
    shared = Path(SHARED or "")
    generation = generation_of_folder(shared / corpus if corpus else shipped_corpus)
    gold = GoldFacts.model_validate_json((shared / file).read_bytes())
    scores = score_facts(gold, generation.facts, generation.documents.values())
    below = {
        measure: scores.share(measure)
        for measure, floor in FLOORS[file, corpus].items()
        if scores.share(measure) < floor
    }
    assert not below, scores.misses
