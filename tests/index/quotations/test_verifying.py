"""A quote is exact, altered, from another meeting, or not found; never called exact wrongly."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from index.errors import InputError
from index.generation import Generation
from index.quotations.verifying import LONGEST_QUOTE, Fidelity, Verdict, verify
from index.quotations.word_diff import Op
from index.replies import verify_reply
from tests.index.generations import LAGOON, generation_of

BOATS = "Tonga stressed that patrol boats are too few to watch its northern islands."
READER = "Samoa presented its new passport reader, which was bought for 40,000 dollars"
_WORD = re.compile(r"\S+")


@pytest.fixture(scope="module")
def generation() -> Generation:
    return generation_of(LAGOON)


@st.composite
def slices(draw: st.DrawFn) -> str:
    """Whole words out of one paragraph of the made-up statements."""
    line = draw(st.sampled_from([x for t in LAGOON.values() for x in t.split("\n") if "." in x]))
    words = [match.span() for match in _WORD.finditer(line.lstrip("• "))]
    first = draw(st.integers(0, len(words) - 1))
    last = draw(st.integers(first, len(words) - 1))
    return line.lstrip("• ")[words[first][0] : words[last][1]]


@given(quote=slices())
def test_a_verbatim_slice_is_always_exact(generation: Generation, quote: str) -> None:
    found = verify(generation, quote)
    assert found.verdict is Verdict.EXACT
    assert {change.op for change in found.diff} == {Op.SAME}
    for citation, words in zip(found.citations, found.words, strict=True):
        resolved = generation.resolve(citation)
        assert resolved is not None
        assert words in resolved[1].text


@given(quote=slices(), place=st.integers(0), word=st.sampled_from(["never", "Fiji", "41,000"]))
def test_a_quote_with_one_changed_word_is_never_exact(
    generation: Generation, quote: str, place: int, word: str
) -> None:
    words = quote.split()
    changed = [*words]
    changed[place % len(words)] = word
    assume(" ".join(changed) not in " ".join(" ".join(LAGOON.values()).split()))
    assert verify(generation, " ".join(changed)).verdict is not Verdict.EXACT


@given(text=st.text(max_size=200))
def test_no_text_breaks_it(generation: Generation, text: str) -> None:
    try:
        found = verify(generation, text)
    except InputError:
        return
    assert all(generation.resolve(each) for each in found.citations)


@pytest.mark.parametrize(
    ("quote", "fidelity"),
    [
        (BOATS, Fidelity.BYTES),
        (f"“{BOATS}”", Fidelity.BYTES),
        (f"> {BOATS}", Fidelity.BYTES),
        (BOATS.replace(" ", "\u00a0").replace(".", "!"), Fidelity.TYPOGRAPHY),
        (BOATS.replace("patrol boats", "**patrol   boats**"), Fidelity.TYPOGRAPHY),
        ("[T]onga stressed that patrol boats are too few", Fidelity.TYPOGRAPHY),
        ("Tonga stressed that … boats are […] few to watch", Fidelity.OMISSIONS),
        ("following action items: Fiji will draft guidelines", Fidelity.TYPOGRAPHY),
    ],
)
def test_an_exact_quote_says_how_exact(
    generation: Generation, quote: str, fidelity: Fidelity
) -> None:
    found = verify(generation, quote)
    assert (found.verdict, found.fidelity) == (Verdict.EXACT, fidelity)


@pytest.mark.parametrize(
    "quote",
    [
        "onga stressed that patrol boats",  # a word cut in two is another word
        "which was bought for 40",
        "sea by the end of June 2014. Tonga",
        "tonga stressed that patrol boats",
        "patrol boats are … too many",
        "boats … Kiribati was considering",  # what stands far apart is no omission
    ],
)
def test_what_differs_in_a_word_is_not_exact(generation: Generation, quote: str) -> None:
    assert verify(generation, quote).verdict is not Verdict.EXACT


def test_an_altered_quote_shows_its_words_beside_the_sources(generation: Generation) -> None:
    quote = READER.replace("Samoa", "Tonga").replace("new ", "").replace("was", "was not")
    found = verify(generation, quote)
    assert found.verdict is Verdict.ALTERED
    assert [tuple(change) for change in found.diff] == [
        ("-", "Samoa"),
        ("+", "Tonga"),
        ("=", "presented its"),
        ("-", "new"),
        ("=", "passport reader, which was"),
        ("+", "not"),
        ("=", "bought for 40,000 dollars"),
    ]
    assert found.words == (READER,)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (f"At Apia, “{BOATS}”", Verdict.EXACT),
        (f"At Suva, “{BOATS}”", Verdict.WRONG_MEETING),
        (f'"{BOATS}" (third Senior Officials\' Meeting)', Verdict.WRONG_MEETING),
        (f"At Suva, {BOATS}", Verdict.WRONG_MEETING),
        (f"{BOATS} — Apia 2014", Verdict.EXACT),
        (f"{BOATS} (Honiara meeting)", Verdict.WRONG_MEETING),
        (f"As somebody said, “{BOATS}”", Verdict.EXACT),
        ("The fourth Senior Officials' Meeting was held in Suva, Fiji", Verdict.ALTERED),
    ],
)
def test_the_meeting_that_is_named_must_be_the_source(
    generation: Generation, text: str, verdict: Verdict
) -> None:
    assert verify(generation, text).verdict is verdict


def test_a_paragraph_that_tells_of_the_meeting_counts_as_its_source(shipped: Generation) -> None:
    negombo = next(each for each in shipped.facts.meetings if each.city == "Negombo")
    found = shipped.resolve(negombo.citation)
    assert found is not None
    words = found[1].text.split(". ")[0]
    assert verify(shipped, f"Of the Negombo meeting: “{words}”").verdict is Verdict.EXACT


def test_a_citation_beside_the_quote_names_its_source(generation: Generation) -> None:
    citations = {each.document.id.split("-")[-1]: each.citation for each in generation.indexed}
    assert verify(generation, f"{BOATS} ({citations['apia']})").verdict is Verdict.EXACT
    assert verify(generation, f"{BOATS} ({citations['suva']})").verdict is Verdict.WRONG_MEETING


def test_a_quote_that_nothing_resembles_is_not_found(generation: Generation) -> None:
    found = verify_reply(generation, "The patrol of the stars was a great success for mankind.")
    assert found.abstained
    assert found.text == "Not found in 2 documents."


def test_the_answer_says_what_changed_and_cites_it(generation: Generation) -> None:
    found = verify_reply(generation, BOATS.replace("too few", "enough"))
    assert found.text.startswith("Altered: ")
    assert "[-too few-] {+enough+}" in found.lines[0].text
    assert found.citations[0].quote == BOATS


@pytest.mark.parametrize("quote", ["", " … ", "“”", "x" * (LONGEST_QUOTE + 1)])
def test_no_words_or_too_many_are_refused(generation: Generation, quote: str) -> None:
    with pytest.raises(InputError):
        verify(generation, quote)


def test_each_of_several_quotations_is_verified_with_its_own_source(generation: Generation) -> None:
    altered = BOATS.replace("too few", "few enough")
    text = f"At Suva, “{BOATS}”; then “{READER}” (Apia 2014) and “{altered}” and “no such words”."
    found = verify_reply(generation, text)
    assert found.text == "4 quotations: 1 exact, 1 altered, 1 wrong meeting and 1 not found."
    verdicts = [line for line in found.lines if line.group]
    assert [line.group[:2] for line in verdicts] == ["1.", "2.", "3.", "3.", "4."]
    assert "[-too-]" in verdicts[3].text
    assert all(line.sources for line in verdicts[:4])
    assert not found.abstained


def test_a_paragraph_that_holds_quotations_is_one_quote() -> None:
    said = "Fiji said “we will not wait any longer” and Tonga “we can wait a while”."
    whole = generation_of({**LAGOON, "more.txt": f"Fourth meeting, Suva, 2 May 2015\n\n{said}\n"})
    assert verify_reply(whole, said).text.startswith("Exact")
