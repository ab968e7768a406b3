"""Lines never exceed their width and never lose a character."""

from hypothesis import given
from hypothesis import strategies as st

from questionnaire.documents.lines import Line, Span, wrap
from questionnaire.documents.runs import clean

SIZE = 11


def said(line: Line) -> str:
    return "".join(run.text for run in line.runs)


def lines(text: str, width: float) -> list[str]:
    return [said(line) for line in wrap([Span(text)], SIZE, width)]


@given(st.text(alphabet="abcdé -\n\u00a0W’", max_size=200), st.floats(20, 300))
def test_lines_hold_in_their_width_and_lose_nothing_but_spaces(text, width):
    wrapped = wrap([Span(text)], SIZE, width)
    assert all(line.width <= width + 0.01 for line in wrapped)
    assert "".join(map(said, wrapped)).replace(" ", "") == clean(text).replace(" ", "").replace("\n", "")


@given(st.lists(st.text(alphabet="abc é"), min_size=1, max_size=4))
def test_width_of_a_line_is_that_of_its_runs(texts):
    spans = [Span(text, "bold" if rank % 2 else "regular") for rank, text in enumerate(texts)]
    for line in wrap(spans, SIZE, 100):
        assert abs(line.width - sum(run.face.measure(run.text, SIZE) for run in line.runs)) < 0.01


def test_breaks_at_spaces():
    assert lines("un deux trois", 45) == ["un deux", "trois"]


def test_no_break_space_holds():
    assert lines("pourquoi donc\u00a0?", 70) == ["pourquoi", "donc\u00a0?"]


def test_breaks_after_the_hyphen_of_a_compound_and_not_in_a_reference():
    assert lines("le médico-social", 60) == ["le médico-", "social"]
    assert lines("la réf FP-2026-0031", 85) == ["la réf", "FP-2026-0031"]


def test_long_word_is_cut_to_the_width():
    assert "".join(lines("a" * 100, 60)) == "a" * 100
    assert len(lines("a" * 100, 60)) > 5


def test_spans_join_without_space():
    (line,) = wrap([Span("allez à "), Span("ici", "bold"), Span(".")], SIZE, 200)
    assert [(run.text, run.face.name.rpartition("-")[2]) for run in line.runs] == [
        ("allez à ", "Regular"),
        ("ici", "Bold"),
        (".", "Regular"),
    ]


def test_line_ends_are_kept():
    assert lines("a\n\nb", 100) == ["a", "", "b"]


def test_empty_text_is_one_empty_line():
    assert lines("", 100) == [""]
