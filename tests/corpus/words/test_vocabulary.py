from hypothesis import given
from hypothesis import strategies as st

from corpus.words.vocabulary import first_run, lowered, vocabulary


def test_marks_part_words() -> None:
    assert vocabulary("Co-chairs (TEWG) and/or") == {"co", "chairs", "tewg", "and", "or"}


def test_letters_of_all_scripts_count() -> None:
    assert vocabulary("Tromsø, Türkiye") == {"tromsø", "türkiye"}


def test_the_first_run_of_a_word_is_what_a_text_is_looked_through_for() -> None:
    assert first_run("Sub-committee") == "sub"
    assert first_run("—") == ""


@given(st.text())
def test_lower_case_keeps_the_length(text: str) -> None:
    assert len(lowered(text)) == len(text)


@given(st.text(), st.text(alphabet=" ,;-_/", min_size=1))
def test_a_word_is_found_whatever_stands_around_it(text: str, gap: str) -> None:
    assert "meeting" in vocabulary(f"{text}{gap}Meeting{gap}{text}")
