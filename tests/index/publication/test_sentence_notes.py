"""What another process notes of sentences is what this one would find."""

from corpus.follow_ups.traces import object_words
from index.analysis import plain_terms
from index.publication.sentence_notes import learn, note
from index.understanding.kinds import kinds_held
from tests.corpus.made_up import extract_of
from tests.index.publication.texts import statement


def test_what_was_learnt_is_what_would_have_been_found() -> None:
    text = statement("Perth, Australia", "14 - 15 December 2009", "Tonga", "train forty officers")
    notes = note(extract_of(text, "perth.txt").document)
    learn(notes)
    assert notes.sentences
    for sentence in notes.sentences:
        assert list(object_words(sentence).items()) == list(object_words.work(sentence).items())
        assert plain_terms(sentence) == plain_terms.work(sentence)
        assert kinds_held(sentence) == kinds_held.work(sentence)
