from corpus.words.remembering import remembering


def test_a_text_is_worked_on_once_until_too_many_others_came() -> None:
    worked_on: list[str] = []

    @remembering(2)
    def length(text: str) -> int:
        worked_on.append(text)
        return len(text)

    assert [length(text) for text in ("a", "bb", "a", "ccc", "a")] == [1, 2, 1, 3, 1]
    assert worked_on == ["a", "bb", "ccc", "a"]


def test_what_was_learnt_is_not_worked_out() -> None:
    @remembering(10)
    def never(text: str) -> str:
        raise AssertionError(text)

    never.learn([("one", "eins"), ("two", "zwei")])
    assert (never("one"), never("two")) == ("eins", "zwei")
