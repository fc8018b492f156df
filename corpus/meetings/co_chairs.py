"""Who co-chaired a meeting, from the wordings that statements use."""

import re
from collections.abc import Iterator, Sequence

from corpus.bodies import event_nouns, is_process
from corpus.gazetteer import gazetteer
from corpus.gazetteer.mentions import Mention
from corpus.sentences import sentence_spans
from corpus.typography import fold

_BY = re.compile(
    r"\bco-?chaired (?:\w+ly )?by |\b(?:jointly chaired|chaired jointly) by "
    r"|\bco-?chair(?:man|person)?ship of "
    r"|\bco-?chairs?(?: were| are|:|,)? (?-i:(?=[A-Z]))|\bchairs?: +(?-i:(?=[A-Z]))"
    r"|\bco-?chairs? \(",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"\b(?:(?:have|had) )?(?:jointly )?co-?(?:chaired|hosted and co-?chaired)\b(?! by)"
    r"|\bhad the (?:honou?r|pleasure|privilege) (?:to|of) (?:jointly )?co-?chair(?:ing)?\b",
    re.IGNORECASE,
)
_AFTER_NAMES = re.compile(
    r"\s{0,3}(?:[-(]\s{0,2}|(?:were|are|served as|acted as|as) (?:the )?)co-?chairs?\b",
    re.IGNORECASE,
)
_AFTER_ADJECTIVES = re.compile(r"\s{1,3}co-?chairs\b", re.IGNORECASE)
_ADJECTIVE = re.compile(r"\s{1,3}(?:\w+ )?co-?chair(?:man|person)?\b(?!s)", re.IGNORECASE)
_COUNTED = re.compile(r"\b(?P<number>two|three|four|five) co-?chairs\b", re.IGNORECASE)
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5}
# Where the list of co-chairs is over.
_STOP = re.compile(
    r"\b(?:with|which|who|attended|hosted|held|was|were|brought|noted|agreed|welcomed|took|met|in|on"
    r"|at|opened|thanked)\b(?! cabinet)|;"
)
_WORD = re.compile(r"[^\W_]+")
_NAME_LENGTH = 80  # characters before a bracket in which the name stands that it is about
_TO = re.compile(r"\bto (?:the )?$", re.IGNORECASE)
_PERSON_END = re.compile(r", and |; and | and (?=(?:Mr|Ms|Mrs|Dr|H\.E)\b)")


def find_co_chairs(text: str, body: str = "") -> tuple[str, ...]:
    """Canonical names of the delegations that a paragraph says co-chaired, in its order.

    Args:
        text: one paragraph.
        body: the meeting's body; where co-chairs are persons without a state, a body that is
            named after its two parties ("U.S.-EU Task Force") tells whom they stand for.
    """
    folded = fold(text)
    if "chair" not in folded.lower():
        return ()
    for start, end in sentence_spans(folded):
        sentence = folded[start:end]
        if "chair" not in sentence.lower():
            continue
        found = (
            _after(sentence, body)
            or _before(sentence, _SUBJECT)
            or _before(sentence, _AFTER_NAMES)
            or _several_before(sentence, _AFTER_ADJECTIVES)
        )
        if found:
            return found
    return ()


def find_co_chair_adjectives(texts: Sequence[str]) -> tuple[str, ...]:
    """Those named one at a time: "The Australian co-chair … The New Zealand co-chair …"."""
    names: dict[str, None] = {}
    for text in texts:
        if "chair" in text.lower():
            for mention in _delegations(text):
                if _ADJECTIVE.match(fold(text), mention.end):
                    names[mention.delegation.name] = None
    return tuple(names)


def counted_co_chairs(texts: Sequence[str], telling: str) -> tuple[str, ...]:
    """The parties of the sentence that tells of the meeting, if "the three co-chairs" are they."""
    numbers = {
        _NUMBERS[match["number"].lower()] for text in texts for match in _COUNTED.finditer(text)
    }
    names = _names(_delegations(telling))
    return names if numbers == {len(names)} else ()


def _after(sentence: str, body: str) -> tuple[str, ...]:
    for match in _BY.finditer(sentence):
        if _is_of_another(sentence, match.start(), body):
            continue
        stop = _STOP.search(sentence, match.end())
        clause = sentence[match.end() : stop.start() if stop else len(sentence)]
        found = [
            mention for mention in _delegations(clause) if not _TO.search(clause[: mention.start])
        ]
        if found:
            return _with_parties(clause, found, body)
    return ()


def _is_of_another(sentence: str, at: int, body: str) -> bool:
    """Whether co-chairs in brackets are those of something else: "the Expert Group (chair: …"."""
    name = sentence[max(0, at - _NAME_LENGTH) : at].rstrip()
    if not name.endswith("("):
        return False
    words = set(_WORD.findall(name.lower()))
    own = set(_WORD.findall(body.lower()))
    return words.isdisjoint(event_nouns()) and not (own and own <= words)


def _with_parties(clause: str, found: Sequence[Mention], body: str) -> tuple[str, ...]:
    """Fill in the party of a person who is named without one, by the order of the parties."""
    persons = [*_spans_between(clause, _PERSON_END)]
    parties = _names(_delegations(body))
    if len(persons) != 2 or len(parties) != 2 or len(_names(found)) != 1:
        return _names(found)
    own = [_names([each for each in found if start <= each.start < end]) for start, end in persons]
    names = [name[0] if name else party for name, party in zip(own, parties, strict=True)]
    return tuple(dict.fromkeys(names))


def _before(sentence: str, pattern: re.Pattern[str]) -> tuple[str, ...]:
    match = pattern.search(sentence)
    if match is None:
        return ()
    mentions = _delegations(sentence[: match.start()])
    return _names(_run_up_to(sentence, mentions, match.start()))


def _several_before(sentence: str, pattern: re.Pattern[str]) -> tuple[str, ...]:
    """Those of "the Philippine and Australian Co-Chairs": one would be the holder of an office."""
    found = _before(sentence, pattern)
    return found if len(found) > 1 else ()


def _run_up_to(sentence: str, mentions: Sequence[Mention], end: int) -> list[Mention]:
    """The last mentions, as far as nothing but "and" and commas stands between them."""
    run: list[Mention] = []
    for mention in reversed(mentions):
        between = sentence[mention.end : end].strip(" ,").lower()
        if between not in ("", "and", "the", "and the", "&", "jointly", "and the government of"):
            break
        run.insert(0, mention)
        end = mention.start
    return run


def _delegations(text: str) -> list[Mention]:
    """States and organisations by name or adjective, in order."""
    places = gazetteer()
    named = list(places.scan(text))
    taken = {at for each in named for at in range(each.start, each.end)}
    adjectives = [each for each in places.demonym_scan(text) if each.start not in taken]
    return sorted((*named, *adjectives), key=lambda each: each.start)


def _names(mentions: Sequence[Mention]) -> tuple[str, ...]:
    names = (each.delegation.name for each in mentions)
    return tuple(dict.fromkeys(name for name in names if not is_process(name)))


def _spans_between(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    start = 0
    for match in pattern.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)
