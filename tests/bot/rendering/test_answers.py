from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rendering.answers import render_answer
from bot.rendering.markdown import unescape
from bot.rendering.pages import Page
from bot.requests import Request, shown_request
from bot.views import answer_view
from corpus.documents import Citation
from index.answers import Answer, AnswerKind, Disagreement, Line, Quotation
from index.errors import InputError
from index.generation import Edition
from tests.bot.rendering.limits import check_page
from tests.bot.rendering.strategies import answers, texts

REQUEST = Request.of("attendance", meeting="Perth")


def quotation(words: str, ordinal: int = 1, label: str = "AHG SOM Perth 2009") -> Quotation:
    citation = Citation("2009-12-14-ahg-som-perth", ordinal)
    return Quotation(citation, f"{label}, ¶{ordinal}", "a.txt", "T", None, "", words, words)


def answer_with(**parts: object) -> Answer:
    whole = Answer(question="", kind=AnswerKind.PASSAGES, text="It met in Perth.", searched=5)
    return replace(whole, **parts)  # type: ignore[arg-type]


def all_pages(answer: Answer, request: Request = REQUEST) -> list[Page]:
    count = render_answer(answer, request, Edition(1)).count
    return [render_answer(answer, request, Edition(1), number) for number in range(1, count + 1)]


def words_of(page: Page) -> str:
    return "\n\n".join(embed.description or "" for embed in page.embeds)


@settings(max_examples=25)
@given(answers(), texts(1_200), st.integers(1, 2**64 - 1))
def test_every_page_keeps_within_the_limits(answer: Answer, question: str, owner: int) -> None:
    for page in all_pages(answer, Request.of("ask", question=question)):
        check_page(page, answer_view(page, owner, wrong=True))


@settings(max_examples=25)
@given(answers())
def test_every_quote_is_verbatim_or_shortened(answer: Answer) -> None:
    for page in all_pages(answer):
        for source in page.sources:
            whole = answer.citations[source.number - 1].quote
            shown = _quote_shown(words_of(page), source.number)
            if shown.endswith("…"):
                assert whole.startswith(shown[:-1])
            elif shown:
                assert whole == shown


@settings(max_examples=25)
@given(answers())
def test_all_lines_and_citations_are_on_some_page(answer: Answer) -> None:
    pages = all_pages(answer)
    shown = {source.citation for page in pages for source in page.sources}
    reachable = {place for line in answer.lines for place in line.sources[:4]}
    reachable |= set(answer.text_sources[:4])
    reachable |= {place for conflict in answer.conflicts for _, place in conflict.stated}
    assert {answer.citations[place - 1].citation for place in reachable} <= shown
    if not answer.lines:
        assert shown == {quotation.citation for quotation in answer.citations}


def test_the_first_line_is_the_answer_with_its_sources() -> None:
    page = render_answer(
        answer_with(text_sources=(1,), citations=(quotation("Yes."),)), REQUEST, Edition(1)
    )
    assert words_of(page).startswith("**It met in Perth.** [1]\n")


def test_a_group_that_shares_its_source_names_it_once() -> None:
    lines = tuple(Line(name, (1,), "Observers") for name in ("Fiji", "Nauru", "Palau"))
    page = render_answer(
        answer_with(lines=lines, citations=(quotation("Both."),)), REQUEST, Edition(1)
    )
    assert "**Observers** (3) [1]\nFiji · Nauru · Palau\n" in words_of(page) + "\n"


def test_lines_without_a_group_are_a_list() -> None:
    lines = (Line("Fiji", (1,)), Line("Nauru", (2,)))
    citations = (quotation("One."), quotation("Two.", 2))
    page = render_answer(answer_with(lines=lines, citations=citations), REQUEST, Edition(1))
    assert "• Fiji [1]\n• Nauru [2]" in words_of(page)


def test_a_quotation_stands_below_its_label() -> None:
    page = render_answer(answer_with(citations=(quotation("They *agreed*."),)), REQUEST, Edition(1))
    assert page.embeds[1].description == "[1] AHG SOM Perth 2009, ¶1\n> They \\*agreed\\*."


def test_words_that_the_list_shows_are_not_quoted_again() -> None:
    lines = (Line("A-1B2C: They agreed.", (1,)),)
    page = render_answer(
        answer_with(lines=lines, citations=(quotation("They agreed."),)), REQUEST, Edition(1)
    )
    assert page.embeds[1].description == "[1] AHG SOM Perth 2009, ¶1"


def test_words_that_the_list_shortens_are_quoted() -> None:
    long = "They agreed " + "at length " * 80 + "to meet."
    lines = (Line(long, (1,)),)
    page = render_answer(
        answer_with(lines=lines, citations=(quotation(long),)), REQUEST, Edition(1)
    )
    assert "\n> They agreed at length" in (page.embeds[1].description or "")


def test_an_abstention_marks_what_is_only_near() -> None:
    answer = answer_with(
        text="Not stated in 5 documents.", abstained=True, citations=(quotation("Other."),)
    )
    page = render_answer(answer, REQUEST, Edition(1))
    assert page.embeds[1].title == "Nearest paragraphs: they do not answer the question"


def test_what_sources_state_differently_stands_together() -> None:
    citations = (quotation("In May."), quotation("In June.", 2))
    conflict = Disagreement("Dates of TEWG 2012", (("May 2012", 1), ("June 2012", 2)))
    page = render_answer(
        answer_with(citations=citations, conflicts=(conflict,)), REQUEST, Edition(1)
    )
    assert (
        "**Sources disagree: Dates of TEWG 2012** (2)\n"
        "• AHG SOM Perth 2009, ¶1: May 2012 [1]\n"
        "• AHG SOM Perth 2009, ¶2: June 2012 [2]"
    ) in words_of(page)


def test_the_footer_says_what_was_understood_and_searched() -> None:
    page = render_answer(
        answer_with(understood="AHG SOM Perth 2009"), REQUEST, Edition(7, date(2014, 5, 14))
    )
    assert page.embeds[-1].footer.text == (
        "Understood as AHG SOM Perth 2009 · Searched 5 documents · generation 7"
        " · corpus to 14 May 2014"
    )


def test_long_lists_page_and_repeat_their_first_line() -> None:
    lines = tuple(Line(f"Item {n} " + "x" * 300, (1,)) for n in range(500))
    pages = all_pages(answer_with(lines=lines, citations=(quotation("All."),)))
    assert len(pages) > 20
    assert all(words_of(page).startswith("**It met in Perth.**") for page in pages)
    shown = "\n".join(map(words_of, pages))
    assert all(f"• Item {n} " in shown for n in range(500))


def test_a_page_past_the_end_is_the_last() -> None:
    assert render_answer(answer_with(), REQUEST, Edition(1), number=9).number == 1


@given(texts(400))
def test_a_message_tells_what_was_asked(question: str) -> None:
    request = Request.of("ask", question=question, meeting="Perth")
    assert shown_request(render_answer(answer_with(), request, Edition(1)).content) == request


def test_a_request_that_does_not_fit_is_not_guessed() -> None:
    request = Request.of("ask", question="*" * 1_000, meeting="Perth")
    with pytest.raises(InputError):
        shown_request(render_answer(answer_with(), request, Edition(1)).content)


def _quote_shown(words: str, number: int) -> str:
    for block in words.split("\n\n"):
        heading, _, quote = block.partition("\n")
        if heading.startswith(f"[{number}] ") and quote.startswith("> "):
            lines = [line.removeprefix("> ") for line in quote.split("\n")]
            return unescape("\n".join(lines))
    return ""
