"""Texts read from what authors write: their parts, and what is said of marks that are none."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaire.spec.text_reading import parse_text, read_text
from questionnaire.spec.texts import Count, Piped, Plural, Select, Term, Text

FEW = "Il y a {n, plural, =0 {aucun choix} one {un choix} other {# choix pour ${qui}}}."


def said(source, told=None, **answers):
    return parse_text(source).render(lambda name: f"<{name}>", lambda name: answers.get(name, ""), lambda _: told)


def test_plain_text_has_no_marks():
    assert (parse_text("Bonjour #1 : l'an"), read_text("Bonjour #1")[1]) == (Text(("Bonjour #1\u00a0: l’an",)), ())


def test_plural_holds_a_text_for_each_number():
    (_, plural, _) = parse_text(FEW).parts
    assert plural == Plural(
        "n",
        ((Decimal(0), Text(("aucun choix",))),),
        Text(("un choix",)),
        Text((Count("n"), " choix pour ", Piped("qui"))),
    )
    assert (parse_text(FEW).answers, parse_text(FEW).plain) == (frozenset({"n", "qui"}), None)


@pytest.mark.parametrize(
    "number, words",
    [
        ("0", "aucun choix"),
        ("1", "un choix"),
        ("1.5", "un choix"),
        ("2", "2 choix pour Léa"),
        ("-3", "-3 choix pour Léa"),
    ],
)
def test_number_chooses_its_case(number, words):
    assert said(FEW, Decimal(number), qui="Léa") == f"Il y a {words}."


def test_case_for_the_rest_is_read_where_no_number_is_known():
    assert said(FEW, None, n="…") == "Il y a … choix pour ."


def test_option_chooses_its_case_and_cases_hold_cases():
    source = "{qui, select, f {Elle en a {n, plural, one {une} other {#}}} m {Il} other {{pp}}}"
    assert [said(source, told) for told in ("f", "m", "x", None)] == ["Elle en a ", "Il", "<pp>", "<pp>"]
    (select,) = parse_text(source).parts
    assert isinstance(select, Select)
    assert parse_text(source).terms == {"pp"}


@pytest.mark.parametrize(
    "source",
    [
        "{n, plural, one {un}}",
        "{n, plural, two {deux} other {#}}",
        "{n, plural, other {a}",
        "{n, plural}",
        "{n, number}",
        "{n, select, a b other {c}}",
        "{ pp }",
        "${ a }",
        "{}",
    ],
)
def test_what_is_no_mark_is_left_as_words_and_told(source):
    text, marks = read_text(source)
    assert ("".join(map(str, text.parts)), {mark.part for mark in marks}) == (source, {None})


def test_marks_are_told_with_their_places():
    found = [(mark.offset, type(mark.part)) for mark in read_text("${a} {pp} {n, plural, one {${b}} other {}}")[1]]
    assert found == [(0, Piped), (5, Term), (27, Piped), (10, Plural)]


@given(st.text(alphabet="ab{}$#,= plural select one other", max_size=60))
def test_any_text_is_read_and_said(source):
    text, marks = read_text(source)
    shown = text.render(str, str, lambda _: Decimal(2))
    assert (isinstance(shown, str), all(source[mark.offset] in "${" for mark in marks)) == (True, True)


@given(st.text(max_size=40).filter(lambda text: not set("{}$#") & set(text)))
def test_words_stand_in_a_case_as_they_stand_alone(words):
    assert said("{n, plural, other {" + words + "}}", Decimal(3)) == said(words)
