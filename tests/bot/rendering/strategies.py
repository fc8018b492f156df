"""Arbitrary answers, far beyond what any corpus gives."""

from datetime import date

from hypothesis import strategies as st

from corpus.documents import Citation
from index.answers import Answer, AnswerKind, Disagreement, Line, Quotation

# Texts rich in what Markdown, links and mentions are made of.
_MARKUP = ["**", "_", "`", "```", "~~", "||", "> ", "# ", "-# ", "- ", "24. ", "[a](http://b)"]
_MARKUP += [
    "<@1>",
    "<#2>",
    "<:e:3>",
    "@everyone",
    "https://x.org/a_b",
    "\\",
    "\n",
    "…",
    "١",
    "🏳️",
    " ",
]
_PART = st.one_of(st.sampled_from(_MARKUP), st.text(max_size=20))


def texts(longest: int) -> st.SearchStrategy[str]:
    return st.builds(
        lambda parts, times: ("".join(parts) * times)[:longest],
        st.lists(_PART, min_size=1, max_size=5),
        st.sampled_from((1, 5, 100)),
    )


_SLUGS = st.from_regex(r"[a-z0-9][a-z0-9-]{0,120}", fullmatch=True)
_CITATIONS = st.builds(Citation, _SLUGS, st.integers(1, 9_999_999))


@st.composite
def quotations(draw: st.DrawFn) -> Quotation:
    text = draw(texts(3_000)) or "x"
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    return Quotation(
        citation=draw(_CITATIONS),
        label=draw(texts(200)),
        file="a.txt",
        title="A",
        date=draw(st.none() | st.just(date(2013, 6, 24))),
        printed="",
        text=text,
        quote=text[start:end],
        corrected=draw(st.just("") | texts(400)),
    )


@st.composite
def answers(draw: st.DrawFn) -> Answer:
    citations = tuple(draw(st.lists(quotations(), max_size=12)))
    places = st.integers(1, len(citations)) if citations else st.nothing()
    sources = st.lists(places, max_size=6).map(tuple) if citations else st.just(())
    lines = st.builds(Line, text=texts(900), sources=sources, group=st.just("") | texts(200))
    conflicts = st.builds(
        Disagreement,
        subject=texts(200),
        stated=st.lists(st.tuples(texts(900), places), min_size=2, max_size=3).map(tuple),
    )
    return Answer(
        question="",
        kind=draw(st.sampled_from(AnswerKind)),
        text=draw(texts(3_000)),
        text_sources=draw(sources),
        lines=tuple(draw(st.lists(lines, max_size=12))),
        citations=citations,
        conflicts=tuple(draw(st.lists(conflicts, max_size=2))) if citations else (),
        abstained=draw(st.booleans()),
        reason=draw(st.just("") | texts(900)),
        searched=draw(st.integers(0, 10**9)),
        understood=draw(st.just("") | texts(900)),
    )
