"""Where Regional Immigration Liaison Officer Networks exist, and what became of each."""

from collections.abc import Sequence
from dataclasses import replace

from corpus.facts import DateRange, Rilon, RilonStep, Step
from corpus.rilons.words import mentions_network
from corpus.sentences import sentence_spans
from index.answers import Answer, AnswerKind, Line
from index.facts import select_rilons
from index.finding import find_rilon
from index.generation import Generation
from index.meeting_names import overlap
from index.quoting import Quoter, disagreements
from index.wording import count_text, dates_text, list_text

_STANDING = {Step.CONSIDERING: "under consideration", Step.APPROVAL_SOUGHT: "awaiting approval"}
EXISTING = frozenset({Step.ESTABLISHED, Step.MET})


def rilons_reply(
    generation: Generation,
    *,
    as_of: str | None = None,
    standing: frozenset[Step] = frozenset(),
    counted: bool = False,
) -> Answer:
    """Where RILONs exist, and where they are considered, suspended or gone.

    `standing` keeps those whose last telling step is one of these; all where it is empty.
    `counted` begins with how many there are.

    Raises:
        InputError: `as_of` is no date.
    """
    rilons = [
        rilon
        for rilon in select_rilons(generation, as_of=as_of)
        if not standing or rilon.status in standing
    ]
    quoter = Quoter(generation)
    lines = tuple(_line(generation, quoter, each) for each in sorted(rilons, key=_existing_first))
    chosen = [rilon.place for rilon in rilons if standing or rilon.status in EXISTING]
    day = f" as of {as_of}" if as_of else ""
    how = f" {list_text(sorted(_STANDING.get(s, s.value) for s in standing))}" if standing else ""
    several = count_text(len(chosen), "RILON") if counted else "RILONs"
    stated = "is" if counted and len(chosen) == 1 else "are"
    verb = "be" if how else "exist"
    text = f"{several} {stated} stated to {verb}{how}{day} in {list_text(chosen)}."
    nothing = f"No document states a RILON{how}{day}."
    return Answer(
        question="",
        kind=AnswerKind.RILON,
        text=text if chosen else nothing,
        lines=lines,
        citations=quoter.quotations,
        abstained=not rilons,
        reason="" if rilons else nothing,
        searched=len(generation.documents),
        understood=f"RILONs{day}",
    )


def rilons_then_answer(
    generation: Generation, asked: frozenset[Step], dates: Sequence[DateRange]
) -> Answer | None:
    """Which RILONs took the steps asked about in `dates`; None where no text says so."""
    quoter = Quoter(generation)
    lines, places = [], []
    for rilon in select_rilons(generation):
        for step in rilon.history:
            if step.step in asked and step.dates and all(overlap(d, step.dates) for d in dates):
                line = step_line(generation, quoter, rilon, step)
                lines.append(replace(line, group=_place(rilon)))
                places.append(rilon.place)
    if not lines:
        return None
    how = list_text(sorted(each.value for each in asked))
    when = list_text([dates_text(each) for each in dates])
    return Answer(
        question="",
        kind=AnswerKind.RILON,
        text=f"{list_text(list(dict.fromkeys(places)))}: {how} in {when}.",
        text_sources=tuple(range(1, len(quoter.quotations) + 1)),
        lines=tuple(lines),
        citations=quoter.quotations,
        searched=len(generation.documents),
        understood=f"RILONs, {when}",
    )


def rilon_reply(generation: Generation, city: str) -> Answer:
    """The history of one RILON.

    Raises:
        NotFoundError, AmbiguousError: the place cannot be told.
    """
    return rilon_answer(generation, find_rilon(generation, city))


def rilon_answer(generation: Generation, rilon: Rilon) -> Answer:
    """Each step of one RILON, oldest first, with where it is stated."""
    quoter = Quoter(generation)
    lines = tuple(step_line(generation, quoter, rilon, step) for step in rilon.history)
    return Answer(
        question="",
        kind=AnswerKind.RILON,
        text=f"{_place(rilon)}: {_status_text(rilon)}.",
        lines=lines,
        conflicts=disagreements(generation, quoter, f"RILON {rilon.place}"),
        citations=quoter.quotations,
        searched=len(generation.documents),
        understood=f"RILON {rilon.place}",
    )


