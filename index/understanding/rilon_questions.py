"""Which step in the life of a RILON a question asks about."""

from functools import cache

from corpus.facts import Step
from index.wordlists import load


def steps_asked(plain: str) -> frozenset[Step]:
    """The steps that a question in lower case names: "met" for "when did it first meet"."""
    words = set(plain.replace("?", " ").split())
    return frozenset(step for step, forms in _forms() if not forms.isdisjoint(words))


@cache
def _forms() -> tuple[tuple[Step, frozenset[str]], ...]:
    steps: dict[str, list[str]] = load("intents")["rilon_steps"]
    return tuple((Step(name), frozenset(forms)) for name, forms in steps.items())
