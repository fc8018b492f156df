"""Is this what the statement says? A quote beside the words of its source."""

from collections import Counter
from collections.abc import Sequence

from index.answers import Answer, AnswerKind, Line
from index.generation import Generation
from index.quotations.verifying import Verdict, Verification, verify_all
from index.quotations.word_diff import Change, Op
from index.quoting import Quoter
from index.wording import count_text, list_text

_AROUND = 6  # words of a run that stays, shown on each side of a change
_ELSEWHERE = 5  # other places of the same words that are cited


def verify_reply(generation: Generation, quote: str) -> Answer:
    """Whether the words stand in a document: exactly, altered, at another meeting, or not.

    Of a text with several quotations, each by itself.

    Raises:
        InputError: there are no words, or too many.
    """
    return verifications_answer(generation, verify_all(generation, quote))


def verifications_answer(generation: Generation, found: Sequence[Verification]) -> Answer:
    """One verification in full, or several in the order of the text, with their verdicts."""
    if len(found) == 1:
        return verification_answer(generation, found[0])
    quoter = Quoter(generation)
    lines = [line for number, each in enumerate(found, 1) for line in _one(quoter, each, number)]
    missing = all(each.verdict is Verdict.NOT_FOUND for each in found)
    counts = Counter(each.verdict.value for each in found)
    tally = list_text([f"{counts[each.value]} {each.value}" for each in Verdict if counts[each]])
    return Answer(
        question=" ".join(each.quote for each in found),
        kind=AnswerKind.VERIFICATION,
        text=f"{count_text(len(found), 'quotation')}: {tally}.",
        lines=tuple(lines),
        citations=quoter.quotations,
        abstained=missing,
        reason="No paragraph holds most of the words of any." if missing else "",
        searched=len(generation.documents),
    )


def _one(quoter: Quoter, found: Verification, number: int) -> list[Line]:
    """One of several verifications: its verdict, and its differences word by word."""
    group = f"{number}. “{found.quote}”"
    if found.verdict is Verdict.NOT_FOUND:
        return [Line("Not found.", (), group)]
    pairs = zip(found.citations, found.words, strict=True)
    sources = tuple(dict.fromkeys(quoter.cite(where, words) for where, words in pairs))
    labels = list_text([quoter.quotations[place - 1].label for place in sources])
    lines = [Line(_text(found, labels), sources, group)]
    if any(change.op is not Op.SAME for change in found.diff):
        lines.append(Line(diff_text(found.diff), sources, group))
    return lines


def verification_answer(generation: Generation, found: Verification) -> Answer:
    """A verification with its source, and its differences word by word."""
    quoter = Quoter(generation)
    pairs = zip(found.citations, found.words, strict=True)
    cited = [quoter.cite(citation, words) for citation, words in pairs]
    sources = tuple(dict.fromkeys(cited))
    labels = list_text([quoter.quotations[place - 1].label for place in sources])
    missing = found.verdict is Verdict.NOT_FOUND
    searched = len(generation.documents)
    return Answer(
        question=found.quote,
        kind=AnswerKind.VERIFICATION,
        text=_missing(searched) if missing else _text(found, labels),
        text_sources=() if missing else sources,
        lines=() if missing else tuple(_lines(found, quoter, sources)),
        citations=quoter.quotations,
        abstained=missing,
        reason="No paragraph holds most of these words in this order." if missing else "",
        searched=searched,
        understood=list_text(found.attributed),
    )


def _missing(searched: int) -> str:
    return f"Not found in {count_text(searched, 'document')}."


def _text(found: Verification, labels: str) -> str:
    named = list_text(found.attributed) or "a meeting that no document knows"
    if found.verdict is Verdict.EXACT:
        return f"Exact: these words stand in {labels}, {found.fidelity}."
    if found.verdict is Verdict.WRONG_MEETING:
        return f"Right words, wrong meeting: they stand in {labels}, not in what is named: {named}."
    other = f"; the text names another source: {named}" if found.misattributed else ""
    return f"Altered: the closest words stand in {labels}{other}."


def _lines(found: Verification, quoter: Quoter, sources: tuple[int, ...]) -> list[Line]:
    lines = []
    if any(change.op is not Op.SAME for change in found.diff):
        key = "[-…-] only the source has, {+…+} only the quote"
        lines.append(Line(diff_text(found.diff), sources, f"Word by word: {key}"))
    for citation in found.elsewhere[:_ELSEWHERE]:
        place = quoter.cite(citation)
        label = quoter.quotations[place - 1].label
        lines.append(Line(label, (place,), "The same words stand also in"))
    if found.around:
        lines.append(Line(f"“{found.quote}”", (), "Looked for"))
    return lines


def diff_text(changes: Sequence[Change]) -> str:
    """Changes in running text: "Fiji [-will-] {+may+} draft guidelines …"."""
    last = len(changes) - 1
    parts = []
    for place, (op, words) in enumerate(changes):
        if op is Op.REMOVED:
            parts.append(f"[-{words}-]")
        elif op is Op.ADDED:
            parts.append(f"{{+{words}+}}")
        else:
            parts.append(_shortened(words, start=place > 0, end=place < last))
    return " ".join(parts)


def _shortened(words: str, *, start: bool, end: bool) -> str:
    """A run that stays, cut to the words beside the changes before (`start`) and behind it."""
    run = words.split()
    before, behind = run[:_AROUND] if start else [], run[-_AROUND:] if end else []
    if len(run) <= len(before) + len(behind) + 1:
        return words
    return " ".join([*before, "…", *behind])