def rilon_steps_answer(
    generation: Generation,
    rilon: Rilon,
    asked: frozenset[Step],
    dates: Sequence[DateRange] = (),
    *,
    counted: bool = False,
) -> Answer:
    """When a RILON took the steps asked about, those in `dates` first; refused where undated.

    `counted` begins with how many of them are dated.
    """
    dated = [step for step in rilon.history if step.step in asked and step.dates]
    if not dated:
        whole = rilon_answer(generation, rilon)
        reason = f"No document dates that of the RILON in {_place(rilon)}."
        text = f"Not stated: {reason[0].lower()}{reason[1:]}"
        return replace(whole, text=text, abstained=True, reason=reason, lines=())
    within = [s for s in dated if all(overlap(each, s.dates) for each in dates)] or dated
    quoter = Quoter(generation)
    lines = tuple(
        step_line(generation, quoter, rilon, step) for step in (within if dates else dated)
    )
    days = list_text([dates_text(step.dates) for step in within])
    times = f"{count_text(len(within), 'time')} by date: " if counted else ""
    return Answer(
        question="",
        kind=AnswerKind.RILON,
        text=f"{_place(rilon)}: {list_text(sorted(each.value for each in asked))} {times}{days}.",
        text_sources=tuple(range(1, len(quoter.quotations) + 1)),
        lines=lines,
        conflicts=disagreements(generation, quoter, f"RILON {rilon.place}"),
        citations=quoter.quotations,
        searched=len(generation.documents),
        understood=f"RILON {rilon.place}",
    )


def step_line(generation: Generation, quoter: Quoter, rilon: Rilon, step: RilonStep) -> Line:
    """One dated step with its source."""
    source = _cite(generation, quoter, rilon, step)
    return Line(f"{step.step.value}: {dates_text(step.dates)}", (source,))


def meetings_of(rilon: Rilon) -> tuple[RilonStep, ...]:
    """The steps that are meetings of the RILON."""
    return tuple(step for step in rilon.history if step.step is Step.MET)


def _cite(generation: Generation, quoter: Quoter, rilon: Rilon, step: RilonStep) -> int:
    """Cite the sentence that tells of this RILON; the whole paragraph where none names it."""
    found = generation.resolve(step.citation)
    text = found[1].text if found else ""
    sentences = [span.of(text) for span in sentence_spans(text)]
    naming = [
        sentence
        for place in (rilon.city, rilon.country)
        if place
        for sentence in sentences
        if place in sentence
    ]
    telling = [sentence for sentence in naming if mentions_network(sentence)]
    return quoter.cite(step.citation, next(iter((*telling, *naming)), ""))


def _line(generation: Generation, quoter: Quoter, rilon: Rilon) -> Line:
    met = [dates_text(step.dates) for step in meetings_of(rilon) if step.dates]
    listed = f"; met {', '.join(met)}" if met else ""
    sources = dict.fromkeys(_cite(generation, quoter, rilon, step) for step in rilon.history)
    group = "Stated to exist" if rilon.status in EXISTING else "Not (yet) stated to exist"
    return Line(f"{_place(rilon)}: {_status_text(rilon)}{listed}", tuple(sources), group)


def _status_text(rilon: Rilon) -> str:
    if rilon.status is Step.ESTABLISHED and not meetings_of(rilon):
        return "stated established, no meeting listed"
    return "established" if rilon.status is Step.MET else rilon.status.value


def _place(rilon: Rilon) -> str:
    return ", ".join(part for part in (rilon.city, rilon.country) if part)


def _existing_first(rilon: Rilon) -> tuple[bool, str]:
    return rilon.status not in EXISTING, rilon.place
